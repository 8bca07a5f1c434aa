using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Internships.Papers.Rules;
using InclusionPlatform.Internships.Signing;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.UnitTests.Internships.Papers;

internal sealed class PaperTemplatesTests
{
    [TestCaseSource(nameof(Kinds))]
    public void DefaultTemplate_OfEachPaper_OpensAndHoldsOnlyFieldsThatThePaperHas(string kind)
    {
        var paper = Enum.Parse<PaperKind>(kind);
        var template = DocxTemplate.Open(DefaultTemplates.Of(paper));

        Assert.That(template.Fields, Is.Not.Empty);
        Assert.DoesNotThrow(() => TemplateFieldsAreKnown.Check(paper, template.Fields));
        Assert.DoesNotThrow(() => TemplateNamesWhatItMust.Check(paper, template.Fields));
        Assert.DoesNotThrow(() => TemplateFieldsAreKnown.Check(paper, [.. TemplateNamesWhatItMust.Of(paper).SelectMany(one => one)]), "what it must hold, it can");
        Assert.That(Assert.Throws<FieldException>(() => TemplateNamesWhatItMust.Check(paper, []))!.Code, Is.EqualTo("template.fields-missing"));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Fields_OfEachPaper_AreNamedOnceAndExplained(string kind)
    {
        var fields = PaperFields.Of(Enum.Parse<PaperKind>(kind));

        Assert.That(fields.Select(field => field.Name), Is.Unique);
        Assert.That(fields.Where(field => field.Meaning.It.Length == 0 || field.Meaning.En.Length == 0 || field.Example.Length == 0), Is.Empty);
    }

    [Test]
    public void TemplateFields_WhenOneIsWrittenWrong_AreNamedWithTheNearest()
    {
        var refused = Assert.Throws<FieldException>(() => TemplateFieldsAreKnown.Check(PaperKind.Project, ["persona.nome", "persona.nomme", "altro"]));

        Assert.That(refused!.Code, Is.EqualTo("template.fields-unknown"));
        Assert.That(refused.Sentence.It, Does.Contain("{{persona.nomme}} (forse {{persona.nome}}?)").And.Contain("{{altro}}"));
        Assert.That(Assert.Throws<FieldException>(() => TemplateFieldsAreKnown.Check(PaperKind.Convention, ["persona.nome"]))!.Code, Is.EqualTo("template.fields-unknown"), "a convention is about nobody");
    }

    [Test]
    public void Skills_OfDossierAndAttestation_AreRowsOfThoseTwoPapersOnly()
    {
        Assert.DoesNotThrow(() => TemplateFieldsAreKnown.Check(PaperKind.Attestation, ["competenze.nome", "competenze.livello", "obiettivi.livello", "percorso.presenza"]));
        Assert.Throws<FieldException>(() => TemplateFieldsAreKnown.Check(PaperKind.Project, ["competenze.nome"]), "nothing was evaluated yet");
        Assert.That(PaperFields.Of(PaperKind.Dossier).Where(field => field.Name.StartsWith("competenze.", StringComparison.Ordinal)).Select(field => field.IsOfARow), Is.All.True);
        Assert.That(SkillCatalogue.All.Select(skill => SkillCatalogue.WordsOf(skill.Code)), Has.All.Not.Null);
    }

    [Test]
    public void Printed_WhenSignaturesRestOnThePaper_SaysWhoAndWhetherItIsStillThatPaper()
    {
        byte[] content = [1, 2, 3];
        PaperSignature Of(string hash) => new(Signer.Host, new(2026, 11, 23), SignatureHow.Link, "Paola <Neri>", hash);

        var right = PaperSignatures.Printed([Of(PaperMaker.HashOf(content))], content);

        Assert.That(right, Does.Contain("Paola &lt;Neri&gt;: firmato il 23/11/2026, con link personale").And.Contain(PaperMaker.HashOf(content)).And.Not.Contain("attenzione"));
        Assert.That(PaperSignatures.Printed([Of("altro")], content), Does.Contain("attenzione"));
        Assert.That(PaperSignatures.Printed([], content), Is.Null);
    }

    private static string[] Kinds => Enum.GetNames<PaperKind>();
}
