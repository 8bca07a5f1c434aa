using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed partial class SigningTests(Engine engine) : SliceTests(engine)
{
    [GeneratedRegex(@"/sign/([\w-]+)")]
    private static partial Regex Link();

    private async Task<Reply> Read(Guid id) => await As(Role.Educator).Get($"internships/{id}").Expect(200);

    private async Task<Guid> ToSign()
    {
        var id = await Given.ProposalToSign(await Given.CaseOf(surname: "Provaccia"), await Given.Host());
        await As(Role.Educator).Post($"internships/{id}/signing", new { }, ("If-Match", "\"1\"")).Expect(204);
        return id;
    }

    private async Task<Reply> Record(Guid id, object signature) => await (await SignIn(Role.Educator)).Post($"internships/{id}/signatures", signature, ("If-Match", $"\"{(await Read(id)).Version}\""));

    /// <summary>Asks for a signature and takes the code out of the mail that leaves.</summary>
    private async Task<string> Send(Guid id, string signer, string email = "tutor@example.org")
    {
        await As(Role.Educator).Post($"internships/{id}/signature-requests", new { signer, email }).Expect(200);
        var mail = await InScope(async services =>
        {
            var row = await services.GetRequiredService<IDbSession>().ScalarAsync<string>("select mail from shared_outbox_mail order by created_at desc, id desc", null, CancellationToken.None);
            return services.GetRequiredService<InclusionPlatform.Shared.Privacy.IFieldCipher>().Unprotect(row)!;
        });
        Assert.That(mail, Does.Not.Contain("Provaccia"), "the mail names nobody");
        return Link().Match(mail).Groups[1].Value;
    }

    private Task<Reply> Public(string path, object body) => Anonymous.Post($"public/internship-signatures{path}", body);

    [Test]
    public async Task Record_WhenAllThreeSigned_IsReadyAndSaysHow()
    {
        var id = await ToSign();
        await Record(id, new { signer = "person", how = "onScreen", signedOn = "2026-11-23" }).Expect(204);
        await Record(id, new { signer = "person", how = "onScreen", signedOn = "2026-11-23" }).Expect(409, "internship.already-signed");
        await Record(id, new { signer = "host", how = "paper", signedOn = "2026-11-23" }).Expect(422, "validation.failed");
        await Record(id, new { signer = "host", how = "outside", signedOn = "2026-11-24" }).Expect(422, "validation.failed");
        await Record(id, new { signer = "host", how = "outside", signedOn = "2026-11-22" }).Expect(204);
        await Record(id, new { signer = "promoter", how = "onScreen", signedOn = "2026-11-23" }).Expect(204);

        var read = await Read(id);

        Assert.That(read["stage"]!.ToString(), Is.EqualTo("ready"));
        Assert.That(read["signatures"]!.AsArray().Select(one => one!["how"]!.ToString()), Is.EqualTo(new[] { "onScreen", "outside", "onScreen" }));
    }

    [Test]
    public async Task Record_WhenItIsADraftOrStale_IsRefused()
    {
        var id = await Given.ProposalToSign(await Given.CaseOf(), await Given.Host());

        await Record(id, new { signer = "person", how = "onScreen", signedOn = "2026-11-23" }).Expect(409, "internship.not-to-sign");
        await As(Role.Educator).Post($"internships/{id}/signing", new { }, ("If-Match", "\"1\"")).Expect(204);
        await As(Role.Educator).Post($"internships/{id}/signatures", new { signer = "person", how = "onScreen", signedOn = "2026-11-23" }, ("If-Match", "\"1\"")).Expect(412, "record.stale");
        await As(Role.CompanyOperator).Post($"internships/{id}/signatures", new { signer = "person", how = "onScreen", signedOn = "2026-11-23" }, ("If-Match", "\"2\"")).Expect(403);
    }

    [Test]
    public async Task Link_WhenOpenedAndSigned_SignsOnceWithTheNameAndTellsWhoFollows()
    {
        var id = await ToSign();
        var code = await Send(id, "host");

        var project = await Public("/project", new { code }).Expect(200);
        Assert.That(project["personName"]!.ToString(), Does.Contain("Provaccia"));
        Assert.That((await Read(id))["signatures"]![1]!["signedOn"], Is.Null, "opening signs nothing");
        await Public("", new { code, name = "" }).Expect(422, "validation.failed");
        await Public("", new { code, name = "Paola Neri" }).Expect(204);
        await Public("", new { code, name = "Paola Neri" }).Expect(404, "signature-link.not-found");

        var signature = (await Read(id))["signatures"]![1]!;
        Assert.That((signature["how"]!.ToString(), signature["name"]!.ToString(), signature["signedOn"]!.ToString()), Is.EqualTo(("link", "Paola Neri", "2026-11-23")));
        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Items.Select(item => item!["kind"]!.ToString()), Does.Contain("internship.signed"));
    }

    [Test]
    public async Task Link_WhenRemindedExpiredOrTheProjectChanges_TheOldOneCountsNoMore()
    {
        var id = await ToSign();
        var first = await Send(id, "host");
        await As(Role.Educator).Post($"internships/{id}/signature-requests", new { signer = "host", email = "tutor@example.org" }).Expect(409, "signature.just-sent");
        Clock.Now = Clock.Now.AddMinutes(11);
        var second = await Send(id, "host");
        await Public("/project", new { code = first }).Expect(404, "signature-link.not-found");
        await Public("/project", new { code = second }).Expect(200);
        var request = (await Read(id))["signatures"]![1]!["request"]!;
        Assert.That((int)request["sent"]!, Is.EqualTo(2));

        var told = DateTimeOffset.Parse(request["expiresAt"]!.ToString(), CultureInfo.InvariantCulture).InItaly();
        Clock.Now = told.AtInItaly(new(23, 30));
        await Public("/project", new { code = second }).Expect(200);
        Clock.Now = told.AddDays(1).StartInItaly();
        await Public("/project", new { code = second }).Expect(404, "signature-link.not-found");
        await Public("/project", new { code = "inventato" }).Expect(404, "signature-link.not-found");
        var third = await Send(id, "person", "persona@example.org");
        await As(Role.Educator).Post($"internships/{id}/signing-withdrawal", new { reason = "projectChanges" }, ("If-Match", $"\"{(await Read(id)).Version}\"")).Expect(204);
        await Public("", new { code = third, name = "Gioiosa" }).Expect(404, "signature-link.not-found");
    }

    [Test]
    public async Task Signatures_OnScreenAndByLink_RestOnTheVersionThatWasSignedWhichStaysForEver()
    {
        var (forCase, company) = (await Given.CaseOf(surname: "Provaccia"), await Given.Host());
        var id = await Given.ProposalToSign(forCase, company);
        await As(Role.Educator).Post($"internships/{id}/signing", new { }, ("If-Match", "\"1\"")).Expect(204);
        var code = await Send(id, "host");
        Assert.That((bool)(await Public("/project", new { code }).Expect(200))["hasPaper"]!, Is.True);
        await Record(id, new { signer = "person", how = "onScreen", signedOn = "2026-11-23" }).Expect(204);
        await Public("", new { code, name = "Paola Neri" }).Expect(204);
        await Record(id, new { signer = "promoter", how = "outside", signedOn = "2026-11-23" }).Expect(204);

        var signed = (await Read(id))["signatures"]!.AsArray();
        var paper = Guid.Parse(signed[0]!["paper"]!["paperId"]!.ToString());
        Assert.That(signed[1]!["paper"]!["paperId"]!.ToString(), Is.EqualTo(paper.ToString()), "both signed the same version");
        Assert.That(signed[2]!["paper"], Is.Null, "what was signed outside is not here");
        var docx = (await As(Role.Educator).Get($"internship-papers/{paper}/docx").Expect(200)).Bytes;
        Assert.That(signed[0]!["paper"]!["hash"]!.ToString(), Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(docx))));

        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { WeeklyHours = 20 }, (await Read(id)).Version).Expect(204);
        await As(Role.Educator).Post("internship-papers", new { internshipId = id, kind = "project" }).Expect(200);

        Assert.That((await As(Role.Educator).Get($"internship-papers/{paper}/docx").Expect(200)).Bytes, Is.EqualTo(docx), "kept though nobody uploaded anything");
        var papers = (await As(Role.Educator).Get($"internship-papers?internshipId={id}").Expect(200))["items"]!.AsArray();
        Assert.That(papers.Select(one => one!["signatures"]!.AsArray().Count), Is.EqualTo(new[] { 0, 2 }));
        var shown = papers[1]!["signatures"]!.AsArray().Select(one => $"{one!["signer"]} {one["how"]} {one["name"]} {one["signedOn"]}");
        Assert.That(shown, Is.EqualTo(new[] { "person onScreen  2026-11-23", "host link Paola Neri 2026-11-23" }));
        await Public("/paper", new { code }).Expect(404, "signature-link.not-found");
    }

    [Test]
    public async Task Request_WhenTheAddressIsWrong_NamesIt()
    {
        var id = await ToSign();

        var refused = await As(Role.Educator).Post($"internships/{id}/signature-requests", new { signer = "host", email = "non un indirizzo" }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("email"), Is.EqualTo(new[] { "email.form" }));
    }

    [Test]
    public async Task Paper_WhenUploaded_SignsForAllWhoSignedOnItAndIsKept()
    {
        var id = await ToSign();
        byte[] scan = [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"u8];
        var educator = await SignIn(Role.Educator);
        var form = new MultipartFormDataContent { { new ByteArrayContent(scan) { Headers = { ContentType = new("application/pdf") } }, "file", "progetto.pdf" } };

        await educator.Send(HttpMethod.Post, $"internships/{id}/signatures/paper?signers=person,host&signedOn=2026-11-23", form, ("If-Match", $"\"{(await Read(id)).Version}\"")).Expect(204);

        var signatures = (await Read(id))["signatures"]!.AsArray();
        Assert.That(signatures.Select(one => (bool)one!["hasScan"]!), Is.EqualTo(new[] { true, true, false }));
        Assert.That((await educator.Get($"internships/{id}/signatures/host/paper").Expect(200)).Bytes, Is.EqualTo(scan));
        await educator.Get($"internships/{id}/signatures/promoter/paper").Expect(404);
    }

    [Test]
    public async Task Documents_WhenASignatureWasGivenByLinkOrOnScreen_DoNotRewriteIt()
    {
        var id = await ToSign();
        await Public("", new { code = await Send(id, "host"), name = "Paola Neri" }).Expect(204);
        await Record(id, new { signer = "person", how = "onScreen", signedOn = "2026-11-22" }).Expect(422, "validation.failed");
        await Record(id, new { signer = "person", how = "onScreen", signedOn = "2026-11-23" }).Expect(204);
        async Task<Reply> Put(object papers) => await As(Role.Educator).Put($"internships/{id}/documents", papers, (await Read(id)).Version);

        var refused = await Put(new { }).Expect(409, "internship.signature-given");
        await Put(new { signedByPersonOn = "2026-11-23", signedByHostOn = "2026-11-01" }).Expect(409, "internship.signature-given");
        await Put(new { signedByPersonOn = "2026-11-23", signedByHostOn = "2026-11-23", signedByPromoterOn = "2026-11-22" }).Expect(204);
        await Put(new { signedByPersonOn = "2026-11-23", signedByHostOn = "2026-11-23", signedByPromoterOn = "2026-11-21" }).Expect(204);

        Assert.That(refused["detail"]!.ToString(), Does.Contain("bozza"), "it names the way out");
        var read = await Read(id);
        Assert.That(read["signatures"]!.AsArray().Select(one => $"{one!["how"]} {one["signedOn"]}"), Is.EqualTo(new[] { "onScreen 2026-11-23", "link 2026-11-23", " 2026-11-21" }));
        Assert.That(read["history"]!.AsArray().Select(one => $"{one!["kind"]} {one["subject"]} {one["day"]}"), Is.SupersetOf(new[]
        {
            "signatureChanged promoter 2026-11-22", "signatureRecorded promoter 2026-11-22", "signatureRecorded person 2026-11-23", "signatureRecorded host 2026-11-23",
        }));
    }

    [Test]
    public async Task Signature_WhenItFellAndAnotherOfTheSameDayIsRecorded_DoesNotStandForIt()
    {
        var id = await ToSign();
        await Public("", new { code = await Send(id, "host"), name = "Paola Neri" }).Expect(204);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await As(Role.Educator).Post($"internships/{id}/signing-withdrawal", new { reason = "projectChanges" }, ("If-Match", $"\"{(await Read(id)).Version}\"")).Expect(204);
        await As(Role.Educator).Put($"internships/{id}/documents", new { signedByHostOn = "2026-11-23" }, (await Read(id)).Version).Expect(204);

        var read = await Read(id);

        Assert.That((read["signatures"]![1]!["signedOn"]!.ToString(), read["signatures"]![1]!["how"], read["signatures"]![1]!["name"]), Is.EqualTo(("2026-11-23", (object?)null, (object?)null)));
        Assert.That(read["history"]!.AsArray().Select(one => $"{one!["kind"]} {one["subject"]}"), Does.Contain("takenBack projectChanges"));
        await As(Role.Educator).Put($"internships/{id}/documents", new { }, read.Version).Expect(204);
    }
}
