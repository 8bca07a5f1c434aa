using System.Net.Http.Headers;
using System.Text;
using InclusionPlatform.IntegrationTests.Today;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Documents;

[TestFixtureSource(typeof(Engines))]
internal sealed class CompanyDocumentTests(Engine engine) : SliceTests(engine)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 una polizza di prova");

    private async Task<Reply> Add(Guid company, byte[]? content = null, string kind = "insurance", string? until = null, Role role = Role.CompanyOperator)
    {
        var file = new ByteArrayContent(content ?? Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "file", "Polizza Rossi.pdf" }, { new StringContent(kind), "kind" }, { new StringContent("Polizza RC"), "title" } };
        if (until is not null)
        {
            form.Add(new StringContent(until), "validUntil");
        }

        return await (await SignIn(role)).Send(HttpMethod.Post, $"companies/{company}/documents", form);
    }

    [Test]
    public async Task AddDocument_WhenAPdf_IsKeptEncryptedAndDownloadedWithALogEntry()
    {
        var company = await Given.Company();
        var id = (await Add(company).Expect(201)).Id;

        var path = Path.Combine(Platform.DataFolder, "documents", $"{id:N}.document");
        Assert.That(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path)), Does.Not.Contain("polizza"));
        var listed = (await As(Role.Educator).Get($"companies/{company}/documents").Expect(200)).Items[0]!;
        Assert.That(listed["fileName"]!.ToString(), Is.EqualTo("Polizza Rossi.pdf"));
        Assert.That(await Scalar<string>("select name_cipher from shared_document"), Does.Not.Contain("Rossi"));

        var read = await As(Role.Educator).Get($"companies/{company}/documents/{id}/content").Expect(200);

        Assert.Multiple(async () =>
        {
            Assert.That(read.Bytes, Is.EqualTo(Pdf));
            Assert.That(read.ContentHeaders.ContentType!.MediaType, Is.EqualTo("application/pdf"));
            Assert.That(read.ContentHeaders.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'company-document' and kind = 'read' and record_id = @Id", new { Id = id }), Is.EqualTo(1));
        });
        await As(Role.Educator).Get($"companies/{await Given.Company()}/documents/{id}/content").Expect(404);
        await As(Role.Administrator).Get($"companies/{company}/documents/{id}/content").Expect(403);
    }

    [Test]
    public async Task AddDocument_WhenItIsNotWhatItSaysOrTooLarge_IsRefused()
    {
        var company = await Given.Company();

        await Add(company, Encoding.ASCII.GetBytes("MZ un programma")).Expect(422, "document.type");
        await Add(company, []).Expect(422, "document.empty");
        await Add(company, [.. Pdf, .. new byte[10 * 1024 * 1024]]).Expect(422, "document.too-large");
        await Add(company, kind: "secret").Expect(422);
        await Add(company, role: Role.Educator).Expect(403);
        await Add(Guid.NewGuid()).Expect(404);
        Assert.That(await Scalar<int>("select count(*) from shared_document"), Is.Zero);
    }

    [Test]
    public async Task Today_WhenADocumentEnds_TellsUntilALaterOneReplacesIt()
    {
        var company = await Given.Company("Con scadenza");
        await Add(company, until: Clock.Today.AddDays(10).ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Expect(201);

        Assert.That((await As(Role.CompanyOperator).Get("today").Expect(200)).Text, Does.Contain("company.document-expiring"));
        await Add(company, until: Clock.Today.AddDays(400).ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Expect(201);

        Assert.That((await As(Role.CompanyOperator).Get("today").Expect(200)).Text, Does.Not.Contain("company.document-expiring"));
        var states = (await As(Role.Educator).Get($"companies/{company}/documents").Expect(200)).Items.Select(item => item!["state"]!.ToString());
        Assert.That(states, Is.EqualTo(new[] { "replaced", "valid" }));
    }

    [Test]
    public async Task Today_WhenACompanyHasManyDocumentsThatEnd_CountsTheCompaniesThatItsListShows()
    {
        var company = await Given.Company("Con scadenza");
        await Add(company, until: Clock.Today.AddDays(10).ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Expect(201);
        var (both, archived) = (await Given.Company("Due in scadenza"), await Given.Company("Archiviata"));
        foreach (var (other, kind) in new[] { (both, "insurance"), (both, "other"), (both, "other"), (archived, "other") })
        {
            await Add(other, kind: kind, until: Clock.Today.AddDays(-3).ToString("O", System.Globalization.CultureInfo.InvariantCulture)).Expect(201);
        }

        await As(Role.CompanyOperator).Post($"companies/{archived}/archiving", new { reason = "Ha chiuso" }).Expect(204);

        Assert.That((await CounterLists.ThatAgree(await SignIn(Role.CompanyOperator)))["company.document-expiring"], Is.EqualTo(2));
    }

    [Test]
    public async Task RemoveDocument_WhenSwept_ItsContentIsGone()
    {
        var company = await Given.Company();
        var id = (await Add(company).Expect(201)).Id;

        await As(Role.CompanyOperator).Delete($"companies/{company}/documents/{id}").Expect(204);
        await As(Role.Educator).Get($"companies/{company}/documents/{id}/content").Expect(404);
        await As(Role.CompanyOperator).Delete($"companies/{company}/documents/{id}").Expect(404);
        await InScope(services => services.GetRequiredService<IMediator>().Send(new SweepDocuments()));

        Assert.That(File.Exists(Path.Combine(Platform.DataFolder, "documents", $"{id:N}.document")), Is.False);
        Assert.That(await Scalar<int>("select count(*) from shared_document"), Is.Zero);
    }
}
