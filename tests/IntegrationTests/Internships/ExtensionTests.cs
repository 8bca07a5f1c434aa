using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using InclusionPlatform.IntegrationTests.Beneficiaries.Rights;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>An internship that lasts longer.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ExtensionTests(Engine engine) : CoursePartTests(engine)
{
    [Test]
    public async Task Extension_WhenItsDaysCannotBe_IsRefused()
    {
        var id = await Running();
        var refused = await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Altri mesi", attestedBy = "SerD", attestedOn = "2036-01-01" }, 422, "validation.failed");
        Assert.That(refused.CodesOf("attestedOn"), Is.EqualTo(new[] { "internship.paper-in-the-future" }));
        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Altri mesi" }, 204);
        var extension = (await Read(id))["extensions"]![0]!["id"];

        Task<Reply> Communicate(string day) => As(Role.Educator).Put($"internships/{id}/extensions/{extension}/communication", new { communicationProtocol = "P-77", communicationSentOn = day });

        await Communicate("2020-01-01").Expect(422, "internship.communication-before-start");
        await Communicate("2027-02-02").Expect(422, "validation.failed");
        await Communicate("2027-02-01").Expect(204);
    }

    [Test]
    public async Task Extension_WhenTheLastMonthIsSigned_WaitsUntilItsRegisterIsOpen()
    {
        var id = await Running("2027-05-29");
        await Given.ClosedRegister(id, "2027-05");

        var refused = await Do(id, "extensions", new { endsOn = "2027-07-30", reason = "Altri mesi" }, 409, "internship.later-end-in-signed-register");
        Assert.That(refused.Text, Does.Contain("maggio 2027").And.Contain("29/05/2027"));
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"));
        await Given.ReopenedRegister(id, "2027-05");
        await Do(id, "extensions", new { endsOn = "2027-06-30", reason = "Altri mesi" }, 204);

        // A month that is whole says all of its days.
        Clock.Now = new(2027, 6, 30, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(id, "2027-06");
        await Do(id, "extensions", new { endsOn = "2027-07-30", reason = "Altri mesi" }, 204);
    }

    [Test]
    public async Task Extension_WhenItsYearIsMistyped_IsRefusedAtTheField()
    {
        var id = await Running();

        foreach (var endsOn in new[] { "9999-12-31", "2207-05-30" })
        {
            Assert.That((await Do(id, "extensions", new { endsOn, reason = "Altri mesi" }, 422, "validation.failed")).CodesOf("endsOn"), Is.Not.Empty);
            var refused = (await As(Role.Educator).Post("internships/bulk-extensions", new { ids = new[] { id }, endsOn, reason = "Altri mesi" }).Expect(200))["refused"]!.AsArray().Single()!;
            Assert.That(refused["reason"]!.ToString(), Does.Contain("«Ultimo giorno»"), "in a list there are no fields at which to show it");
        }

        var attested = await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Altri mesi", attestedBy = "SerD", attestedOn = "0026-11-20" }, 422, "validation.failed");
        Assert.That(attested.CodesOf("attestedOn"), Is.EqualTo(new[] { "internship.paper-year" }));
    }

    [Test]
    public async Task Extension_WhenRecordedByMistake_IsTakenBackWhileNothingFollowedFromIt()
    {
        var id = await Running();
        async Task<JsonNode> Last() => (await Read(id))["extensions"]![0]!;
        async Task<Reply> Withdraw(string? extension = null) =>
            await (await SignIn(Role.Educator)).Delete($"internships/{id}/extensions/{extension ?? (await Last())["id"]!.ToString()}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\""));
        async Task Refused(string code, string? extension = null) => await Task.FromResult(await Withdraw(extension)).Expect(409, code);
        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Doveva essere giugno" }, 204);
        Assert.That((bool)(await Last())["mayBeWithdrawn"]!, Is.True);
        await (await SignIn(Role.CompanyOperator)).Delete($"internships/{id}/extensions/{(await Last())["id"]}", ("If-Match", "\"1\"")).Expect(403);
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/extensions/{(await Last())["id"]}", ("If-Match", "\"1\"")).Expect(412, "record.stale");

        await Task.FromResult(await Withdraw()).Expect(204);

        Assert.That(((await Read(id))["endsOn"]!.ToString(), (await Read(id))["extensions"]!.AsArray().Count), Is.EqualTo(("2027-05-29", 0)));
        await Task.FromResult(await Withdraw(Guid.NewGuid().ToString())).Expect(404, "extension.not-found");
        await Do(id, "extensions", new { endsOn = "2027-06-30", reason = "Un mese" }, 204);
        var first = (await Last())["id"]!.ToString();
        Clock.Now = Clock.Now.AddMinutes(1);
        await Do(id, "extensions", new { endsOn = "2027-07-31", reason = "Un altro" }, 204);
        await Refused("internship.extension-not-last", first);
        await Do(id, "amendments", new { effectiveOn = "2027-07-10", weeklyHours = 20, hostTutor = "Paola Neri", promoterTutorId = (await Read(id))["promoterTutorId"]!.ToString(), reason = "Da luglio" }, 204);
        await Refused("internship.extension-has-changes");
        await As(Role.Educator).Put($"internships/{id}/extensions/{(await Last())["id"]}/communication", new { communicationProtocol = "P-77", communicationSentOn = "2027-02-01" }).Expect(204);
        await Refused("internship.extension-communicated");
        Assert.That((bool)(await Last())["mayBeWithdrawn"]!, Is.False);
    }

    [Test]
    public async Task Extension_WhenTheInternshipLivesOnIt_IsNotTakenBack()
    {
        var id = await Running();
        await Do(id, "extensions", new { endsOn = "2027-06-30", reason = "Un mese" }, 204);
        Clock.Now = new(2027, 5, 30, 9, 0, 0, TimeSpan.Zero);
        var extension = (await Read(id))["extensions"]![0]!;

        var refused = await (await SignIn(Role.Educator)).Delete($"internships/{id}/extensions/{extension["id"]}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\""));

        await Task.FromResult(refused).Expect(409, "internship.extension-already-used");
        Assert.That(((bool)extension["mayBeWithdrawn"]!, (await Read(id))["endsOn"]!.ToString()), Is.EqualTo((false, "2027-06-30")));
    }

    [Test]
    public async Task Extension_WhenWithinTheMaximum_LastsLongerAndKeepsWhatStoodBefore()
    {
        var id = await Running();

        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Servono altri sei mesi" }, 204);

        var read = await Read(id);
        Assert.That((read["endsOn"]!.ToString(), read["extensions"]![0]!["endedBefore"]!.ToString()), Is.EqualTo(("2027-11-29", "2027-05-29")));
        Assert.That(read["extensions"]![0]!["communicationDueOn"]!.ToString(), Is.EqualTo("2027-06-03"));
        var extension = read["extensions"]![0]!["id"];
        await (await SignIn(Role.Educator)).Put($"internships/{id}/extensions/{extension}/communication", new { communicationProtocol = "P-77", communicationSentOn = "2027-02-01" }).Expect(204);
        Assert.That((await Read(id))["extensions"]![0]!["communicationProtocol"]!.ToString(), Is.EqualTo("P-77"));
    }

    [TestCase("2027-11-30", 422, "internship.cannot-extend")]
    [TestCase("2027-05-29", 422, "internship.extension-not-longer")]
    [TestCase(null, 422, "validation.failed")]
    public async Task Extension_WhenBeyondTheMaximumOrNotLonger_IsRefused(string? endsOn, int status, string code)
    {
        var id = await Running();

        var refused = await Do(id, "extensions", new { endsOn, reason = "Servono altri mesi" }, status, code);

        Assert.That(code != "internship.cannot-extend" || refused.Rules.SequenceEqual(["internship.maximum-duration"]));
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"));
    }

    [Test]
    public async Task Extension_WhenSuspended_TheSuspendedDaysDoNotCountInTheMaximum()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);

        await Do(id, "extensions", new { endsOn = "2027-12-30", reason = "Servono altri mesi" }, 422, "internship.cannot-extend");
        await Do(id, "extensions", new { endsOn = "2027-12-29", reason = "Servono altri mesi" }, 204);
    }

    [Test]
    public async Task Extension_WhenTheProgrammeThatPaysEndsBefore_IsRefusedUntilSomebodySetsItAside()
    {
        var id = await Running();
        await Given.Assigned(id, await Given.Programme(endsOn: "2027-06-30"), Given.MarcheScheme);
        var later = new { endsOn = "2027-07-29", reason = "Servono altri due mesi" };

        var refused = await Do(id, "extensions", later, 422, "internship.cannot-extend");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.programme-dates" }));
        Assert.That(refused.Text, Does.Contain("30/06/2027").And.Contain("non sarebbero pagati"));
        Assert.That((await As(Role.Educator).Post($"internships/{id}/extension-check", new { later.endsOn }).Expect(200))["blocks"]![0]!["code"]!.ToString(), Is.EqualTo("internship.programme-dates"));
        var many = await As(Role.Educator).Post("internships/bulk-extensions", new { ids = new[] { id }, later.endsOn, later.reason }).Expect(200);
        Assert.That((int)many["done"]!, Is.Zero, "nor many at once");
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"));
        await Do(id, "extensions", later with { endsOn = "2027-06-30" }, 204);

        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.programme-dates", reason = "La proroga del programma è già deliberata", extension = new { later.endsOn } }).Expect(204);
        await Do(id, "extensions", later, 204);
    }

    [Test]
    public async Task Extension_WhenTheProgrammeHasNotTheMoney_IsRefusedAndNothingChanges()
    {
        var id = await Running();
        var programme = await Given.Programme(2_600_00);
        await Given.Assigned(id, programme, Given.MarcheScheme);

        var refused = await Do(id, "extensions", new { endsOn = "2027-08-29", reason = "Servono altri tre mesi" }, 422, "internship.extension-over-budget");

        Assert.That(refused.CodesOf("endsOn"), Is.EqualTo(new[] { "internship.extension-over-budget" }));
        Assert.That(refused.Text, Does.Contain("2.600,00"));
        var read = await Read(id);
        Assert.That((read["endsOn"]!.ToString(), read["extensions"]!.AsArray().Count), Is.EqualTo(("2027-05-29", 0)));
        await Do(id, "extensions", new { endsOn = "2027-06-05", reason = "Una settimana per finire" }, 204);
    }

    [Test]
    public async Task RuleCheck_WhenTheProposalOutgrowsTheProgrammeThatPays_Blocks()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var id = await Given.Proposal(forCase, company);
        await Given.Assigned(id, await Given.Programme(endsOn: "2027-06-30"), Given.MarcheScheme);
        async Task<string> Outcome() => (await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200))["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.programme-dates")!["outcome"]!.ToString();
        Assert.That(await Outcome(), Is.EqualTo("ok"));

        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { EndsOn = "2027-07-29" }, (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version).Expect(204);

        Assert.That(await Outcome(), Is.EqualTo("blocks"));
    }

    [Test]
    public async Task Extension_WhenTheLastDayHasPassed_IsTooLate()
    {
        var id = await Running("2027-05-30");

        await Do(id, "extensions", new { endsOn = "2027-08-29", reason = "Servono altri mesi" }, 409, "internship.extension-too-late");
    }

    [Test]
    public async Task Extension_WhenARuleSaysNo_IsMadeOnceWhoeverMaySetItAsideWithAReason()
    {
        var id = await Running();
        var later = new { endsOn = "2028-01-29", reason = "Serve altro tempo" };
        var refused = await Do(id, "extensions", later, 422, "internship.cannot-extend");
        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.maximum-duration" }));
        var check = await As(Role.Educator).Post($"internships/{id}/extension-check", new { later.endsOn }).Expect(200);
        var rule = check["blocks"]!.AsArray().Single()!;
        Assert.That((rule["code"]!.ToString(), (bool)rule["mayBeSetAside"]!, rule["setAside"]), Is.EqualTo(("internship.maximum-duration", true, (JsonNode?)null)));
        var aside = new { rule = "internship.maximum-duration", reason = "Accordo con la Regione per questo percorso", extension = new { later.endsOn } };
        await As(Role.Educator).Post($"internships/{id}/rule-overrides", aside).Expect(403);
        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { aside.rule, aside.reason }).Expect(409, "internship.wrong-state");
        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.weekly-hours", aside.reason, aside.extension }).Expect(422, "internship.rule-does-not-block");
        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { aside.rule, reason = "sì", aside.extension }).Expect(422, "validation.failed");

        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", aside).Expect(204);

        check = await As(Role.Educator).Post($"internships/{id}/extension-check", new { later.endsOn }).Expect(200);
        Assert.That(check["blocks"]![0]!["setAside"]!["reason"]!.ToString(), Is.EqualTo(aside.reason));
        await Do(id, "extensions", later with { endsOn = "2028-03-29" }, 422, "internship.cannot-extend");
        await Do(id, "extensions", later, 204);
        var read = await Read(id);
        Assert.That(read["endsOn"]!.ToString(), Is.EqualTo(later.endsOn));
        Assert.That(read["setAside"]!.AsArray().Single()!["reason"]!.ToString(), Is.EqualTo(aside.reason));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'internship-rule-override'"), Is.EqualTo(1));
        await As(Role.Coordinator).Delete($"internships/{id}/rule-overrides/internship.maximum-duration").Expect(409, "internship.rule-override-used");
    }

    [TestCase("9999-12-31")]
    [TestCase("2101-01-01")]
    [TestCase("0001-01-01")]
    public async Task Extension_WhenARuleIsSetAsideForADayThatCannotBe_NamesTheDay(string endsOn)
    {
        var id = await Running();

        var refused = await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.maximum-duration", reason = "Accordo con la Regione", extension = new { endsOn } }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("endsOn"), Is.EqualTo(new[] { "field.out-of-range" }));
    }

    [Test]
    public async Task Extension_WhenTheSameRuleIsSetAsideAgain_TheReasonsOfTheStartAndOfEachExtensionStandSideBySide()
    {
        const string rule = "internship.maximum-duration";
        var company = await Given.Host();
        var forCase = await Given.CaseOf();
        var id = await Given.ReadyInternship(forCase, company, proposal => proposal with { EndsOn = "2027-12-29" });
        Task<Reply> Aside(string reason, string? endsOn = null) =>
            As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule, reason, extension = endsOn is null ? null : new { endsOn } });
        async Task<string[]> Standing() => [.. (await Read(id))["setAside"]!.AsArray().Where(one => one!["withdrawnAt"] is null).Select(one => $"{one!["reason"]} {one["forExtension"]} {one["extendedTo"]}").Reverse()];
        await Aside("Motivo dell'inizio").Expect(204);
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        Clock.Now = Clock.Now.AddMinutes(1);

        await Aside("Motivo della prima proroga", "2028-01-29").Expect(204);
        await Do(id, "extensions", new { endsOn = "2028-01-29", reason = "Un mese" }, 204);
        Clock.Now = Clock.Now.AddMinutes(1);
        await Aside("Una proroga mai decisa", "2028-02-28").Expect(204);
        await Do(id, "extensions", new { endsOn = "2028-03-29", reason = "Altri mesi" }, 422, "internship.cannot-extend");
        await Aside("Motivo della seconda proroga", "2028-03-29").Expect(204);

        Assert.That(await Standing(), Is.EqualTo(new[] { "Motivo dell'inizio false ", "Motivo della prima proroga true 2028-01-29", "Motivo della seconda proroga true 2028-03-29" }));
        Assert.That((await Read(id))["setAside"]!.AsArray().Count, Is.EqualTo(4), "what was never used is no longer valid, and is still told");
        await As(Role.Coordinator).Delete($"internships/{id}/rule-overrides/{rule}").Expect(204);
        Assert.That(await Standing(), Is.EqualTo(new[] { "Motivo dell'inizio false ", "Motivo della prima proroga true 2028-01-29" }), "only what nothing rests on yet is taken back");
        await As(Role.Coordinator).Delete($"internships/{id}/rule-overrides/{rule}").Expect(409, "internship.rule-override-used");
        await Aside("Motivo della seconda proroga", "2028-03-29").Expect(204);
        await Do(id, "extensions", new { endsOn = "2028-03-29", reason = "Altri mesi" }, 204);
        Assert.That((await Standing())[^1], Is.EqualTo("Motivo della seconda proroga true 2028-03-29"));

        var copy = (await (await SignIn(Role.Educator)).UnzipAsync($"beneficiaries/{(await Read(id))["beneficiaryId"]}/copy")).Data["internships"]!.ToJsonString();
        Assert.That(copy, Does.Contain("Motivo della prima proroga").And.Contain("2028-01-29").And.Contain("forStart").And.Contain("forExtension"));
    }

    private Task<int> Run(string sql, object? args = null) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));

    [Test]
    public async Task Overrides_WhenOneForAnExtensionHadReplacedTheOneOfTheStart_TheMigrationLetsBothStand()
    {
        var id = await Running();
        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Altri mesi" }, 204);
        var (rule, start, extension) = ("internship.host-quota", Clock.Now.AddDays(-2), Clock.Now.AddMinutes(-10));
        await Run("update internships_internship set activated_at = @At where id = @id", new { id, At = Clock.Now.AddDays(-1) });
        async Task Stood(string reason, DateTimeOffset at, DateTimeOffset? withdrawnAt) =>
            await Run("insert into internships_rule_override (id, internship_id, rule_code, numbers, reason_cipher, at, by_id, withdrawn_at, withdrawn_by) values (@Key, @id, @rule, '', @reason, @at, @Key, @withdrawnAt, @Key)", new { Key = Guid.NewGuid(), id, rule, reason, at, withdrawnAt });
        await Stood("ritirata", start.AddMinutes(-5), start.AddMinutes(-4));
        await Stood("inizio", start, extension.AddMilliseconds(2));
        await Stood("proroga", extension, Clock.Now.AddMinutes(5).AddMilliseconds(2));
        await Stood("poi", Clock.Now.AddMinutes(5), null);

        foreach (var statement in Migrator.Statements(Migration.Of(typeof(InclusionPlatform.Internships.InternshipsModule).Assembly).Single(one => one.Name == "2026-11-30_90_overrides_by_occasion.sql").Sql).Where(one => one.Contains("update internships_rule_override", StringComparison.Ordinal)))
        {
            await Run(statement);
        }

        Task<string?> Of(string reason) => Scalar<string>("select concat(for_extension, ' ', extended_to, ' ', case when withdrawn_at is null then 'stands' else 'withdrawn' end) from internships_rule_override where reason_cipher = @reason", new { reason });
        Assert.That(new[] { await Of("ritirata"), await Of("inizio"), await Of("proroga"), await Of("poi") }, Is.EqualTo(new[] { "0  withdrawn", "0  stands", "1 2027-11-29 stands", "1  stands" }));
    }

    [Test]
    public async Task Extension_WhenARuleThatWasSetAsideForItHoldsAgain_IsRefusedAsBefore()
    {
        var id = await Running();
        var aside = new { rule = "internship.maximum-duration", reason = "Accordo con la Regione per questo percorso", extension = new { endsOn = "2028-01-29" } };
        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", aside).Expect(204);

        await As(Role.Coordinator).Delete($"internships/{id}/rule-overrides/internship.maximum-duration").Expect(204);

        await Do(id, "extensions", new { endsOn = "2028-01-29", reason = "Serve altro tempo" }, 422, "internship.cannot-extend");
    }
}
