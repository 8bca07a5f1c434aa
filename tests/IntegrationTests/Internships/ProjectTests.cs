using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>What the individual training project says of hours, safety and payer, and the drafts in which it is written.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ProjectTests(Engine engine) : SliceTests(engine)
{
    private static object Slot(string day, string from, string to) => new { day, from = $"{from}:00", to = $"{to}:00" };

    /// <summary>Twenty-five hours: five mornings.</summary>
    private static object[] Mornings => [.. new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.Select(day => Slot(day, "08:00", "13:00"))];

    private static object[] Afternoons => [.. new[] { "monday", "tuesday", "wednesday" }.Select(day => Slot(day, "14:00", "18:00"))];

    [Test]
    public async Task Project_WhenItSaysTheHours_ShowsThemAndTheRegisterFollows()
    {
        var hours = new[] { Slot("saturday", "08:00", "13:00"), Slot("monday", "14:00", "18:00"), Slot("monday", "09:00", "13:00") };
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host(), proposal => proposal with { WeeklyHours = 13, Hours = hours });

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        var sheet = await As(Role.Educator).Get($"internships/{id}/attendance/2026-12").Expect(200);

        Assert.That(read["hours"]!.AsArray().Select(slot => $"{slot!["day"]} {slot["from"]}"), Is.EqualTo(new[] { "monday 09:00:00", "monday 14:00:00", "saturday 08:00:00" }));
        Assert.That(read["safety"]!["generalHours"]!.GetValue<int>(), Is.EqualTo(4));
        var days = sheet["sheet"]!["days"]!.AsArray().ToDictionary(day => day!["day"]!.ToString(), day => day!["usualMinutes"]!.GetValue<int>());
        Assert.That((days["2026-12-14"], days["2026-12-15"], days["2026-12-19"]), Is.EqualTo((480, 0, 300)));
    }

    [Test]
    public async Task Project_WhenItsHoursHaveMinutes_CountsAndSaysThemExactly()
    {
        object[] halves = [.. new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.Select(day => Slot(day, "08:30", "13:00"))];
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        Assert.That((await As(Role.Educator).Post("internships", new Proposal(forCase, company) { WeeklyHours = 23, Hours = halves }).Expect(422, "validation.failed")).CodesOf("hours"), Is.EqualTo(new[] { "internship.hours-differ" }));
        Assert.That((await As(Role.Educator).Post("internships", new Proposal(forCase, company) { WeeklyHours = 22.5m }).Expect(422, "validation.failed")).CodesOf("hours"), Is.EqualTo(new[] { "internship.minutes-need-days" }));
        var id = await Given.ActiveInternship(forCase, company, proposal => proposal with { WeeklyHours = 22.5m, Hours = halves });

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["weeklyHours"]!.GetValue<decimal>(), Is.EqualTo(22.5m));
        Assert.That((await As(Role.Educator).Get("internships").Expect(200)).Items.Single()!["weeklyHours"]!.GetValue<decimal>(), Is.EqualTo(22.5m));
        var rule = (await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200))["rules"]!.AsArray().Single(one => one!["code"]!.ToString() == "internship.weekly-hours")!;
        Assert.That(rule["sentence"]!.ToString(), Does.StartWith("22 h 30 a settimana su"));
        var sheet = (await As(Role.Educator).Get($"internships/{id}/attendance/2026-12").Expect(200))["sheet"]!;
        Assert.That((int)sheet["weeklyMinutes"]!, Is.EqualTo(1350));
        var communication = await As(Role.Educator).Get($"internships/{id}/communication-sheet").Expect(200);
        Assert.That(communication.Text, Does.Contain("22 h 30"));

        object Amendment(decimal weekly, object[]? hours) => new { effectiveOn = "2026-12-14", weeklyHours = weekly, hours, hostTutor = "Paola Neri", promoterTutorId = read["promoterTutorId"]!.ToString(), reason = "Orario cambiato" };
        Clock.Now = new(2026, 12, 14, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{id}/amendments", Amendment(20.25m, null), ("If-Match", $"\"{read.Version}\"")).Expect(422, "internship.minutes-need-days");
        await As(Role.Educator).Post($"internships/{id}/amendments", Amendment(13.25m, [Slot("monday", "08:00", "13:00"), Slot("tuesday", "08:00", "13:00"), Slot("friday", "09:00", "12:15")]), ("If-Match", $"\"{read.Version}\"")).Expect(204);
        var amended = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That((amended["weeklyHours"]!.GetValue<decimal>(), amended["amendments"]![0]!["before"]!["weeklyHours"]!.GetValue<decimal>()), Is.EqualTo((13.25m, 22.5m)));
    }

    [Test]
    public async Task Project_WhenItsHoursAreWrong_IsRefusedAtTheirField()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        async Task<IReadOnlyList<string>> Codes(int weekly, params object[] hours) =>
            (await As(Role.Educator).Post("internships", new Proposal(forCase, company) { WeeklyHours = weekly, Hours = hours }).Expect(422, "validation.failed")).CodesOf("hours");

        Assert.That(await Codes(4, Slot("monday", "13:00", "09:00")), Does.Contain("internship.hours-end-before-start"));
        Assert.That(await Codes(6, Slot("monday", "09:00", "13:00"), Slot("monday", "12:00", "14:00")), Does.Contain("internship.hours-overlap"));
        Assert.That(await Codes(25, Slot("monday", "09:00", "13:00")), Does.Contain("internship.hours-differ"));
        Assert.That(await Codes(25, [.. Enumerable.Range(0, 22).Select(at => Slot("monday", $"{at:00}:00", $"{at:00}:30"))]), Does.Contain("internship.hours-too-many"));
        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.Zero);
    }

    [Test]
    public async Task Project_WhenHoursFallIntoWhatThePersonCannot_IsBlockedForTheTeamAndSaidToNobodyElse()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        await As(Role.Educator).Put($"cases/{forCase}/work-profile", new { unavailable = new[] { Slot("tuesday", "09:00", "10:30") } }, 0).Expect(204);
        var id = await Given.ReadyInternship(forCase, company, proposal => proposal with { Hours = Mornings });

        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        var refused = await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        var rule = check["rules"]!.AsArray().Single(one => one!["code"]!.ToString() == "internship.hours-fit-the-person")!;
        Assert.That(rule["outcome"]!.ToString(), Is.EqualTo("blocks"));
        Assert.That(rule["sentence"]!.ToString(), Does.Contain("martedì 9:00–10:30"));
        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.hours-fit-the-person" }));
        var coordinator = await As(Role.Coordinator).Post($"internships/{id}/rule-check").Expect(200);
        Assert.That(coordinator.Text, Does.Not.Contain("martedì"), "the registry is not the work profile");

        await As(Role.Educator).Put($"cases/{forCase}/work-profile", new { unavailable = new[] { Slot("tuesday", "15:00", "16:30") } }, 1).Expect(204);
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
    }

    [TestCase("2010-12-01", "blocks", 15)]
    [TestCase("2010-11-30", "warns", 16)]
    [TestCase("2008-11-30", "ok", null)]
    public async Task Project_WhenThePersonIsAMinor_SaysTheYearsOfTheFirstDayAndNoBirthday(string birth, string outcome, int? age)
    {
        var forCase = (await Given.Case(person: Given.Person(birthDate: DateOnly.Parse(birth, null)))).Case;
        var id = await Given.ReadyInternship(forCase, await Given.Host(), proposal => proposal with { Hours = Mornings });

        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        var rule = check["rules"]!.AsArray().Single(one => one!["code"]!.ToString() == "internship.minimum-age")!;

        Assert.That((rule["outcome"]!.ToString(), (int?)rule["numbers"]!["age"]), Is.EqualTo((outcome, age)));
        Assert.That(check.Text, Does.Not.Contain(birth));
        if (outcome == "blocks")
        {
            Assert.That((await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start")).Rules, Is.EqualTo(new[] { "internship.minimum-age" }));
            await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.minimum-age", reason = "La famiglia è d'accordo" }).Expect(422);
            return;
        }

        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
    }

    [Test]
    public async Task Project_WhenThePersonIsElsewhereInTheSameHours_IsRefusedAndInOthersIsNot()
    {
        var forCase = await Given.CaseOf();
        await Given.ActiveInternship(forCase, await Given.Host(), proposal => proposal with { Hours = Mornings });
        var clashing = await Given.ReadyInternship(forCase, await Given.Host(), proposal => proposal with { WeeklyHours = 12, Hours = [Slot("monday", "12:00", "18:00"), Slot("tuesday", "12:00", "18:00")] });
        var silent = await Given.ReadyInternship(forCase, await Given.Host(), proposal => proposal with { WeeklyHours = 12 });
        var fitting = await Given.ReadyInternship(forCase, await Given.Host(), proposal => proposal with { WeeklyHours = 12, Hours = Afternoons });

        Assert.That((await As(Role.Educator).Post($"internships/{clashing}/activation").Expect(422)).Rules, Is.EqualTo(new[] { "internship.person-overlap" }));
        Assert.That((await As(Role.Educator).Post($"internships/{silent}/activation").Expect(422)).Rules, Is.EqualTo(new[] { "internship.person-overlap" }));
        await As(Role.Educator).Post($"internships/{fitting}/activation").Expect(200);
    }

    [Test]
    public async Task Project_WhenTwoAtTheSameHoursStartAtOnce_OnlyOneDoes()
    {
        var forCase = await Given.CaseOf();
        var one = await Given.ReadyInternship(forCase, await Given.Host(), proposal => proposal with { Hours = Mornings });
        var other = await Given.ReadyInternship(forCase, await Given.Host(), proposal => proposal with { Hours = Mornings });

        var replies = await Task.WhenAll(As(Role.Educator).Post($"internships/{one}/activation"), As(Role.Educator).Post($"internships/{other}/activation"));

        Assert.That(replies.Count(reply => reply.Status == 200), Is.EqualTo(1));
    }

    [Test]
    public async Task Project_WhenSafetyTrainingIsUnsaid_DoesNotStart()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host(), proposal => proposal with { SafetyGeneralHours = null });

        Assert.That((await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start")).Rules, Is.EqualTo(new[] { "internship.safety-training" }));
    }

    [Test]
    public async Task Amendment_WhenTheHoursChange_KeepsTheOriginalAndLooksAtTheRulesAgain()
    {
        var forCase = await Given.CaseOf();
        var id = await Given.ActiveInternship(forCase, await Given.Host(), proposal => proposal with { Hours = Mornings });
        await As(Role.Educator).Put($"cases/{forCase}/work-profile", new { unavailable = new[] { Slot("monday", "15:00", "16:00") } }, 0).Expect(204);
        Clock.Now = DateTimeOffset.Parse("2027-02-01T09:00:00Z", null);
        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        object Amendment(object[] hours) => new { effectiveOn = "2027-02-01", weeklyHours = 12, hours, hostTutor = "Paola Neri", promoterTutorId = read["promoterTutorId"]!.ToString(), reason = "Orario più leggero" };

        await As(Role.Educator).Post($"internships/{id}/amendments", Amendment(Afternoons), ("If-Match", $"\"{read.Version}\"")).Expect(422, "internship.cannot-amend");
        object[] others = [Slot("tuesday", "08:00", "14:00"), Slot("thursday", "08:00", "14:00")];
        await As(Role.Educator).Post($"internships/{id}/amendments", Amendment(others), ("If-Match", $"\"{read.Version}\"")).Expect(204);

        var after = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(after["hours"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(after["amendments"]![0]!["before"]!["hours"]!.AsArray(), Has.Count.EqualTo(5));
        Assert.That(after["amendments"]![0]!["after"]!["hours"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Draft_WhenAlmostEverythingIsMissing_IsKeptAndSavedAgainAndGoesWhenProposed()
    {
        var (forCase, company) = (await Given.CaseOf(surname: "Bozzetti"), await Given.Host());
        var begun = await As(Role.Educator).Post("internship-drafts", new { objectives = "Imparare un mest" }).Expect(201);
        var draft = begun.Id;

        await As(Role.Educator).Put($"internship-drafts/{draft}", new { caseId = forCase, objectives = "Imparare un mestiere", weeklyHours = 12, hours = Afternoons }, 1).Expect(200);
        await As(Role.Educator).Put($"internship-drafts/{draft}", new { objectives = "un'altra finestra" }, 1).Expect(412);

        var list = await As(Role.Educator).Get("internship-drafts").Expect(200);
        var read = await As(Role.Educator).Get($"internship-drafts/{draft}").Expect(200);
        Assert.That(list["items"]!.AsArray().Single()!["personName"]!.ToString(), Does.Contain("Bozzetti"));
        Assert.That((read["plan"]!["objectives"]!.ToString(), read["plan"]!["hours"]!.AsArray().Count, read.Version), Is.EqualTo(("Imparare un mestiere", 3, 2)));
        Assert.That(await Scalar<string>("select content_cipher from internships_draft"), Does.Not.Contain("mestiere"));
        Assert.That((await As(Role.Coordinator).Get("internship-drafts").Expect(200))["items"]!.AsArray(), Is.Empty);
        await As(Role.Coordinator).Get($"internship-drafts/{draft}").Expect(404);
        await As(Role.Coordinator).Delete($"internship-drafts/{draft}").Expect(404);

        var refused = await As(Role.Educator).Post("internships", new { draftId = draft, caseId = forCase, companyId = company }).Expect(422);
        Assert.That(refused.CodesOf("kind"), Is.Not.Empty);
        Assert.That(await Scalar<int>("select count(*) from internships_draft"), Is.EqualTo(1), "nothing typed is lost");
        await Given.Proposal(forCase, company, proposal => proposal with { DraftId = draft });
        Assert.That(await Scalar<int>("select count(*) from internships_draft"), Is.Zero);
    }

    [Test]
    public async Task Draft_WhenATextIsTooLong_NamesTheFieldOfTheForm()
    {
        var refused = await As(Role.Educator).Post("internship-drafts", new { duties = new string('a', 4001), hours = Enumerable.Repeat(new { day = "monday", from = "09:00", to = "10:00" }, 43) }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("duties"), Is.EqualTo(new[] { "field.too-long" }));
        Assert.That(refused.CodesOf("hours"), Is.EqualTo(new[] { "list.too-long" }));
    }

    [Test]
    public async Task Draft_WhenNobodyTouchesItForHalfAYear_IsGone()
    {
        await As(Role.Educator).Post("internship-drafts", new { caseId = await Given.CaseOf(), objectives = "Vecchia" }).Expect(201);
        Clock.Now = Clock.Now.AddDays(200);
        await As(Role.Educator).Post("internship-drafts", new { objectives = "Nuova" }).Expect(201);

        await InScope(services => services.GetRequiredService<IMediator>().Send(new InclusionPlatform.Internships.Drafts.ForgetDrafts()));

        Assert.That(await Scalar<int>("select count(*) from internships_draft"), Is.EqualTo(1));
    }

    [Test]
    public async Task Project_WhenThePayerIsSaidAtOnce_IsAssignedInTheSameStep()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var refused = await As(Role.Educator).Post("internships", new Proposal(forCase, company) { Payer = "programme" }).Expect(422);
        Assert.That(refused.CodesOf("programmeId"), Is.Not.Empty);
        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.Zero, "all or nothing");

        var id = await Given.Proposal(forCase, company, proposal => proposal with { Payer = "host" });

        Assert.That((await As(Role.Educator).Get($"internships/{id}/allowance").Expect(200))["payer"]!.ToString(), Is.EqualTo("host"));
    }

    [Test]
    public async Task WorkAtTheHost_InPuglia_IsAskedKeptAndHindersTheStart()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        Proposal In(string? work, string? ended = null) => new(forCase, company) { Region = "Puglia", AllowanceCents = 600_00, HostWork = work, HostWorkEndedOn = ended };
        var id = await Given.ReadyInternship(forCase, company, _ => In(null));

        Assert.That((await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start")).Rules, Is.EqualTo(new[] { "internship.work-relation" }));
        async Task<Reply> Change(Proposal proposal) => await As(Role.Educator).Put($"internships/{id}", proposal, (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version);
        Assert.That((await Change(In("ended"))).CodesOf("hostWorkEndedOn"), Is.Not.Empty);
        Assert.That((await Change(In("ended", "2026-12-01"))).CodesOf("hostWorkEndedOn"), Does.Contain("internship.host-work-after-start"));
        await Task.FromResult(await Change(In("ended", "2025-06-30"))).Expect(204);
        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That($"{read["hostWork"]} {read["hostWorkEndedOn"]}", Is.EqualTo("ended 2025-06-30"));
        Assert.That((await As(Role.Educator).Post($"internships/{id}/activation").Expect(422)).Rules, Does.Contain("internship.work-relation"));
        await Task.FromResult(await Change(In("never", "2025-06-30"))).Expect(204);
        Assert.That((await As(Role.Educator).Get($"internships/{id}").Expect(200))["hostWorkEndedOn"], Is.Null, "what never was has no end");
        await Given.Papers(id, company);
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
    }

    [Test]
    public async Task CaseManager_OfSocialInclusionInToscana_IsNamedBeforeTheProjectIsSigned()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var id = await Given.ProposalToSign(forCase, company, proposal => proposal with { Region = "Toscana", Kind = "socialInclusion" });
        Task<Reply> Sign(int version) => As(Role.Educator).Post($"internships/{id}/signing", new { }, ("If-Match", $"\"{version}\""));

        Assert.That((await Sign(1).Expect(422, "internship.cannot-be-signed")).Rules, Is.EqualTo(new[] { "internship.case-manager" }));
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { Region = "Toscana", Kind = "socialInclusion", CaseManager = " Lucia Bianchi, Comune ", ConventionId = await Given.Convention(company) }, 1).Expect(204);
        await Sign(2).Expect(204);

        Assert.That((await As(Role.Educator).Get($"internships/{id}").Expect(200))["caseManager"]!.ToString(), Is.EqualTo("Lucia Bianchi, Comune"));
    }
}
