using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.JobSearch;

[TestFixtureSource(typeof(Engines))]
internal sealed class CvTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Cv_WhenWrittenFromTheFile_KeepsItsVersionsAndBecomesAFile()
    {
        var (person, caseId, path) = await Given.JobSearch(Given.Person("Montebianco"));
        await As(Role.Educator).Put($"beneficiaries/{person}/curriculum", new { languages = new[] { new { code = "it", level = "motherTongue" }, new { code = "sq", level = "b1" } }, licences = Array.Empty<string>() }, 0).Expect(204);
        var work = (await As(Role.Educator).Post($"beneficiaries/{person}/work-experiences", new { employer = "Trattoria del Porto", duties = "Lavapiatti", fromOn = "2020-01-01", toOn = "2021-01-01" }).Expect(201)).Id;
        var told = (await As(Role.Educator).Post($"beneficiaries/{person}/work-experiences", new { employer = "Casa circondariale", duties = "Cucina del carcere", fromOn = "2018-01-01", toOn = "2019-01-01" }).Expect(201)).Id;
        var internship = await Given.ActiveInternship(caseId, await Given.Host(name: "Osteria della Copia"));

        var material = await As(Role.Educator).Get($"job-search-paths/{path}/cv-material").Expect(200);
        Assert.That(material["experiences"]!.AsArray().Single(one => one!["id"]!.GetValue<Guid>() == told)!["sensitive"]!.GetValue<bool>(), Is.True);
        Assert.That(material["internships"]![0]!["detail"]!.ToString(), Is.EqualTo("Osteria della Copia"));
        Assert.That(material["languages"]!.AsArray(), Has.Count.EqualTo(2));

        var draft = new Dictionary<string, object?> { ["headline"] = "Aiuto cuoco", ["profile"] = "Puntuale, abituata a lavorare in squadra.", ["showPhone"] = true, ["showLanguages"] = true, ["experienceIds"] = new[] { work, told }, ["internshipIds"] = new[] { internship } };
        await As(Role.Educator).Post($"job-search-paths/{path}/cvs", draft).Expect(422, "job-search.speaks-of-health-or-penal-facts");
        draft["experienceIds"] = new[] { work };
        draft["showTargetedPlacement"] = true;
        Assert.That((await As(Role.Educator).Post($"job-search-paths/{path}/cvs", draft).Expect(422)).CodesOf("targetedPlacementAsked"), Is.EqualTo(new[] { "cv.not-asked" }));
        draft["showTargetedPlacement"] = false;
        draft["profile"] = "In terapia, cerca un lavoro";
        Assert.That((await As(Role.Educator).Post($"job-search-paths/{path}/cvs", draft).Expect(422)).CodesOf("profile"), Is.EqualTo(new[] { "job-search.speaks-of-health-or-penal-facts" }));
        draft["profile"] = "Puntuale, abituata a lavorare in squadra.";
        var first = await As(Role.Educator).Post($"job-search-paths/{path}/cvs", draft).Expect(201);
        draft["headline"] = "Cuoca";
        await As(Role.Educator).Post($"job-search-paths/{path}/cvs", draft).Expect(201);

        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}/cvs").Expect(200)).Items.Select(one => $"{one!["number"]} {one["headline"]}"), Is.EqualTo(new[] { "2 Cuoca", "1 Aiuto cuoco" }));
        Assert.That(await Scalar<string>("select min(content_cipher) from beneficiaries_job_cv"), Does.StartWith($"p1.{person:N}."));
        var docx = await As(Role.Educator).Get($"job-search-paths/{path}/cvs/{first.Id}/document?format=docx").Expect(200);
        Assert.That(docx.ContentHeaders.ContentDisposition!.ToString(), Does.Contain("curriculum.docx").And.Not.Contain("Montebianco"));
        using var word = WordprocessingDocument.Open(new MemoryStream(docx.Bytes), false);
        var text = word.MainDocumentPart!.Document!.InnerText;
        Assert.That(text, Does.Contain("Gioiosa Montebianco").And.Contain("Trattoria del Porto").And.Contain("Osteria della Copia").And.Contain("Albanese: B1").And.Contain("333 1234567").And.Not.Contain("carcere").And.Not.Contain("persona@example.test").And.Not.Contain("68/"));
        await (await AnotherPerson(Role.Educator)).Get($"job-search-paths/{path}/cvs/{first.Id}/document?format=docx").Expect(404, "job-search-path.not-found");
        await As(Role.Educator).Get($"job-search-paths/{path}/cvs/{Guid.NewGuid()}").Expect(404, "cv.not-found");
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @person and purpose = 'download-curriculum'", new { person }), Is.EqualTo(1));
    }

    [Test]
    public async Task Cv_WhenPrinted_IsAPdfThatLeavesNothingBehind()
    {
        var (_, _, path) = await Given.JobSearch();
        var cv = await Given.Cv(path);
        var before = Left();

        var pdf = await As(Role.Educator).Get($"job-search-paths/{path}/cvs/{cv}/document?format=pdf");

        if (pdf.Status == 503)
        {
            Assert.That(pdf.Code, Is.EqualTo("pdf.unavailable"), "only where no browser is installed");
            Assert.Ignore("no browser here");
        }

        Assert.That(Encoding.ASCII.GetString(pdf.Bytes, 0, 5), Is.EqualTo("%PDF-"));
        Assert.That(pdf.ContentHeaders.ContentDisposition!.ToString(), Does.Contain("curriculum.pdf"));
        Assert.That(Left(), Is.LessThanOrEqualTo(before));
    }

    private static int Left() => Directory.GetDirectories(Path.GetTempPath(), "inclusion-paper-*").Length;
}

/// <summary>On a server without a browser.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class CvWithoutPrinterTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Pdf:Chromium"] = "/nowhere/browser" };

    [Test]
    public async Task Cv_WhenThereIsNoBrowser_SaysSoAndTheDocxStillComes()
    {
        var (_, _, path) = await Given.JobSearch();
        var cv = await Given.Cv(path);

        await As(Role.Educator).Get($"job-search-paths/{path}/cvs/{cv}/document?format=pdf").Expect(503, "pdf.unavailable");
        await As(Role.Educator).Get($"job-search-paths/{path}/cvs/{cv}/document?format=docx").Expect(200);
    }
}
