using InclusionPlatform.Internships.Conventions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class ConventionStateTests(Engine engine) : SliceTests(engine)
{
    private static int number;

    private sealed record Written(Guid? CompanyId = null)
    {
        public string Number { get; init; } = $"S{Interlocked.Increment(ref number)}/2026";

        public string? SignedOn { get; init; }

        public string ValidFrom { get; init; } = "2026-01-01";

        public string ValidTo { get; init; } = "2028-12-31";

        public string? InailPosition { get; init; } = "91234567/22";

        public string? LiabilityPolicy { get; init; } = "RC 555/2026";

        public string? Insurer { get; init; } = "Compagnia di prova";

        public string? LiabilityUntil { get; init; }
    }

    private async Task<Guid> Convention(Written written) => (await As(Role.Educator).Post("conventions", written).Expect(201)).Id;

    private Task<Reply> Step(Guid id, string step, object body, int version) => As(Role.Educator).Post($"conventions/{id}/{step}", body, ("If-Match", $"\"{version}\""));

    private static IEnumerable<Guid> Ids(Reply list) => list.Items.Select(item => Guid.Parse(item!["id"]!.ToString()));

    private async Task<string> StateOf(Guid id) => (await As(Role.Educator).Get($"conventions/{id}").Expect(200))["state"]!.ToString();

    [Test]
    public async Task Convention_WhenDraftedSentAndSigned_GoesThroughItsStatesAndExpiresByItself()
    {
        var id = await Convention(new(await Given.Host()) { ValidTo = "2027-06-30" });
        Assert.That(await StateOf(id), Is.EqualTo("draft"));

        await Step(id, "sending", new { sentOn = "2026-11-20" }, 1).Expect(204);
        Assert.That(await StateOf(id), Is.EqualTo("sent"));
        await Step(id, "signature", new { signedOn = "2026-11-19" }, 2).Expect(422, "convention.signed-before-sent");
        await Step(id, "signature", new { signedOn = "2026-11-24" }, 2).Expect(422, "validation.failed");
        await Step(id, "signature", new { signedOn = "2026-11-23" }, 1).Expect(412, "record.stale");
        await Step(id, "signature", new { signedOn = "2026-11-23" }, 2).Expect(204);
        Assert.That(await StateOf(id), Is.EqualTo("signed"));
        await Step(id, "sending", new { sentOn = "2026-11-23" }, 3).Expect(409, "convention.wrong-state");

        Clock.Now = new(2027, 7, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.That(await StateOf(id), Is.EqualTo("expired"));
        var expired = await As(Role.Educator).Get("conventions?state=expired").Expect(200);
        Assert.That(Ids(expired), Does.Contain(id));
    }

    [Test]
    public async Task Signature_WhenItsDayWasMistyped_IsCorrectedUntilAnInternshipThatBeganRestsOnIt()
    {
        var company = await Given.Host();
        var id = await Convention(new(company) { SignedOn = "2026-01-20" });
        Assert.That((await Step(id, "signature", new { signedOn = "0026-01-02" }, 1).Expect(422, "validation.failed")).CodesOf("signedOn"), Is.EqualTo(new[] { "convention.year" }));
        await Step(id, "signature", new { signedOn = "2026-01-02" }, 9).Expect(412, "record.stale");

        await Step(id, "signature", new { signedOn = "2026-01-02" }, 1).Expect(204);

        Assert.That((await As(Role.Educator).Get($"conventions/{id}").Expect(200))["signedOn"]!.ToString(), Is.EqualTo("2026-01-02"));
        var internship = await Given.Proposal(await Given.CaseOf(), company);
        await Given.Papers(internship, company, papers => papers with { ConventionId = id });
        await As(Role.Educator).Post($"internships/{internship}/activation").Expect(200);
        await Step(id, "signature", new { signedOn = "2026-01-03" }, 2).Expect(409, "convention.signature-in-use");
    }

    [Test]
    public async Task Activation_WhenTheConventionIsOnlyADraft_IsRefused()
    {
        var company = await Given.Host();
        var draft = await Convention(new(company));
        var id = await Given.Proposal(await Given.CaseOf(), company);
        await Given.Papers(id, company, papers => papers with { ConventionId = draft });

        var refused = await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.convention" }));
        Assert.That((await As(Role.Educator).Get($"internships/{id}"))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Does.Contain("convention"));
    }

    [Test]
    public async Task Change_WhenNothingBeganYet_IsSavedAndAStaleOneIsRefused()
    {
        var id = await Convention(new(await Given.Host()) { Number = "DA-CORREGGERE" });

        await As(Role.Educator).Put($"conventions/{id}", new Written { Number = "CORRETTA", ValidTo = "2027-12-31" }, 1).Expect(204);
        await As(Role.Educator).Put($"conventions/{id}", new Written { Number = "ALTRA" }, 1).Expect(412, "record.stale");
        await As(Role.Educator).Put($"conventions/{id}", new Written { Number = "", ValidFrom = "2027-01-01", ValidTo = "2026-01-01" }, 2).Expect(422, "validation.failed");

        var read = await As(Role.Educator).Get($"conventions/{id}").Expect(200);
        Assert.That((read["number"]!.ToString(), read["validTo"]!.ToString()), Is.EqualTo(("CORRETTA", "2027-12-31")));
        await As(Role.CompanyOperator).Get($"conventions/{id}").Expect(403);
        await As(Role.Educator).Get($"conventions/{Guid.NewGuid()}").Expect(404, "convention.not-found");
    }

    [Test]
    public async Task Change_WhenInternshipsThatBeganRestOnIt_OnlyInsuranceChanges()
    {
        var company = await Given.Host();
        await Given.ActiveInternship(await Given.CaseOf(), company);
        var listed = (await As(Role.Educator).Get($"conventions?companyId={company}").Expect(200)).Items.Single()!;
        var (id, text) = (listed["id"]!.ToString(), new Written { Number = listed["number"]!.ToString() });

        await As(Role.Educator).Put($"conventions/{id}", text with { ValidTo = "2026-12-31" }, 1).Expect(409, "convention.in-use");
        await As(Role.Educator).Put($"conventions/{id}", text with { LiabilityPolicy = "RC nuova", LiabilityUntil = "2027-12-31" }, 1).Expect(204);

        await As(Role.Educator).Put($"conventions/{id}", text with { InailPosition = null }, 2).Expect(422, "convention.insurance-in-use");
        await As(Role.Educator).Put($"conventions/{id}", text with { LiabilityPolicy = " " }, 2).Expect(422, "convention.insurance-in-use");

        var read = await As(Role.Educator).Get($"conventions/{id}").Expect(200);
        Assert.That(read["liabilityPolicy"]!.ToString(), Is.EqualTo("RC nuova"));
        Assert.That((bool)read["isInUse"]!, Is.True);
        Assert.That(read["covered"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Renewal_WhenSigned_CoversWhatGoesOnAndIsMadeOnce()
    {
        var company = await Given.Host();
        var short1 = await Convention(new(company) { SignedOn = "2026-01-01", ValidTo = "2027-01-31" });
        var id = await Given.Proposal(await Given.CaseOf(), company);
        await Given.Papers(id, company, papers => papers with { ConventionId = short1 });
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        await As(Role.Educator).Post($"conventions/{short1}/renewal", new Written { ValidFrom = "2027-02-01", ValidTo = "2027-01-31" }).Expect(422);
        var renewed = (await As(Role.Educator).Post($"conventions/{short1}/renewal", new Written { ValidFrom = "2027-02-01", ValidTo = "2029-12-31" }).Expect(201)).Id;
        await As(Role.Educator).Post($"conventions/{short1}/renewal", new Written { ValidFrom = "2027-02-01", ValidTo = "2029-12-31" }).Expect(409, "convention.renewed");
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        await Step(renewed, "signature", new { signedOn = "2026-11-23" }, 1).Expect(204);
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        var read = await As(Role.Educator).Get($"conventions/{short1}").Expect(200);
        Assert.That(read["renewedBy"]!["id"]!.ToString(), Is.EqualTo(renewed.ToString()));
        Assert.That((bool)read["covered"]![0]!["isUncovered"]!, Is.False);
    }

    [Test]
    public async Task Convention_WhenSignedMoreThanAYearBeforeItHolds_IsRefused()
    {
        var company = await Given.Host();
        await As(Role.Educator).Post("conventions", new Written(company) { SignedOn = "2025-12-31", ValidFrom = "2027-01-01" }).Expect(422, "convention.signed-too-early");
        await As(Role.Educator).Post("conventions", new Written(company) { SignedOn = "2026-11-24" }).Expect(422, "validation.failed");
        var signed = new Written(company) { SignedOn = "2026-01-01", ValidFrom = "2027-01-01" };
        var id = await Convention(signed);
        await As(Role.Educator).Put($"conventions/{id}", signed with { ValidFrom = "2027-01-02" }, 1).Expect(422, "convention.signed-too-early");
        var draft = await Convention(new(company) { ValidFrom = "2027-01-01" });

        await Step(draft, "signature", new { signedOn = "2025-12-31" }, 1).Expect(422, "convention.signed-too-early");
        await As(Role.Educator).Put($"conventions/{id}", signed with { InailPosition = null }, 1).Expect(204);
    }

    [Test]
    public async Task Sending_WhenItsDayCannotBe_IsRefused()
    {
        var company = await Given.Host();
        var written = new Written(company) { ValidFrom = "2026-06-01", ValidTo = "2026-11-10" };
        var id = await Convention(written);
        Assert.That((await Step(id, "sending", new { sentOn = "2016-06-01" }, 1).Expect(422, "convention.sent-too-early")).CodesOf("sentOn"), Is.EqualTo(new[] { "convention.sent-too-early" }));
        await Step(id, "sending", new { sentOn = "2025-05-31" }, 1).Expect(422, "convention.sent-too-early");
        await Step(id, "sending", new { sentOn = "2026-11-11" }, 1).Expect(422, "convention.sent-after-end");

        await Step(id, "sending", new { sentOn = "2025-06-01" }, 1).Expect(204);

        await As(Role.Educator).Put($"conventions/{id}", written with { ValidFrom = "2026-06-02" }, 2).Expect(422, "convention.sent-too-early");
        await As(Role.Educator).Put($"conventions/{id}", written with { ValidFrom = "2025-01-01", ValidTo = "2025-05-31" }, 2).Expect(422, "convention.sent-after-end");
        await As(Role.Educator).Put($"conventions/{id}", written with { LiabilityPolicy = "RC nuova" }, 2).Expect(204);
    }

    [Test]
    public async Task Signature_WhenAfterTheLastDay_IsRefusedHoweverItIsWritten()
    {
        var company = await Given.Host();
        var written = new Written(company) { ValidFrom = "2026-06-01", ValidTo = "2026-11-10" };
        static string Field(Reply refused, string name) => refused.CodesOf(name).Single();

        Assert.That(Field(await As(Role.Educator).Post("conventions", written with { SignedOn = "2026-11-11" }).Expect(422, "convention.signed-after-end"), "signedOn"), Is.EqualTo("convention.signed-after-end"));
        var draft = await Convention(written);
        Assert.That(Field(await Step(draft, "signature", new { signedOn = "2026-11-11" }, 1).Expect(422, "convention.signed-after-end"), "signedOn"), Is.EqualTo("convention.signed-after-end"));
        var signed = await Convention(written with { Number = "FIRMATA/2026", SignedOn = "2026-10-20" });
        await Step(signed, "signature", new { signedOn = "2026-11-11" }, 1).Expect(422, "convention.signed-after-end");
        var shortened = await As(Role.Educator).Put($"conventions/{signed}", written with { Number = "FIRMATA/2026", ValidTo = "2026-10-19" }, 1).Expect(422, "convention.signed-after-end");
        Assert.That(Field(shortened, "validTo"), Is.EqualTo("convention.signed-after-end"));
        var renewal = new Written { ValidFrom = "2026-11-11", ValidTo = "2026-11-20" };
        await As(Role.Educator).Post($"conventions/{signed}/renewal", renewal with { SignedOn = "2026-11-21" }).Expect(422, "convention.signed-after-end");
        Assert.That(await StateOf(draft), Is.EqualTo("draft"));
    }

    [Test]
    public async Task Signature_WhenMadeInTimeAndWrittenDownLater_IsRecorded()
    {
        var company = await Given.Host();
        var written = new Written(company) { ValidFrom = "2026-06-01", ValidTo = "2026-11-10" };
        var draft = await Convention(written);
        await Step(draft, "signature", new { signedOn = "2026-11-10" }, 1).Expect(204);
        var whole = await Convention(written with { Number = "TARDI/2026", SignedOn = "2026-06-01" });

        Assert.That((await StateOf(draft), await StateOf(whole)), Is.EqualTo(("expired", "expired")));
        await As(Role.Educator).Put($"conventions/{draft}", written with { LiabilityPolicy = "RC nuova" }, 2).Expect(204);
        await As(Role.Educator).Post($"conventions/{draft}/renewal", new Written { ValidFrom = "2026-11-11", SignedOn = "2026-11-23" }).Expect(201);
    }

    [Test]
    public async Task Renewal_WhenTheFirstIsNotSigned_IsRefused()
    {
        var draft = await Convention(new(await Given.Host()));

        await As(Role.Educator).Post($"conventions/{draft}/renewal", new Written { ValidFrom = "2029-01-01", ValidTo = "2030-12-31" }).Expect(409, "convention.not-signed");
    }

    [Test]
    public async Task Expiring_WhenWithinSixtyDays_IsDueUntilItIsRenewed()
    {
        var company = await Given.Host(name: "Bottega in scadenza");
        var soon = await Convention(new(company) { SignedOn = "2026-01-01", ValidTo = "2027-01-10" });
        await Convention(new(await Given.Host()) { SignedOn = "2026-01-01", ValidTo = "2027-06-30" });

        var due = await As(Role.Coordinator).Get("conventions?due=expiring&total=true").Expect(200);
        var today = await As(Role.Coordinator).Get("today").Expect(200);
        Assert.That(Ids(due), Is.EqualTo(new[] { soon }));
        Assert.That(today.Text, Does.Contain("conventionExpiring").And.Contain("Bottega in scadenza"));

        await As(Role.Educator).Post($"conventions/{soon}/renewal", new Written { ValidFrom = "2027-01-11", ValidTo = "2029-12-31", SignedOn = "2026-11-23" }).Expect(201);
        Assert.That((await As(Role.Coordinator).Get("conventions?due=expiring").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Reminder_WhenSixtyAndFifteenDaysAreLeft_IsGivenOnceEach()
    {
        await Convention(new(await Given.Host(name: "Bottega in scadenza")) { SignedOn = "2026-01-01", ValidTo = "2027-01-10" });
        async Task<int> Told()
        {
            await InScope(services => services.GetRequiredService<IMediator>().Send(new RemindConventions()));
            return (await As(Role.Coordinator).Get("notifications").Expect(200)).Items.Count(item => item!["kind"]!.ToString() == "convention.expiring");
        }

        Assert.That(await Told(), Is.EqualTo(1));
        Assert.That(await Told(), Is.EqualTo(1), "told once");
        Clock.Now = new(2026, 12, 27, 8, 0, 0, TimeSpan.Zero);
        Assert.That(await Told(), Is.EqualTo(2), "fifteen days before");
        Assert.That(await Told(), Is.EqualTo(2));
    }

    [Test]
    public async Task List_WhenSearchedByNumber_FindsItsBeginningOnly()
    {
        var id = await Convention(new(await Given.Host()) { Number = "AB_1%/26" });
        await Convention(new(await Given.Host()) { Number = "ABX1Y/26" });

        Assert.That(Ids(await As(Role.Educator).Get("conventions?q=AB_1%25").Expect(200)), Is.EqualTo(new[] { id }));
    }
}
