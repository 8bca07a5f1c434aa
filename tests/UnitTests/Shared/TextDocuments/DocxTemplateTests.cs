using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.UnitTests.TextDocuments;

internal sealed class DocxTemplateTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> NoLists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();

    private static byte[] Docx(params OpenXmlElement[] content)
    {
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new Document(new Body(content));
        }

        return memory.ToArray();
    }

    private static Paragraph Runs(params string[] texts) => new(texts.Select(text => new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));

    private static string TextOf(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return string.Join('|', package.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => string.Concat(paragraph.Descendants().Select(one => one is Text text ? text.Text : one is Break ? "/" : ""))));
    }

    private static string Filled(byte[] docx, params (string Name, string Value)[] values) =>
        TextOf(DocxTemplate.Open(docx).Fill(new(values.ToDictionary(value => value.Name, value => value.Value), NoLists)));

    /// <summary>An archive with the parts that a document needs and one more.</summary>
    private static byte[] With(string name, string content, byte[]? from = null)
    {
        using var memory = new MemoryStream();
        memory.Write(from ?? Docx(Runs("Testo")));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }

        return memory.ToArray();
    }

    private static string CodeOf(byte[] content) => Assert.Throws<FieldException>(() => DocxTemplate.Open(content))!.Code;

    [Test]
    public void Fill_WhenAValueGoesFromOneTimeToAnother_StaysOnOneLineAndReadsTheSame()
    {
        var docx = DocxTemplate.Open(Docx(Runs("Orario: {{orario}}"))).Fill(new(new Dictionary<string, string> { ["orario"] = "lunedì 8:30–12:30, 14–16; ferie – sole" }, NoLists));

        Assert.That(TextOf(docx), Is.EqualTo("Orario: lunedì 8:30\u2060–\u206012:30, 14\u2060–\u206016; ferie – sole"));
        Assert.That(DocxHtml.Of(docx, "Prova"), Does.Contain(
            "<span class=\"whole\">8:30–12:30</span>, <span class=\"whole\">14–16</span>; ferie – sole").And.Contain(".whole { white-space: nowrap; }"));
    }

    [Test]
    public void Fields_WhenSplitOverRuns_AreFoundOnceAndInOrder()
    {
        var template = DocxTemplate.Open(Docx(Runs("Io, {{per", "sona", ".nome}}, e {{ azienda.nome }}"), Runs("{{persona.nome}}")));

        Assert.That(template.Fields, Is.EqualTo(new[] { "persona.nome", "azienda.nome" }));
    }

    [Test]
    public void Fill_WhenAFieldLiesOverSeveralRuns_PutsTheValueInItsPlace()
    {
        var docx = Docx(Runs("Io, {{per", "sona", ".nome}} e {{a}}{{b}}", " fine"));

        Assert.That(Filled(docx, ("persona.nome", "Rossi Gioiosa"), ("a", "uno"), ("b", "due")), Is.EqualTo("Io, Rossi Gioiosa e unodue fine"));
    }

    [Test]
    public void Fill_WhenAValueHoldsAFieldOrMarkup_LeavesItAsText()
    {
        Assert.That(Filled(Docx(Runs("{{a}} {{b}}")), ("a", "{{b}} <w:p/>\u0001"), ("b", "due")), Is.EqualTo("{{b}} <w:p/> due"));
    }

    [Test]
    public void Fill_WhenAValueHasLines_KeepsThem() => Assert.That(Filled(Docx(Runs("{{a}}.")), ("a", "uno\r\ndue")), Is.EqualTo("uno/due."));

    [Test]
    public void Fill_WhenAParagraphHeldOnlyAnEmptyField_TakesItAway() => Assert.That(Filled(Docx(Runs("{{a}}"), Runs("b")), ("a", "")), Is.EqualTo("b"));

    [Test]
    public void Fill_WhenOfALineOnlyItsLabelIsLeft_TakesItAway() =>
        Assert.That(Filled(Docx(Runs("Nome: ", "{{a}}"), Runs("Nome: {{a}}, {{b}}"), Runs("Il giorno {{a}}"), Runs("b")), ("a", ""), ("b", "x")), Is.EqualTo("Nome: , x|Il giorno |b"), "words are not a label");

    [Test]
    public void Fill_WhenARowHoldsAList_IsRepeatedForEachAndGoesWithoutAny()
    {
        TableRow Row(string text) => new(new TableCell(Runs(text)));
        var docx = Docx(new Table(Row("Data"), Row("{{giorni.data}} {{a}}")), Runs("fine"));
        Dictionary<string, string> Day(string value) => new() { ["giorni.data"] = value };
        string Of(params string[] days) => TextOf(DocxTemplate.Open(docx).Fill(new(
            new Dictionary<string, string> { ["a"] = "x" }, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> { ["giorni"] = [.. days.Select(Day)] })));

        Assert.That(Of("uno", "{{a}}"), Is.EqualTo("Data|uno x|{{a}} x|fine"));
        Assert.That(Of(), Is.EqualTo("Data|fine"));
    }

    [TestCase("Caro {{persona.nome", Description = "not closed")]
    [TestCase("Caro persona.nome}}")]
    [TestCase("{{a{{b}}")]
    public void Open_WhenAFieldIsBroken_SaysWhere(string text) => Assert.That(CodeOf(Docx(Runs(text))), Is.EqualTo("template.field-broken"));

    [Test]
    public void Open_WhenItIsNoDocx_Refuses()
    {
        Assert.That(CodeOf("%PDF-1.7"u8.ToArray()), Is.EqualTo("template.not-docx"));
        Assert.That(CodeOf([]), Is.EqualTo("template.not-docx"));
        Assert.That(CodeOf(Docx(Runs("x"))[..200]), Is.EqualTo("template.not-docx"));
        Assert.That(CodeOf(With("word/other.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")), Is.EqualTo("template.not-docx"));
    }

    [TestCase("word/vbaProject.bin")]
    [TestCase("word/embeddings/oleObject1.bin")]
    [TestCase("word/activeX/activeX1.xml")]
    public void Open_WhenItHoldsPrograms_Refuses(string part) => Assert.That(CodeOf(With(part, "x")), Is.EqualTo("template.macros"));

    [TestCase("image", ExpectedResult = "template.external")]
    [TestCase("attachedTemplate", ExpectedResult = "template.external")]
    public string Open_WhenItFetchesFromElsewhere_Refuses(string type) => CodeOf(With("word/_rels/settings.xml.rels",
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="https://example.test/x" TargetMode="External"/></Relationships>"""));

    [Test]
    public void Open_WhenItSwells_IsGivenUpBeforeItDoes()
    {
        var bomb = With("word/media/bomb.xml", new string('0', 60 * 1024 * 1024));

        Assert.That(bomb, Has.Length.LessThan(1024 * 1024));
        Assert.That(CodeOf(bomb), Is.EqualTo("template.too-large"));
        Assert.That(CodeOf(new byte[(5 * 1024 * 1024) + 1]), Is.EqualTo("template.too-large"));
    }

    [Test]
    public void Html_WhenMadeOfADocument_HasRealHeadingsAndTablesAndForbidsEverything()
    {
        var docx = new DocxWriter("Prova");
        docx.Title("Titolo");
        docx.Heading("Parte & <b>altra</b>");
        docx.Table(["Data"], [["uno"]]);

        var html = DocxHtml.Of(docx.ToArray(), "Prova");

        Assert.That(html, Does.Contain("<h1>Titolo</h1>").And.Contain("<h2>Parte &amp; &lt;b&gt;altra&lt;/b&gt;</h2>").And.Contain("<th scope=\"col\">").And.Contain("<td><p>uno</p></td>"));
        Assert.That(html, Does.Contain("lang=\"it\"").And.Contain("@bottom-right { content: \"Prova · pagina \" counter(page) \" di \" counter(pages);"));
        Assert.That(ChromiumPrinter.Closed(html), Does.Contain("<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"));
        Assert.Throws<ArgumentException>(() => ChromiumPrinter.Closed("<p>senza testata</p>"));
        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(10_000));
    }
}
