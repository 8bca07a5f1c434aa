using System.Text.Json.Nodes;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Suspensions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>From the draft to the end: signing, suspensions, extensions and amendments. Internships run from 30 November 2026 to 29 May 2027.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class CourseTests(Engine engine) : SliceTests(engine)
{
    private async Task<JsonNode> Read(Guid id) => JsonNode.Parse((await As(Role.Educator).Get($"internships/{id}").Expect(200)).Text)!;

    private async Task<string> StageOf(Guid id) => (await Read(id))["stage"]!.ToString();

    private async Task<Reply> Do(Guid id, string step, object body, int status, string? code = null)
    {
        var version = (int)(await Read(id))["version"]!;
        return await As(Role.Educator).Post($"internships/{id}/{step}", body, ("If-Match", $"\"{version}\"")).Expect(status, code);
    }

    private async Task<Guid> Running(string day = "2027-02-01")
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = DateTimeOffset.Parse($"{day}T09:00:00Z", null);
        return id;
    }

    [Test]
    public async Task Stage_WhenItGoesOn_IsDraftThenToSignThenReadyThenActive()
    {
        var company = await Given.Host();
        var id = await Given.ProposalToSign(await Given.CaseOf(), company);
        Assert.That(await StageOf(id), Is.EqualTo("draft"));

        await Do(id, "signing", new { }, 204);
        Assert.That(await StageOf(id), Is.EqualTo("toSign"));
        await Do(id, "signing", new { }, 409, "internship.already-to-sign");
        await Given.Papers(id, company);
        Assert.That(await StageOf(id), Is.EqualTo("ready"));
        Assert.That((await As(Role.Educator).Get("internships?stage=ready").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("internships?stage=draft").Expect(200)).Items, Is.Empty);

        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        Assert.That((await StageOf(id), (await Read(id))["state"]!.ToString()), Is.EqualTo(("active", "active")));
    }

    [Test]
    public async Task Signing_WhenThePlanCouldNotStart_IsRefusedWithItsRules()
    {
        var id = await Given.ProposalToSign(await Given.CaseOf(), await Given.Host(), proposal => proposal with { WeeklyHours = 41, AllowanceCents = 50000 });

        var refused = await Do(id, "signing", new { }, 422, "internship.cannot-be-signed");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.weekly-hours" }), "papers are not asked for yet");
    }

    [Test]
    public async Task Signing_WhenThePaperWouldHaveBlanks_IsRefusedUntilConventionAndCoversAreThere()
    {
        var company = await Given.Host();
        var id = await Given.Proposal(await Given.CaseOf(), company);
        Assert.That((await Do(id, "signing", new { }, 422, "internship.cannot-be-signed")).Rules, Is.EqualTo(new[] { "internship.convention", "internship.inail-cover", "internship.liability-cover" }));
        var bare = (await As(Role.Educator).Post("conventions", new { companyId = company, number = "NUDA/2026", validFrom = "2026-01-01", validTo = "2028-12-31" }).Expect(201)).Id;
        async Task Record(object papers) => await As(Role.Educator).Put($"internships/{id}/documents", papers, (int)(await Read(id))["version"]!).Expect(204);

        await Record(new { conventionId = bare });
        Assert.That((await Do(id, "signing", new { }, 422, "internship.cannot-be-signed")).Rules, Is.EqualTo(new[] { "internship.inail-cover", "internship.liability-cover" }));
        await Record(new { conventionId = bare, inailPosition = "91234567/22", liabilityPolicy = "RC 555/2026" });

        await Do(id, "signing", new { }, 204);
    }

    [Test]
    public async Task Signing_WhenTakenBackOrTheProjectChanges_TheSignaturesFall()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var id = await Given.ReadyInternship(forCase, company);
        await Do(id, "signing-withdrawal", new { }, 422, "validation.failed");
        await Do(id, "signing-withdrawal", new { reason = "projectChanges" }, 204);
        Assert.That((await StageOf(id), (await Read(id))["documents"]!["signedByPersonOn"]), Is.EqualTo(("draft", (JsonNode?)null)));

        await Given.Papers(id, company);
        var version = (int)(await Read(id))["version"]!;
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { WeeklyHours = 20 }, version).Expect(204);
        Assert.That(await StageOf(id), Is.EqualTo("draft"), "nobody signed this");
    }

    [Test]
    public async Task Suspension_WhenLongEnough_MovesTheEndAndTheRegisterAsksNothingOfItsDays()
    {
        var id = await Running();

        var moved = await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);

        Assert.That((moved["endsOn"]!.ToString(), (int)moved["suspendedDays"]!), Is.EqualTo(("2027-06-28", 30)));
        Assert.That(await StageOf(id), Is.EqualTo("suspended"));
        Assert.That((await As(Role.Educator).Get("internships?stage=suspended").Expect(200)).Items, Has.Count.EqualTo(1));
        var register = await As(Role.Educator).Get($"internships/{id}/attendance/2027-01").Expect(200);
        var days = register["sheet"]!["days"]!.AsArray();
        Assert.That(days.Where(day => (bool)day!["isSuspended"]!).Select(day => day!["day"]!.ToString()).ToArray(), Has.Length.EqualTo(21).And.No.Member("2027-01-10"));
        Assert.That(days.Where(day => (bool)day!["isSuspended"]!).Sum(day => (int)day!["usualMinutes"]!), Is.Zero);
        var refused = await As(Role.Educator).Put($"internships/{id}/attendance/2027-01", new { days = new[] { new { day = "2027-01-12", minutes = 60 } } }, 0).Expect(422, "attendance.days");
        Assert.That(refused.Rules, Is.EqualTo(new[] { "attendance.day-suspended" }));
        Assert.That(await Scalar<string>("select reason_cipher from internships_suspension"), Does.Not.Contain("illness"));

        Clock.Now = new(2027, 2, 10, 9, 0, 0, TimeSpan.Zero);
        Assert.That(await StageOf(id), Is.EqualTo("active"));
    }

    [Test]
    public async Task Suspension_WhenItsEndIsNotKnown_MovesWhenItIsAndCanBeTakenAway()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "closure", fromOn = "2027-01-11" }, 200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"));
        var suspension = (await Read(id))["suspensions"]![0]!["id"]!.ToString();

        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-01-25" }, 200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-06-13"));
        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-01-24" }, 200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"), "fourteen days do not move it");

        var version = (int)(await Read(id))["version"]!;
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{suspension}", ("If-Match", $"\"{version}\"")).Expect(204);
        Assert.That((await Read(id))["suspensions"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Suspension_WhenARegisterOfItsDaysIsSigned_IsNeitherTakenAwayNorMovedUntilItIsReopened()
    {
        var id = await Running("2027-03-02");
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-12" }, 200);
        var suspension = (await Read(id))["suspensions"]![0]!["id"]!.ToString();
        async Task<Reply> Withdraw() => await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{suspension}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\""));
        await Given.ClosedRegister(id, "2027-01");

        var refused = await Withdraw();
        await Task.FromResult(refused).Expect(409, "internship.suspension-in-signed-register");
        Assert.That(refused.Text, Does.Contain("la differenza va nella prossima lista"));
        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-01-20" }, 409, "internship.suspension-in-signed-register");
        Assert.That(((await Read(id))["endsOn"]!.ToString(), (await Read(id))["suspensions"]!.AsArray().Count), Is.EqualTo(("2027-07-01", 1)), "nothing moved");

        // Its days of February are not signed: only they change.
        await Do(id, $"suspensions/{suspension}/resumption", new { toOn = "2027-02-09" }, 200);
        await Given.ReopenedRegister(id, "2027-01");
        await Task.FromResult(await Withdraw()).Expect(204);
        Assert.That(((await Read(id))["endsOn"]!.ToString(), (await Read(id))["suspensions"]!.AsArray().Count), Is.EqualTo(("2027-05-29", 0)));
    }

    [Test]
    public async Task Suspension_WhenHoursWereWorkedOrTheInputIsWrong_IsRefusedAndNothingMoves()
    {
        var id = await Running();
        await As(Role.Educator).Put($"internships/{id}/attendance/2027-01", new { days = new[] { new { day = "2027-01-12", minutes = 300 } } }, 0).Expect(200);

        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 422, "internship.suspension-has-hours");
        await Do(id, "suspensions", new { reason = "other", fromOn = "2027-01-13" }, 422, "validation.failed");
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-06-13" }, 422, "internship.suspension-outside");
        await As(Role.Educator).Post($"internships/{id}/suspensions", new { reason = "illness", fromOn = "2027-01-13" }, ("If-Match", "\"1\"")).Expect(412, "record.stale");
        await As(Role.CompanyOperator).Post($"internships/{id}/suspensions", new { reason = "illness", fromOn = "2027-01-13" }, ("If-Match", "\"1\"")).Expect(403);

        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"));
    }

    [Test]
    public async Task Suspension_WhenItMovesTheEndBeyondTheConvention_SaysWhichRulesThenBlockBeforeAndAfter()
    {
        var company = await Given.Host();
        var id = await Given.Proposal(await Given.CaseOf(), company);
        var brief = await Given.Convention(company, validTo: "2027-06-15");
        await Given.Papers(id, company, papers => papers with { ConventionId = brief });
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        var suspension = new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" };

        var before = await As(Role.Educator).Post($"internships/{id}/suspension-preview", suspension).Expect(200);
        Assert.That((await Read(id))["endsOn"]!.ToString(), Is.EqualTo("2027-05-29"), "nothing is saved");
        var after = await Do(id, "suspensions", suspension, 200);

        foreach (var answer in new[] { before, after })
        {
            Assert.That(answer["endsOn"]!.ToString(), Is.EqualTo("2027-06-28"));
            Assert.That(answer["blocks"]!.AsArray().Select(rule => rule!["code"]!.ToString()), Is.EqualTo(new[] { "internship.convention" }));
        }

        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        Assert.That(check["rules"]!.AsArray().Where(rule => rule!["outcome"]!.ToString() == "blocks").Select(rule => rule!["code"]!.ToString()), Is.EqualTo(new[] { "internship.convention" }));
    }

    [Test]
    public async Task SuspensionPreview_WhenTheInputIsWrongOrItDoesNotRun_IsRefused()
    {
        var id = await Running();
        object Of(string? reason, string? fromOn, string? toOn) => new { reason, fromOn, toOn };
        await As(Role.Educator).Post($"internships/{id}/suspension-preview", Of(null, "2027-01-11", null)).Expect(422, "validation.failed");
        await As(Role.Educator).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", "9999-12-31")).Expect(422, "internship.suspension-too-long");
        await Do(id, "suspensions", Of("illness", "2027-01-11", "2029-01-11"), 422, "internship.suspension-too-long");
        Assert.That((await As(Role.Educator).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", null)).Expect(200))["blocks"]!.AsArray(), Is.Empty);
        await As(Role.CompanyOperator).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", null)).Expect(403);
        await (await AnotherPerson(Role.Educator)).Post($"internships/{id}/suspension-preview", Of("illness", "2027-01-11", null)).Expect(404, "internship.not-found");
    }

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
    public async Task Extension_WhenTheLastDayHasPassed_IsTooLate()
    {
        var id = await Running("2027-05-30");

        await Do(id, "extensions", new { endsOn = "2027-08-29", reason = "Servono altri mesi" }, 409, "internship.extension-too-late");
    }

    [Test]
    public async Task Amendment_WhenHoursAndTutorChange_KeepsTheOriginal()
    {
        var id = await Running();
        var before = await Read(id);

        await Do(id, "amendments", new { effectiveOn = "2027-02-01", weeklyHours = 20, workplace = "Magazzino di via Prova", hostTutor = "Altra Persona", promoterTutorId = before["promoterTutorId"]!.ToString(), reason = "Orario ridotto" }, 204);

        var read = await Read(id);
        Assert.That(((int)read["weeklyHours"]!, read["hostTutor"]!.ToString(), read["workplace"]!.ToString()), Is.EqualTo((20, "Altra Persona", "Magazzino di via Prova")));
        var amendment = read["amendments"]!.AsArray().Single()!;
        Assert.That(((int)amendment["before"]!["weeklyHours"]!, amendment["before"]!["hostTutor"]!.ToString()), Is.EqualTo((25, "Paola Neri")));
        await Do(id, "amendments", new { effectiveOn = "2027-02-01", weeklyHours = 20, workplace = "Magazzino di via Prova", hostTutor = "Altra Persona", promoterTutorId = before["promoterTutorId"]!.ToString(), reason = "Niente" }, 422, "internship.amendment-empty");
        var refused = await Do(id, "amendments", new { effectiveOn = "2027-02-01", weeklyHours = 45, hostTutor = "Altra Persona", promoterTutorId = before["promoterTutorId"]!.ToString(), reason = "Troppe ore" }, 422, "internship.cannot-amend");
        Assert.That(refused.Rules, Does.Contain("internship.weekly-hours"));
    }

    [Test]
    public async Task Amendment_WhenTheServicesTutorOrWhoFollowsTheCaseChanges_KeepsTheOriginal()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host(), proposal => proposal with { Kind = "socialInclusion", Region = "Toscana", AllowanceCents = 500_00, CaseManager = "Rita Bianchi, Società della Salute" });
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        var tutor = (await Read(id))["promoterTutorId"]!.ToString();
        var another = JsonNode.Parse((await As(Role.Educator).Get("cases/possible-members").Expect(200)).Text)!.AsArray().Select(one => one!["id"]!.ToString()).First(one => one != tutor);
        object Body(string? caseManager, string promoterTutorId, string hostTutor = "Paola Neri", string on = "2027-02-01") => new { effectiveOn = on, weeklyHours = 25, hostTutor, promoterTutorId, caseManager, reason = "Cambia chi segue" };

        Assert.That((await Do(id, "amendments", Body("", tutor), 422, "internship.cannot-amend")).Rules, Does.Contain("internship.case-manager"), "Toscana wants somebody");
        Assert.That((await Do(id, "amendments", Body(new string('x', 161), tutor), 422, "validation.failed")).CodesOf("caseManager"), Is.Not.Empty);
        await Do(id, "amendments", Body(null, tutor), 422, "internship.amendment-empty");
        await Do(id, "amendments", Body(null, tutor, "Altra Persona"), 204);
        Assert.That((await Read(id))["caseManager"]!.ToString(), Is.EqualTo("Rita Bianchi, Società della Salute"), "not said: it stays");
        await Do(id, "amendments", Body(" Sara Verdi, ASL ", another, "Altra Persona", "2027-03-01"), 204);
        Assert.That((await Read(id))["caseManager"]!.ToString(), Is.EqualTo("Rita Bianchi, Società della Salute"), "its day has not come");
        Clock.Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await InScope(async services => await services.GetRequiredService<IMediator>().Send(new ApplyAmendments()));

        var read = await Read(id);
        Assert.That((read["caseManager"]!.ToString(), read["promoterTutorId"]!.ToString()), Is.EqualTo(("Sara Verdi, ASL", another)));
        var amended = read["amendments"]!.AsArray().Single(one => one!["effectiveOn"]!.ToString() == "2027-03-01")!["before"]!;
        Assert.That((amended["caseManager"]!.ToString(), amended["promoterTutorId"]!.ToString()), Is.EqualTo(("Rita Bianchi, Società della Salute", tutor)), "what stood before can be read");
    }

    [Test]
    public async Task Amendment_WhenHoursChange_TheDaysBeforeKeepTheWeekOfThen()
    {
        var id = await Running("2027-02-17");
        var tutor = (await Read(id))["promoterTutorId"]!.ToString();
        async Task<int[]> Usual(string month, params int[] days)
        {
            var sheet = (await As(Role.Educator).Get($"internships/{id}/attendance/{month}").Expect(200))["sheet"]!;
            return [.. days.Select(day => (int)sheet["days"]!.AsArray().Single(one => one!["day"]!.ToString().EndsWith($"-{day:00}", StringComparison.Ordinal))!["usualMinutes"]!)];
        }

        await As(Role.Educator).Put($"internships/{id}/usual-week", new { monday = 600, tuesday = 600, wednesday = 300, patronMonth = 2, patronDay = 17 }, 0).Expect(204);
        await Do(id, "amendments", new { effectiveOn = "2027-02-15", weeklyHours = 20, hostTutor = "Paola Neri", promoterTutorId = tutor, reason = "Orario ridotto" }, 204);

        Assert.That(await Usual("2027-02", 8, 10, 11, 15, 17, 18), Is.EqualTo(new[] { 600, 300, 0, 240, 0, 240 }), "the patron saint stays");
        Assert.That(await Usual("2027-01", 11, 14), Is.EqualTo(new[] { 600, 0 }));
        Assert.That((await As(Role.Educator).Get($"internships/{id}/attendance").Expect(200))["usual"]!["since"]!.ToString(), Is.EqualTo("2027-02-15"));
        await Do(id, "amendments", new { effectiveOn = "2027-02-10", weeklyHours = 15, hostTutor = "Paola Neri", promoterTutorId = tutor, reason = "Prima" }, 422, "internship.amendment-before-last");
    }

    [Test]
    public async Task Amendment_WhenItChangesTheHoursOfASignedMonth_WaitsForItsReopening()
    {
        var id = await Running("2027-01-11");
        var tutor = (await Read(id))["promoterTutorId"]!.ToString();
        object Body(int hours, string hostTutor = "Paola Neri", string on = "2026-12-15") => new { effectiveOn = on, weeklyHours = hours, hostTutor, promoterTutorId = tutor, reason = "Orario cambiato" };
        await Given.ClosedRegister(id, "2026-12");

        await Do(id, "amendments", Body(30), 409, "internship.amendment-in-signed-register");
        await Do(id, "amendments", Body(30, on: "2026-11-30"), 409, "internship.amendment-in-signed-register");
        Assert.That((int)(await Read(id))["weeklyHours"]!, Is.EqualTo(25));
        await Do(id, "amendments", Body(25, "Altra Persona"), 204);
        await Given.ReopenedRegister(id, "2026-12");
        await Do(id, "amendments", Body(20, "Altra Persona"), 204);
    }

    [Test]
    public async Task Amendment_WhenItsDayIsStillToCome_WaitsAndTakesEffectByItselfOnce()
    {
        var id = await Running();
        var tutor = (await Read(id))["promoterTutorId"]!.ToString();
        object Body(int hours, string on = "2027-03-01") => new { effectiveOn = on, weeklyHours = hours, hostTutor = "Altra Persona", promoterTutorId = tutor, reason = "Da marzo" };
        Task Apply() => Task.WhenAll(Enumerable.Range(0, 3).Select(_ => InScope(async services => await services.GetRequiredService<IMediator>().Send(new ApplyAmendments()))));
        await Do(id, "amendments", Body(45), 422, "internship.cannot-amend");
        await Do(id, "amendments", Body(20, "2027-06-01"), 422, "internship.amendment-outside");

        await Do(id, "amendments", Body(20), 204);

        var waiting = await Read(id);
        Assert.That(((int)waiting["weeklyHours"]!, waiting["hostTutor"]!.ToString(), (bool)waiting["amendments"]![0]!["waits"]!), Is.EqualTo((25, "Paola Neri", true)));
        await Do(id, "amendments", Body(15, "2027-02-01"), 409, "internship.amendment-waits");
        await Apply();
        Assert.That((int)(await Read(id))["weeklyHours"]!, Is.EqualTo(25), "its day has not come");
        var amendment = waiting["amendments"]![0]!["id"]!.ToString();
        var educator = await SignIn(Role.Educator);
        await educator.Delete($"internships/{id}/amendments/{amendment}", ("If-Match", "\"1\"")).Expect(412, "record.stale");
        await (await AnotherPerson(Role.Educator)).Delete($"internships/{id}/amendments/{amendment}", ("If-Match", $"\"{waiting["version"]}\"")).Expect(404, "internship.not-found");
        await educator.Delete($"internships/{id}/amendments/{amendment}", ("If-Match", $"\"{waiting["version"]}\"")).Expect(204);
        Assert.That((await Read(id))["amendments"]!.AsArray(), Is.Empty);

        await Do(id, "amendments", Body(20), 204);
        Clock.Now = new(2027, 3, 1, 0, 30, 0, TimeSpan.Zero);
        var days = (await As(Role.Educator).Get($"internships/{id}/attendance/2027-03").Expect(200))["sheet"]!["days"]!.AsArray();
        Assert.That((int)days[0]!["usualMinutes"]!, Is.EqualTo(240), "the register knows it before the night's work has run");
        await Apply();
        await Apply();

        var read = await Read(id);
        Assert.That(((int)read["weeklyHours"]!, read["hostTutor"]!.ToString(), (bool)read["amendments"]![0]!["waits"]!), Is.EqualTo((20, "Altra Persona", false)));
        Assert.That((int)read["amendments"]!.AsArray().Single()!["before"]!["weeklyHours"]!, Is.EqualTo(25));
        amendment = read["amendments"]![0]!["id"]!.ToString();
        await educator.Delete($"internships/{id}/amendments/{amendment}", ("If-Match", $"\"{read["version"]}\"")).Expect(404, "amendment.not-found");
    }

    [Test]
    public async Task Communication_WhenTheSheetIsOpened_HasWhatThePlatformKnowsAndSaysWhereTheRestIs()
    {
        var id = await Given.Proposal(await Given.CaseOf(surname: "Provaccia"), await Given.Host());

        var sheet = await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200);

        Assert.That(sheet["dueOn"]!.ToString(), Is.EqualTo("2026-11-29"));
        var fields = sheet["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray()).ToDictionary(field => field!["code"]!.ToString(), field => field!["value"]?.ToString());
        Assert.That((fields["contract"], fields["startsOn"], fields["pay"]), Is.EqualTo(("C.01.00", "30/11/2026", "400,00")));
        Assert.That(fields["workerName"], Does.Contain("Provaccia"));
        Assert.That((fields["workerSex"], fields["workerBirthplace"], fields["workerCitizenship"]), Is.EqualTo(("F", "San Benedetto del Tronto (AP) (H769)", "Italia")));
        Assert.That((fields["workerTaxCode"], fields["workerAddress"], (int)sheet["masked"]!), Is.EqualTo(((string?)null, (string?)null, 3)), "masked until it is opened");
        Assert.That((int)sheet["missing"]!, Is.GreaterThan(0));
        await As(Role.CompanyOperator).Get($"internships/{id}/communication-sheet").Expect(403);
    }

    [TestCase("2027-05-29", null, "completedNoJob", null, TestName = "DL 510/1996, art. 9-bis: an end on the day that was communicated needs no communication")]
    [TestCase("2027-03-12", "Si è trasferita", "interruptedByPerson", "2027-03-17", TestName = "DLgs 181/2000, art. 4-bis: an end before its day is communicated within five days")]
    public async Task Cessation_ByTheDayOfTheEnd_IsAskedForOnlyBeforeTheDayThatWasKnown(string endedOn, string? reason, string outcome, string? dueOn)
    {
        var id = await Running(endedOn);

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn, outcome, reason }).Expect(200);

        Assert.That((await Read(id))["cessation"]?["dueOn"]?.ToString(), Is.EqualTo(dueOn));
        Assert.That((await Read(id))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(dueOn is null ? [] : new[] { "cessationCommunication" }));
    }

    [Test]
    public async Task Cessation_WhenItEndsEarly_IsOnPageTodayBoardAndListUntilItIsRecorded()
    {
        var id = await Running("2027-03-12");
        var path = $"internships/{id}/cessation-communication";
        var receipt = new { communicationProtocol = " P-99 ", communicationSentOn = "2027-03-20" };
        await As(Role.Educator).Put(path, new { communicationProtocol = "P-99", communicationSentOn = "2027-03-01" }, (int)(await Read(id))["version"]!).Expect(409, "internship.no-cessation-due");
        await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=cessation").Expect(409, "internship.no-cessation-due");
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-12", outcome = "interruptedByHost", reason = "Cessa l'attività", cause = "hostClosed" }).Expect(200);
        Clock.Now = new(2027, 3, 20, 9, 0, 0, TimeSpan.Zero);

        var counter = (await As(Role.Educator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "internshipCessationMissing")!;
        Assert.That(((int)counter["count"]!, counter["urgency"]!.ToString()), Is.EqualTo((1, "late")));
        Assert.That((await As(Role.Educator).Get(counter["link"]!.ToString().TrimStart('/')).Expect(200)).Ids, Is.EqualTo(new[] { id }));
        var board = await As(Role.Educator).Get("internships/board").Expect(200);
        var column = board["columns"]!.AsArray().Single(one => one!["stage"]!.ToString() == "endedEarly")!;
        Assert.That(column["cards"]!.AsArray().Single()!["blocks"]!.AsArray().Select(block => block!.ToString()), Does.Contain("cessationCommunication"));
        var step = (await Read(id))["nextStep"]!;
        Assert.That((step["code"]!.ToString(), step["dueOn"]!.ToString()), Is.EqualTo(("communicateCessation", "2027-03-17")));
        var sheet = await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=cessation").Expect(200);
        var fields = FieldsOf(sheet);
        Assert.That((sheet["dueOn"]!.ToString(), fields["endedOn"], fields["endsBefore"], fields["startProtocol"]), Is.EqualTo(("2027-03-17", "12/03/2027", "29/05/2027", "0001234")));
        Assert.That(fields["cessationCause"], Is.EqualTo("Recesso del soggetto ospitante"));

        var version = (int)(await Read(id))["version"]!;
        Assert.That((await As(Role.Educator).Put(path, new { communicationProtocol = "", communicationSentOn = "2027-03-21" }, version).Expect(422, "validation.failed")).CodesOf("communicationSentOn"), Is.EqualTo(new[] { "internship.paper-in-the-future" }));
        await As(Role.Educator).Put(path, new { communicationProtocol = "P-99", communicationSentOn = "2026-11-01" }, version).Expect(422, "internship.communication-before-start");
        await (await AnotherPerson(Role.Educator)).Put(path, receipt, version).Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Put(path, receipt, version).Expect(403);
        await As(Role.Educator).Put(path, receipt, 1).Expect(412, "record.stale");
        await As(Role.Educator).Put(path, receipt, version).Expect(204);

        var read = await Read(id);
        Assert.That((read["cessation"]!["protocol"]!.ToString(), read["cessation"]!["sentOn"]!.ToString()), Is.EqualTo(("P-99", "2027-03-20")));
        Assert.That((read["missingDocuments"]!.AsArray().Count, read["nextStep"]!["code"]!.ToString()), Is.EqualTo((0, "closeRegister")));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipCessationMissing"));
        Assert.That((await As(Role.Educator).Get("internships/board").Expect(200))["columns"]!.AsArray().Select(one => one!["stage"]!.ToString()), Does.Not.Contain("endedEarly"));
    }

    [Test]
    public async Task Extension_WhenItIsNotCommunicated_IsOnPageTodayAndBoardWithItsSheet()
    {
        var id = await Running();
        await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=extension").Expect(409, "internship.no-extension");
        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Servono altri sei mesi" }, 204);
        Clock.Now = new(2027, 6, 4, 9, 0, 0, TimeSpan.Zero);

        var read = await Read(id);
        var extension = read["extensions"]![0]!["id"]!.ToString();
        Assert.That((read["nextStep"]!["code"]!.ToString(), read["nextStep"]!["extensionId"]!.ToString()), Is.EqualTo(("communicateExtension", extension)));
        Assert.That(read["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "extensionCommunication" }));
        var counter = (await As(Role.Educator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "internshipExtensionMissing")!;
        Assert.That(counter["urgency"]!.ToString(), Is.EqualTo("late"));
        Assert.That((await As(Role.Educator).Get(counter["link"]!.ToString().TrimStart('/')).Expect(200)).Ids, Is.EqualTo(new[] { id }));
        Assert.That((await As(Role.Coordinator).Get("internships?due=extensionMissing").Expect(200)).Ids, Is.EqualTo(new[] { id }));
        Assert.That((await As(Role.Educator).Get("internships/board").Expect(200))["blocks"]!.AsArray().Select(block => block!["code"]!.ToString()), Does.Contain("extensionCommunication"));
        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=extension&extensionId={extension}").Expect(200));
        Assert.That((fields["endsBefore"], fields["endsOn"]), Is.EqualTo(("29/05/2027", "29/11/2027")));
        Assert.That(FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200))["endsOn"], Is.EqualTo("29/05/2027"), "the start told the first last day");

        await As(Role.Educator).Put($"internships/{id}/extensions/{extension}/communication", new { communicationProtocol = "P-77", communicationSentOn = "2027-06-04" }).Expect(204);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray(), Is.Empty);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipExtensionMissing"));
    }

    [Test]
    public async Task Suspension_WhenItMovesTheEnd_IsCommunicatedAsAnExtensionIs()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);
        Clock.Now = new(2027, 6, 4, 9, 0, 0, TimeSpan.Zero);

        var read = await Read(id);
        var moved = read["extensions"]!.AsArray().Single()!;
        Assert.That((moved["endedBefore"]!.ToString(), moved["endsOn"]!.ToString(), moved["communicationDueOn"]!.ToString(), (bool)moved["bySuspension"]!), Is.EqualTo(("2027-05-29", "2027-06-28", "2027-06-03", true)));
        Assert.That(moved["reason"]!.ToString(), Is.EqualTo("Fine spostata da una sospensione"), "never that somebody was ill");
        Assert.That((read["nextStep"]!["code"]!.ToString(), read["nextStep"]!["extensionId"]!.ToString()), Is.EqualTo(("communicateExtension", moved["id"]!.ToString())));
        Assert.That(read["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "extensionCommunication" }));
        Assert.That((await As(Role.Educator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "internshipExtensionMissing")!["urgency"]!.ToString(), Is.EqualTo("late"));
        Assert.That((await As(Role.Educator).Get("internships/board").Expect(200))["blocks"]!.AsArray().Select(block => block!["code"]!.ToString()), Does.Contain("extensionCommunication"));
        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=extension").Expect(200));
        Assert.That((fields["endsBefore"], fields["endsOn"]), Is.EqualTo(("29/05/2027", "28/06/2027")));

        await As(Role.Educator).Put($"internships/{id}/extensions/{moved["id"]}/communication", new { communicationProtocol = "P-78", communicationSentOn = "2027-06-04" }).Expect(204);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray(), Is.Empty);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipExtensionMissing"));
    }

    [Test]
    public async Task Suspension_WhenItsDaysChangeOrItIsTakenAway_TheEndsToCommunicateFollow()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11" }, 200);
        Assert.That((await Read(id))["extensions"]!.AsArray(), Is.Empty, "nobody knows until when");
        var suspension = (await Read(id))["suspensions"]![0]!["id"]!.ToString();
        async Task<string[]> Resume(string day)
        {
            await Do(id, $"suspensions/{suspension}/resumption", new { toOn = day }, 200);
            return [.. (await Read(id))["extensions"]!.AsArray().Select(one => $"{one!["endedBefore"]} {one["endsOn"]}")];
        }

        Assert.That(await Resume("2027-02-09"), Is.EqualTo(new[] { "2027-05-29 2027-06-28" }));
        Assert.That(await Resume("2027-02-08"), Is.Empty, "29 days move nothing");
        Assert.That(await Resume("2027-02-09"), Is.EqualTo(new[] { "2027-05-29 2027-06-28" }));
        Clock.Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await Do(id, "extensions", new { endsOn = "2027-08-28", reason = "Servono altri mesi" }, 204);
        Assert.That(await Resume("2027-02-14"), Is.EqualTo(new[] { "2027-07-03 2027-09-02", "2027-05-29 2027-07-03" }), "the later one moves with it");

        await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{suspension}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\"")).Expect(204);

        var left = (await Read(id))["extensions"]!.AsArray().Single()!;
        Assert.That((left["endedBefore"]!.ToString(), left["endsOn"]!.ToString(), (bool)left["bySuspension"]!), Is.EqualTo(("2027-05-29", "2027-07-29", false)));
    }

    [Test]
    public async Task MovedEnds_WhenSuspensionsHadMovedThemBefore_AreRecordedOnceInTheirOrder()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);
        Clock.Now = Clock.Now.AddDays(1);
        await Do(id, "suspensions", new { reason = "closure", fromOn = "2027-03-01", toOn = "2027-03-20" }, 200);
        Task Forget() => InScope(services => services.GetRequiredService<InclusionPlatform.Shared.IDbSession>().ExecuteAsync("delete from internships_extension", null, CancellationToken.None));
        await Forget();
        Clock.Now = Clock.Now.AddDays(1);
        async Task<string[]> Ends() => [.. (await Read(id))["extensions"]!.AsArray().Select(one => $"{one!["endedBefore"]} {one["endsOn"]} {one["isToCommunicate"]}")];
        Task Record() => InScope(async services => await services.GetRequiredService<IMediator>().Send(new RecordMovedEnds()));

        await Record();
        await Record();

        Assert.That(await Ends(), Is.EqualTo(new[] { "2027-06-28 2027-07-18 true", "2027-05-29 2027-06-28 true" }));
        await Forget();
        await Do(id, "extensions", new { endsOn = "2027-08-28", reason = "Servono altri mesi" }, 204);
        await Record();
        Assert.That(await Ends(), Is.EqualTo(new[] { "2027-07-18 2027-08-28 true" }), "the extension tells the end as it was then");
    }

    [Test]
    public async Task Suspension_WhenItIsTakenAwayAfterTheEndWasCommunicated_TheRealEndIsCommunicated()
    {
        var id = await Running();
        await Do(id, "suspensions", new { reason = "illness", fromOn = "2027-01-11", toOn = "2027-02-09" }, 200);
        var read = await Read(id);
        await As(Role.Educator).Put($"internships/{id}/extensions/{read["extensions"]![0]!["id"]}/communication", new { communicationProtocol = "P-79", communicationSentOn = "2027-02-01" }).Expect(204);
        await (await SignIn(Role.Educator)).Delete($"internships/{id}/suspensions/{read["suspensions"]![0]!["id"]}", ("If-Match", $"\"{(int)(await Read(id))["version"]!}\"")).Expect(204);
        Clock.Now = new(2027, 5, 29, 9, 0, 0, TimeSpan.Zero);
        Assert.That(((await Read(id))["endsOn"]!.ToString(), (await Read(id))["extensions"]![0]!["communicationProtocol"]!.ToString()), Is.EqualTo(("2027-05-29", "P-79")), "what was sent stays on record");

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-29", outcome = "completedNoJob" }).Expect(200);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "cessationCommunication" }));
        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet?of=cessation").Expect(200));
        Assert.That((fields["endsBefore"], fields["endedOn"]), Is.EqualTo(("28/06/2027", "29/05/2027")));
    }

    [Test]
    public async Task Extension_WhenItEndsBeforeTheDayThatWasKnown_OnlyTheEndIsCommunicated()
    {
        var id = await Running();
        await Do(id, "extensions", new { endsOn = "2027-11-29", reason = "Servono altri sei mesi" }, 204);
        Clock.Now = new(2027, 5, 10, 9, 0, 0, TimeSpan.Zero);

        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-05-10", outcome = "interruptedByPerson", reason = "Lascia" }).Expect(200);

        Assert.That((await Read(id))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "cessationCommunication" }));
        Assert.That((await As(Role.Educator).Get("internships?due=extensionMissing").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Reminder_WhenACommunicationIsDue_GoesTwoDaysBeforeAndOnceItIsLate()
    {
        var id = await Running("2027-03-12");
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn = "2027-03-12", outcome = "interruptedByPerson", reason = "Lascia" }).Expect(200);
        async Task<(int Educator, int Coordinator)> Told(int day)
        {
            Clock.Now = new(2027, 3, day, 6, 35, 0, TimeSpan.Zero);
            await InScope(services => services.GetRequiredService<IMediator>().Send(new RemindCommunications()));
            async Task<int> Of(Role role) => (await As(role).Get("notifications").Expect(200)).Items.Count(item => item!["kind"]!.ToString() == "internship.cessation-to-communicate");
            return (await Of(Role.Educator), await Of(Role.Coordinator));
        }

        Assert.That(await Told(14), Is.EqualTo((0, 0)));
        Assert.That(await Told(15), Is.EqualTo((1, 0)));
        Assert.That(await Told(16), Is.EqualTo((1, 0)), "once");
        Assert.That(await Told(18), Is.EqualTo((2, 1)), "late: the coordinators too");
        Assert.That(await Told(19), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task Communication_WhenTheCompanyHasSitesAndATaxCode_NamesSeatAndPlaceOfWork()
    {
        var company = (await As(Role.CompanyOperator).Post("companies", new { name = "Officina Prova", sector = "crafts", kind = "company", municipality = "044066", address = "Via Piave 3", cap = "63074", vatNumber = "12345678903", permanentStaff = 14 }).Expect(201)).Id;
        var id = await Given.Proposal(await Given.CaseOf(), company);

        var fields = FieldsOf(await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200));

        Assert.That((fields["hostTaxCode"], fields["hostSeat"], fields["hostSeatMunicipality"], fields["hostMunicipality"]), Is.EqualTo(("12345678903", "Via Piave 3, 63074", "San Benedetto del Tronto (AP)", "044066")));
        Assert.That((fields["workplace"], fields["workplaceMunicipality"], fields["workplaceMunicipalityCode"]), Is.EqualTo(("Via Piave 3, 63074", "San Benedetto del Tronto (AP)", "044066")));
    }

    private static Dictionary<string, string?> FieldsOf(Reply sheet) =>
        sheet["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray()).ToDictionary(field => field!["code"]!.ToString(), field => field!["value"]?.ToString());

    [Test]
    public async Task Communication_WhenThePersonsDataAreOpened_IsCompleteForTheEquipeAloneAndLogged()
    {
        var id = await Given.Proposal(await Given.CaseOf(surname: "Provaccia"), await Given.Host());
        Task<int> Logged() => Scalar<int>("select count(*) from shared_audit_entry where purpose in ('disclose-identifiers:fillDocument', 'disclose-addresses:fillDocument')");
        await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200);
        Assert.That(await Logged(), Is.Zero, "nothing was opened");
        var replays = await Scalar<int>("select count(*) from shared_idempotency_key");

        var sheet = await As(Role.Educator).Post($"internships/{id}/communication-sheet/disclosures").Expect(200);

        var fields = sheet["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray()).ToDictionary(field => field!["code"]!.ToString(), field => field!["value"]?.ToString());
        Assert.That(fields["workerTaxCode"], Has.Length.EqualTo(16));
        Assert.That((fields["workerAddress"], fields["workerMunicipality"], (int)sheet["masked"]!), Is.EqualTo(("Via dei Gerani 4, 63074 San Benedetto del Tronto (AP)", "044066", 0)));
        Assert.That(await Logged(), Is.EqualTo(2));
        Assert.That(await Scalar<int>("select count(*) from shared_idempotency_key"), Is.EqualTo(replays), "no replay keeps it");
        await (await AnotherPerson(Role.Educator)).Post($"internships/{id}/communication-sheet/disclosures").Expect(404, "internship.not-found");
        await As(Role.Coordinator).Post($"internships/{id}/communication-sheet/disclosures").Expect(403, "beneficiary.team-only");
        var registry = await As(Role.Coordinator).Get($"internships/{id}/communication-sheet").Expect(200);
        Assert.That((int)registry["masked"]!, Is.Zero, "who may not open it is not told that it is there");
        await As(Role.CompanyOperator).Post($"internships/{id}/communication-sheet/disclosures").Expect(403);
    }

    [Test]
    public async Task Cancellation_WhenTyped_KeepsItsCauseEncrypted()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        await As(Role.Educator).Post($"internships/{id}/cancellation", new { reason = "Non può più", cause = "health" }).Expect(204);

        Assert.That((await Read(id))["cause"]!.ToString(), Is.EqualTo("health"));
        Assert.That(await Scalar<string>("select cause_cipher from internships_internship"), Does.Not.Contain("health"));
    }
}
