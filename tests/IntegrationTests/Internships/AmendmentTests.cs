using System.Text.Json.Nodes;
using InclusionPlatform.Internships.Course;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>A project that changes on the way.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class AmendmentTests(Engine engine) : CoursePartTests(engine)
{
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
    public async Task Amendment_WhenItsTutorIsNobodyOfTheService_IsRefusedAtTheField()
    {
        var id = await Running();

        var refused = await Do(id, "amendments", new { effectiveOn = "2027-02-01", weeklyHours = 25, hostTutor = "Paola Neri", promoterTutorId = Guid.NewGuid(), reason = "Cambia il tutor" }, 422, "internship.promoter-tutor-unknown");

        Assert.That(refused.CodesOf("promoterTutorId"), Is.Not.Empty);
    }

    [TestCase(Role.Administrator)]
    [TestCase(Role.Auditor)]
    [TestCase(Role.BulletinEditor)]
    public async Task Amendment_WhenItsTutorFollowsNobody_IsRefusedAtTheField(Role role)
    {
        var id = await Running();
        var promoterTutorId = await Scalar<Guid>("select id from access_user where email = @Email", new { Email = TestPlatform.EmailOf(role) });

        var refused = await Do(id, "amendments", new { effectiveOn = "2027-02-01", weeklyHours = 25, hostTutor = "Paola Neri", promoterTutorId, reason = "Cambia il tutor" }, 422, "internship.promoter-tutor-role");

        Assert.That(refused.CodesOf("promoterTutorId"), Is.Not.Empty);
    }

    [Test]
    public async Task Amendment_WhenItWaits_ItsHoursAndTutorAreTakenAlready()
    {
        var (person, host) = (await Given.CaseOf(), await Given.Host());
        object[] Mornings() => [.. new[] { "monday", "tuesday", "wednesday" }.Select(day => new { day, from = "09:00", to = "13:00" })];
        object[] Afternoons() => [.. new[] { "monday", "tuesday", "wednesday" }.Select(day => new { day, from = "14:00", to = "18:00" })];
        var id = await Given.ActiveInternship(person, host, plan => plan with { WeeklyHours = 12, Hours = Mornings() });
        await Do(id, "amendments", new { effectiveOn = "2027-03-01", weeklyHours = 12, hours = Afternoons(), hostTutor = "Rita Bianchi", promoterTutorId = (await Read(id))["promoterTutorId"]!.ToString(), reason = "Da marzo" }, 204);
        var second = await Given.ReadyInternship(person, await Given.Host(), plan => plan with { WeeklyHours = 12, Hours = Afternoons(), EndsOn = "2027-04-29" });

        var refused = await As(Role.Educator).Post($"internships/{second}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.person-overlap" }), "from March on they would be the same hours");
        Assert.That(refused.Text, Does.Contain("01/03/2027"));
        var before = await Given.ReadyInternship(person, await Given.Host(), plan => plan with { WeeklyHours = 12, Hours = Afternoons(), EndsOn = "2027-02-28" });
        await As(Role.Educator).Post($"internships/{before}/activation").Expect(200);
        var checkedRules = (await As(Role.Educator).Post($"internships/{await Given.Proposal(await Given.CaseOf(), host, plan => plan with { HostTutor = "bianchi RITA" })}/rule-check").Expect(200))["rules"]!.AsArray();
        Assert.That((int)checkedRules.Single(rule => rule!["code"]!.ToString() == "internship.host-tutor-load")!["numbers"]!["others"]!, Is.EqualTo(1), "who will follow it counts");
    }

    [Test]
    public async Task Amendment_WhenTheProgrammeHasNotTheMoneyForItsHours_IsRefusedAndNothingChanges()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host(), plan => plan with { AllowanceCents = 500_00 });
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        var programme = await Given.Programme(2_600_00);
        await Given.Assigned(id, programme, Given.MarcheScheme);
        var tutor = (await Read(id))["promoterTutorId"]!.ToString();
        object Body(int hours, string on) => new { effectiveOn = on, weeklyHours = hours, hostTutor = "Paola Neri", promoterTutorId = tutor, reason = "Più ore" };

        // From 30 hours a week on the Marche pay 500 € a month: from February or, waiting for its day, from March on.
        foreach (var day in new[] { "2027-02-01", "2027-03-01" })
        {
            var refused = await Do(id, "amendments", Body(30, day), 422, "internship.amendment-over-budget");
            Assert.That(refused.CodesOf("weeklyHours"), Is.EqualTo(new[] { "internship.amendment-over-budget" }));
            Assert.That(refused.Text, Does.Contain("2.600,00"));
        }

        var read = await Read(id);
        Assert.That(((int)read["weeklyHours"]!, read["amendments"]!.AsArray().Count), Is.EqualTo((25, 0)));
        await Do(id, "amendments", Body(30, "2027-05-01"), 204);
        var budget = await As(Role.Coordinator).Get($"allowance-budgets/{programme}").Expect(200);
        Assert.That((long)budget["leftCents"]!, Is.GreaterThanOrEqualTo(0), "only May costs more");
    }

    [Test]
    public async Task Amendment_WhenTheProgrammeWasShortBefore_OnlyWhatMakesItShorterIsRefused()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host(), plan => plan with { AllowanceCents = 500_00 });
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var next = await Given.Proposal(forCase, company);
        var programme = await Given.Programme(5_200_00);
        await Given.Assigned(id, programme, Given.MarcheScheme);
        await Given.Assigned(next, programme, Given.MarcheScheme);
        var tutor = (await Read(id))["promoterTutorId"]!.ToString();
        object Body(int hours) => new { effectiveOn = "2027-02-01", weeklyHours = hours, hostTutor = "Altra Persona", promoterTutorId = tutor, reason = "Orario cambiato" };
        await As(Role.Educator).Put($"internships/{next}", new Proposal(forCase, company) { WeeklyHours = 35, AllowanceCents = 500_00 }, (int)(await Read(next))["version"]!).Expect(204);
        await Given.Papers(next, company);

        var start = await As(Role.Educator).Post($"internships/{next}/activation").Expect(422, "internship.start-over-budget");
        Assert.That(start.Text, Does.Contain("5.200,00"));
        Assert.That((await Read(next))["state"]!.ToString(), Is.EqualTo("proposed"));
        await Do(id, "amendments", Body(30), 422, "internship.amendment-over-budget");
        await Do(id, "amendments", Body(20), 204);
    }
}
