using System.Globalization;
using System.Text;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Documents;

[TestFixtureSource(typeof(Engines))]
internal sealed class PersonDocumentTests(Engine engine) : SliceTests(engine)
{
    private async Task<Reply> Add(Guid person, byte[]? content = null, string kind = "identityDocument", string? until = null, Guid? attestation = null, ApiUser? by = null) =>
        await (by ?? await SignIn(Role.Educator)).Send(
            HttpMethod.Post, $"beneficiaries/{person}/documents",
            Given.FileForm(content, fields: [("kind", kind), ("title", "Carta riservatissima"), ("validUntil", until), ("attestationId", attestation?.ToString())]));

    private string In(int days) => Clock.Today.AddDays(days).ToString("O", CultureInfo.InvariantCulture);

    [Test]
    public async Task Document_WhenAdded_IsEncryptedAndDownloadedOnlyByTheTeamWithALogEntry()
    {
        var (person, _) = await Given.Case();
        var id = (await Add(person).Expect(201)).Id;

        var path = Path.Combine(Platform.DataFolder, "documents", $"{id:N}.document");
        Assert.That(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path)), Does.Not.Contain("riservatissimo"));
        Assert.That(await Scalar<string>("select title_cipher from beneficiaries_document"), Does.Not.Contain("riservatissima"));
        var listed = (await As(Role.Educator).Get($"beneficiaries/{person}/documents").Expect(200)).Items[0]!;
        Assert.That((listed["title"]!.ToString(), listed["fileName"]!.ToString()), Is.EqualTo(("Carta riservatissima", "Carta Rossi.pdf")));

        var read = await As(Role.Educator).Get($"beneficiaries/{person}/documents/{id}/content").Expect(200);

        Assert.That(read.Bytes, Is.EqualTo(Given.Pdf));
        Assert.That(read.ContentHeaders.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @Id and purpose = 'download-document'", new { Id = person }), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @Id and purpose = 'download'", new { Id = id }), Is.EqualTo(1));
        var (other, _) = await Given.Case();
        await As(Role.Educator).Get($"beneficiaries/{other}/documents/{id}/content").Expect(404);
        await (await AnotherPerson(Role.Educator)).Get($"beneficiaries/{person}/documents/{id}/content").Expect(404, "beneficiary.not-found");
        await As(Role.Coordinator).Get($"beneficiaries/{person}/documents/{id}/content").Expect(403, "beneficiary.team-only");
        await As(Role.CompanyOperator).Get($"beneficiaries/{person}/documents/{id}/content").Expect(403);
    }

    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [TestCase("virus.exe", null)]
    [TestCase("pagina.html", null)]
    [TestCase("virus.exe. ", null)]
    [TestCase("foto.jpg", null)]
    [TestCase("carta.docx", null)]
    [TestCase("Carta.PDF", "Carta.PDF")]
    [TestCase("Carta", "Carta.pdf")]
    [TestCase("Verbale 12.03.2026", "Verbale 12.03.2026.pdf")]
    [TestCase("Relazione dott. Rossi", "Relazione dott. Rossi.pdf")]
    public async Task Document_WhenItsNameSaysAnotherType_IsRefusedElseKeptUnderANameThatFits(string name, string? kept)
    {
        var (person, _) = await Given.Case();
        var educator = await SignIn(Role.Educator);
        Task<Reply> Send() => educator.Send(HttpMethod.Post, $"beneficiaries/{person}/documents", Given.FileForm(null, name, ("kind", "other"), ("title", "Carta")));

        if (kept is null)
        {
            Assert.That((await Send().Expect(422, "document.name")).Text, Does.Contain("ma dentro è un PDF: rinominarlo"));
            Assert.That(await Scalar<int>("select count(*) from beneficiaries_document"), Is.Zero);
            return;
        }

        await Send().Expect(201);
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/documents").Expect(200)).Items[0]!["fileName"]!.ToString(), Is.EqualTo(kept));
    }

    [TestCase("foto.JPEG", 201)]
    [TestCase("foto.jpg", 201)]
    [TestCase("foto.pdf", 422)]
    public async Task Document_WhenAPhoto_IsCalledAsPeopleCallPhotos(string name, int status)
    {
        var (person, _) = await Given.Case();
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"beneficiaries/{person}/documents", Given.FileForm(Photo, name, ("kind", "other"), ("title", "Foto"))).Expect(status);
    }

    [Test]
    public async Task Document_WhenItIsNotWhatItSaysOrTooLargeOrNotAllowed_IsRefusedAndNothingIsKept()
    {
        var (person, _) = await Given.Case();

        await Add(person, Encoding.ASCII.GetBytes("MZ un programma")).Expect(422, "document.type");
        await Add(person, []).Expect(422, "document.empty");
        await Add(person, [.. Given.Pdf, .. new byte[10 * 1024 * 1024]]).Expect(422, "document.too-large");
        Assert.That((await Add(person, kind: "attestation").Expect(422)).CodesOf("kind"), Is.EqualTo(new[] { "document.attestation-missing" }));
        await Add(person, attestation: Guid.NewGuid()).Expect(404, "attestation.not-found");
        await Add(person, by: await AnotherPerson(Role.Educator)).Expect(404, "beneficiary.not-found");
        await Add(person, by: await SignIn(Role.Coordinator)).Expect(403, "beneficiary.team-only");

        Assert.That(await Scalar<int>("select count(*) from beneficiaries_document"), Is.Zero);
    }

    [Test]
    public async Task Today_WhenADocumentEnds_TellsTheCaseManagerUntilALaterOneReplacesIt()
    {
        var (person, _) = await Given.Case();
        await Add(person, until: In(10)).Expect(201);

        var due = await As(Role.Educator).Get("today").Expect(200);
        var task = due["tasks"]!.AsArray().Single(found => found!["kind"]!.ToString() == "beneficiary.document-expiring")!;
        Assert.That(task.ToJsonString(), Does.Not.Contain("riservatissima"), "the home does not say which");
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("today").Expect(200)).Text, Does.Not.Contain("document-expiring"));
        await Add(person, until: In(400)).Expect(201);

        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("beneficiary.document-expiring"));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/documents").Expect(200)).Items.Select(item => item!["state"]!.ToString()), Is.EqualTo(new[] { "replaced", "valid" }));
    }

    [Test]
    public async Task Attestation_WhenItsPaperIsAdded_IsListedWithItAndNotAmongTheOthers()
    {
        var (person, _) = await Given.Case();
        var attestation = (await As(Role.Educator).Post(
            $"beneficiaries/{person}/attestations", new { category = "l68-targeted-placement", bodyId = await Given.ReferringBody(), validFrom = "2026-01-10" }).Expect(201)).Id;

        var paper = (await Add(person, kind: "attestation", until: In(5), attestation: attestation).Expect(201)).Id;

        var listed = (await As(Role.Educator).Get($"beneficiaries/{person}/attestations").Expect(200)).Json.AsArray().Single()!;
        Assert.That(listed["documents"]!.AsArray().Single()!["id"]!.GetValue<Guid>(), Is.EqualTo(paper));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/documents").Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("beneficiary.document-expiring"));
        await As(Role.Educator).Get($"beneficiaries/{person}/documents/{paper}/content").Expect(200);
    }

    [Test]
    public async Task Document_WhenRemovedAndSwept_ItsContentIsGone()
    {
        var (person, _) = await Given.Case();
        var id = (await Add(person).Expect(201)).Id;

        await As(Role.Educator).Delete($"beneficiaries/{person}/documents/{id}").Expect(204);
        await As(Role.Educator).Get($"beneficiaries/{person}/documents/{id}/content").Expect(404);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SweepDocuments()));

        Assert.That(File.Exists(Path.Combine(Platform.DataFolder, "documents", $"{id:N}.document")), Is.False);
    }
}
