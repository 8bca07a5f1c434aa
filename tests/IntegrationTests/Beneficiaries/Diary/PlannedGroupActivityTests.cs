using InclusionPlatform.Beneficiaries.Appointments;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Diary;

[TestFixtureSource(typeof(Engines))]
internal sealed class PlannedGroupActivityTests(Engine engine) : SliceTests(engine)
{
    private static object Plan(params Guid[] cases) => new
    {
        kind = "workshop", on = "2026-11-26", at = "15:00", until = "17:30", title = "Laboratorio di cucina", place = "Via dei Gerani 4", caseIds = cases,
    };

    private static object Told(Guid? planned, string on, params (Guid CaseId, bool Present)[] people) => new
    {
        kind = "workshop", on, at = "15:00", title = "Laboratorio di cucina", text = "Si è preparato un pranzo per otto.", plannedId = planned,
        participants = people.Select(person => new { caseId = person.CaseId, present = person.Present }),
    };

    private async Task<string[]> States(Guid caseId, string show) =>
        [.. (await As(Role.Educator).Get($"cases/{caseId}/appointments?show={show}").Expect(200)).Items.Select(one => $"{one!["kind"]} {one["state"]} {one["reason"]}".Trim())];

    [Test]
    public async Task Activity_WhenPlanned_IsAnAppointmentOfEachThatNamesNobodyElse()
    {
        var (_, first) = await Given.Case(person: Given.Person("Primacasa"));
        var (_, second) = await Given.Case(person: Given.Person("Secondacasa"));
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(first, colleague);

        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(first, second)).Expect(201)).Id;

        var mine = (await colleague.Get($"cases/{first}/appointments").Expect(200)).Items.Single()!;
        Assert.That($"{mine["kind"]} {mine["on"]} {mine["at"]} {mine["minutes"]} {mine["place"]} {mine["note"]}", Is.EqualTo("group 2026-11-26 15:00 150 Via dei Gerani 4 Laboratorio di cucina"));
        Assert.That(mine.ToJsonString(), Does.Not.Contain("Secondacasa").And.Not.Contain(second.ToString()));
        var planned = (await As(Role.Educator).Get("group-activities/planned").Expect(200)).Items.Single()!;
        Assert.That($"{planned["on"]} {planned["at"]} {planned["until"]} {planned["begun"]} {planned["title"]}", Is.EqualTo("2026-11-26 15:00 17:30 false Laboratorio di cucina"));
        Assert.That(planned["expected"]!.AsArray().Select(one => one!["displayName"]!.ToString()), Is.EqualTo(new[] { "Primacasa Gioiosa", "Secondacasa Gioiosa" }));
        Assert.That((await colleague.Get("group-activities/planned").Expect(200)).Items, Is.Empty, "who else takes part is known to whoever planned it");
        await colleague.Get($"group-activities/planned/{id}").Expect(404);
        await colleague.Post($"group-activities/planned/{id}/cancellation", new { }).Expect(404);
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_planned_activity"), Does.Not.Contain("cucina"));
        Assert.That((await As(Role.Educator).Get("appointments?total=true").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task Activity_WhenItHasHappened_IsToldOnceAndWhoDidNotComeHasMissedTheAppointment()
    {
        var (_, came) = await Given.Case(person: Given.Person("Primacasa"));
        var (_, missed) = await Given.Case(person: Given.Person("Secondacasa"));
        var (_, called) = await Given.Case(person: Given.Person("Terzacasa"));
        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(came, missed, called)).Expect(201)).Id;
        var own = (await As(Role.Educator).Get($"cases/{called}/appointments").Expect(200)).Items.Single()!;
        await As(Role.Educator).Post($"cases/{called}/appointments/{own["id"]}/outcome", new { outcome = "cancelled", reason = "work" }, ("If-Match", "\"1\"")).Expect(204);

        Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(8));
        Assert.That((await As(Role.Educator).Get("today").Expect(200))["tasks"]!.AsArray().Select(task => task!["kind"]!.ToString()), Does.Contain("group-activity.to-record").And.Not.Contain("appointment.to-record"));
        Assert.That((await As(Role.Educator).Get($"group-activities/planned/{id}").Expect(200))["expected"]!.AsArray().Count(one => one!["waits"]!.GetValue<bool>()), Is.EqualTo(2));
        Assert.That(
            (await As(Role.Educator).Post("group-activities", Told(id, "2026-11-26", (came, true))).Expect(422, "planned-activity.somebody-missing")).CodesOf("participants"), Is.Not.Empty);
        Assert.That((await As(Role.Educator).Post("group-activities", Told(id, "2026-11-25", (came, true), (missed, false))).Expect(422, "planned-activity.other-day")).CodesOf("on"), Is.Not.Empty);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry"), Is.Zero, "a refusal changes nothing");

        await As(Role.Educator).Post("group-activities", Told(id, "2026-11-26", (came, true), (missed, false))).Expect(201);

        Assert.That(await States(came, "recorded"), Is.EqualTo(new[] { "group held" }));
        Assert.That(await States(missed, "recorded"), Is.EqualTo(new[] { "group noShow unknown" }));
        Assert.That(await States(called, "recorded"), Is.EqualTo(new[] { "group cancelled work" }));
        Assert.That((await As(Role.Educator).Get($"cases/{missed}").Expect(200))["noShows"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Educator).Get($"cases/{missed}/diary-entries").Expect(200)).Items.Single()!["present"]!.GetValue<bool>(), Is.False);
        Assert.That((await As(Role.Educator).Get("group-activities/planned").Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Educator).Get("group-activities").Expect(200)).Items, Has.Count.EqualTo(1));
        await As(Role.Educator).Post("group-activities", Told(id, "2026-11-26", (came, true), (missed, false))).Expect(422, "planned-activity.settled");
    }

    [Test]
    public async Task Activity_WhenSomebodysDataAreOnlyKept_IsToldWithoutThemAndTheirAppointmentWaitsForItsOutcome()
    {
        var (_, came) = await Given.Case(person: Given.Person("Primacasa"));
        var (person, kept) = await Given.Case(person: Given.Person("Secondacasa"));
        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(came, kept)).Expect(201)).Id;
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-20" }).Expect(201);
        Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(8));

        var expected = (await As(Role.Educator).Get($"group-activities/planned/{id}").Expect(200))["expected"]!.AsArray();
        Assert.That(expected.Select(one => $"{one!["displayName"]} {one["waits"]} {one["onlyKept"]}"), Is.EqualTo(new[] { "Primacasa Gioiosa true false", "Secondacasa Gioiosa false true" }));
        Assert.That((await As(Role.Educator).Post("group-activities", Told(id, "2026-11-26", (came, true), (kept, true))).Expect(422, "beneficiary.only-kept"))["errors"]!["participants"]!.ToJsonString(), Does.Contain("Secondacasa").And.Not.Contain("Primacasa"));
        await As(Role.Educator).Post("group-activities", Told(id, "2026-11-26", (came, true))).Expect(201);

        Assert.That(await States(came, "recorded"), Is.EqualTo(new[] { "group held" }));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_diary_entry"), Is.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("today").Expect(200))["tasks"]!.AsArray().Select(task => task!["kind"]!.ToString()), Does.Contain("appointment.to-record"));
        var own = (await As(Role.Educator).Get($"cases/{kept}/appointments").Expect(200)).Items.Single()!;
        await As(Role.Educator).Post($"cases/{kept}/appointments/{own["id"]}/outcome", new { outcome = "held" }, ("If-Match", "\"1\"")).Expect(204);
    }

    [Test]
    public async Task Activity_WhenMoved_MovesEachAppointmentButThoseMovedApart()
    {
        var (person, one) = await Given.Case();
        var (_, apart) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(one, colleague);
        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(one, apart)).Expect(201)).Id;
        var me = await Given.IdOf(await SignIn(Role.Educator));
        var own = (await As(Role.Educator).Get($"cases/{apart}/appointments").Expect(200)).Items.Single()!;
        await As(Role.Educator).Put($"cases/{apart}/appointments/{own["id"]}", new { kind = "interview", on = "2026-11-27", at = "10:00", minutes = 30, userId = me }, 1).Expect(204);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-20" }).Expect(201);
        var moved = new { kind = "outing", on = "2026-11-30", at = "09:15", until = "11:00", title = "Uscita al mercato", place = "Piazza" };

        await colleague.Put($"group-activities/planned/{id}", moved, 1).Expect(404);
        Assert.That((await As(Role.Educator).Put($"group-activities/planned/{id}", new { moved.kind, on = "2026-11-01", moved.at, until = "09:00", moved.title }, 1).Expect(422)).CodesOf("on"), Is.EqualTo(new[] { "planned-activity.day" }));
        await As(Role.Educator).Put($"group-activities/planned/{id}", moved, 2).Expect(412);
        await As(Role.Educator).Put($"group-activities/planned/{id}", moved, 1).Expect(204);

        var planned = await As(Role.Educator).Get($"group-activities/planned/{id}").Expect(200);
        Assert.That($"{planned["kind"]} {planned["on"]} {planned["at"]} {planned["until"]} {planned["title"]} {planned["place"]} {planned["version"]}", Is.EqualTo("outing 2026-11-30 09:15 11:00 Uscita al mercato Piazza 2"));
        Assert.That(planned["expected"]!.AsArray().Select(who => (who!["caseId"]!.GetValue<Guid>(), who["onlyKept"]!.GetValue<bool>())), Is.EqualTo(new[] { (one, true) }), "an hour left wrong would harm them");
        var mine = (await As(Role.Educator).Get($"cases/{one}/appointments").Expect(200)).Items.Single()!;
        Assert.That($"{mine["on"]} {mine["at"]} {mine["minutes"]} {mine["place"]} {mine["note"]}", Is.EqualTo("2026-11-30 09:15 105 Piazza Uscita al mercato"));
        var other = (await As(Role.Educator).Get($"cases/{apart}/appointments").Expect(200)).Items.Single()!;
        Assert.That($"{other["on"]} {other["at"]}", Is.EqualTo("2026-11-27 10:00"));
        await As(Role.Educator).Post($"group-activities/planned/{id}/cancellation", new { }).Expect(204);
        await As(Role.Educator).Put($"group-activities/planned/{id}", moved, 3).Expect(422, "planned-activity.settled");
    }

    /// <summary>A group of two, of whom one is handed over to a colleague afterwards.</summary>
    private async Task<(Guid Planned, Guid Mine, Guid Theirs, Guid Person, ApiUser Colleague)> GroupOfWhomOneIsHandedOver()
    {
        var (_, mine) = await Given.Case(person: Given.Person("Primacasa"));
        var (person, theirs) = await Given.Case(person: Given.Person("Secondacasa"));
        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(mine, theirs)).Expect(201)).Id;
        var colleague = await AnotherPerson(Role.Educator);
        await As(Role.Educator).Post($"cases/{theirs}/transfers", new { userId = await Given.IdOf(colleague), reason = "workload", leaves = true }).Expect(204);
        Clock.Advance(TimeSpan.FromDays(1));
        await As(Role.Educator).Get($"cases/{theirs}").Expect(404);
        return (id, mine, theirs, person, colleague);
    }

    [Test]
    public async Task Activity_WhenMovedAndSomebodyIsFollowedByOthersNow_MovesTheirAppointmentTooAndTellsTheirManager()
    {
        var (id, mine, theirs, person, colleague) = await GroupOfWhomOneIsHandedOver();
        var planned = await As(Role.Educator).Get($"group-activities/planned/{id}").Expect(200);
        Assert.That((planned["expected"]!.AsArray().Count, planned["elsewhere"]!.GetValue<int>()), Is.EqualTo((1, 1)));
        Assert.That(planned.Text, Does.Not.Contain("Secondacasa").And.Not.Contain(theirs.ToString()).And.Not.Contain(person.ToString()));

        await As(Role.Educator).Put($"group-activities/planned/{id}", new { kind = "outing", on = "2026-11-30", at = "09:15", until = "11:00", title = "Uscita al mercato", place = "Piazza" }, 1).Expect(204);

        foreach (var (user, caseId) in new[] { (await SignIn(Role.Educator), mine), (colleague, theirs) })
        {
            var own = (await user.Get($"cases/{caseId}/appointments").Expect(200)).Items.Single()!;
            Assert.That($"{own["kind"]} {own["on"]} {own["at"]} {own["minutes"]} {own["place"]} {own["note"]}", Is.EqualTo("group 2026-11-30 09:15 105 Piazza Uscita al mercato"));
        }

        var told = (await colleague.Get("notifications").Expect(200)).Items.Single(line => line!["kind"]!.ToString() == "appointment.moved")!;
        Assert.That((told["subject"]!.ToString(), told["link"]!.ToString()), Is.EqualTo(("30/11/2026, 09:15", $"/beneficiaries/{person}#appointments")));
        Assert.That(
            await Scalar<int>("select count(*) from shared_audit_entry where record = 'beneficiary' and record_id = @person and kind = 'change' and at > @since", new { person, since = Clock.Now.AddMinutes(-1) }), Is.EqualTo(1), "whose hour was moved, and by whom, is in the log");
    }

    [Test]
    public async Task Activity_WhenCalledOffAndSomebodyIsFollowedByOthersNow_CallsOffTheirAppointmentTooAndTellsTheirManager()
    {
        var (id, _, theirs, person, colleague) = await GroupOfWhomOneIsHandedOver();

        await As(Role.Educator).Post($"group-activities/planned/{id}/cancellation", new { }).Expect(204);

        var own = (await colleague.Get($"cases/{theirs}/appointments?show=recorded").Expect(200)).Items.Single()!;
        Assert.That($"{own["state"]} {own["reason"]} {own["note"]}", Is.EqualTo("cancelled askedByService Laboratorio di cucina"));
        var told = (await colleague.Get("notifications").Expect(200)).Items.Single(line => line!["kind"]!.ToString() == "appointment.called-off")!;
        Assert.That(told["link"]!.ToString(), Is.EqualTo($"/beneficiaries/{person}#appointments"));
    }

    [Test]
    public async Task Activity_WhenRecordedAndSomebodyIsFollowedByOthersNow_LeavesTheirOutcomeToThem()
    {
        var (id, mine, theirs, _, colleague) = await GroupOfWhomOneIsHandedOver();
        Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(8));

        await As(Role.Educator).Post("group-activities", Told(id, "2026-11-26", (mine, true))).Expect(201);

        Assert.That(await States(mine, "recorded"), Is.EqualTo(new[] { "group held" }));
        var own = (await colleague.Get($"cases/{theirs}/appointments").Expect(200)).Items.Single()!;
        Assert.That(own["state"]!.ToString(), Is.EqualTo("planned"), "whoever follows them says whether they came");
    }

    [Test]
    public async Task Activity_WhenMovedToADayOnWhichWhoLeadsItIsNotOnATeam_SaysOfWhomAndMovesNobody()
    {
        var (_, one) = await Given.Case(person: Given.Person("Primacasa"));
        var colleague = await AnotherPerson(Role.Educator);
        var (_, leaving) = await Given.Case(colleague, person: Given.Person("Secondacasa"));
        var me = await Given.IdOf(await SignIn(Role.Educator));
        await colleague.Post($"cases/{leaving}/members", new { userId = me, role = "educator", fromOn = "2026-11-20", toOn = "2026-11-28" }).Expect(201);
        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(one, leaving)).Expect(201)).Id;

        var refused = await As(Role.Educator).Put($"group-activities/planned/{id}", new { kind = "outing", on = "2026-11-30", at = "09:15", until = "11:00", title = "Uscita" }, 1).Expect(422, "planned-activity.not-member");

        Assert.That(refused["errors"]!["on"]!.ToJsonString(), Does.Contain("Secondacasa").And.Not.Contain("Primacasa"));
        Assert.That((await As(Role.Educator).Get($"cases/{one}/appointments").Expect(200)).Items.Single()!["on"]!.ToString(), Is.EqualTo("2026-11-26"), "all or nobody");
        Assert.That((await As(Role.Educator).Get($"group-activities/planned/{id}").Expect(200)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Activity_WhenCalledOff_CallsOffEachAppointmentButThoseMovedApart()
    {
        var (_, one) = await Given.Case();
        var (_, moved) = await Given.Case();
        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(one, moved)).Expect(201)).Id;
        var me = await Given.IdOf(await SignIn(Role.Educator));
        var own = (await As(Role.Educator).Get($"cases/{moved}/appointments").Expect(200)).Items.Single()!;
        await As(Role.Educator).Put($"cases/{moved}/appointments/{own["id"]}", new { kind = "interview", on = "2026-11-27", at = "10:00", minutes = 30, userId = me }, 1).Expect(204);

        await As(Role.Educator).Post("group-activities", Told(id, "2026-11-23", (one, true))).Expect(422, "planned-activity.not-begun");
        await As(Role.Educator).Post($"group-activities/planned/{id}/cancellation", new { }).Expect(204);

        Assert.That(await States(one, "recorded"), Is.EqualTo(new[] { "group cancelled askedByService" }));
        Assert.That(await States(moved, "planned"), Is.EqualTo(new[] { "interview planned" }));
        await As(Role.Educator).Post($"group-activities/planned/{id}/cancellation", new { }).Expect(422, "planned-activity.settled");
    }

    [Test]
    public async Task Leader_WhenTheDayIsNear_IsRemindedOnce()
    {
        var (_, one) = await Given.Case();
        var (_, other) = await Given.Case();
        await As(Role.Educator).Post("group-activities/planned", Plan(one, other)).Expect(201);
        Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(8));

        await InScope(services => services.GetRequiredService<IMediator>().Send(new RemindAppointments()));

        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Items.Count(line => line!["kind"]!.ToString() == "appointment.tomorrow"), Is.EqualTo(1));
    }

    [Test]
    public async Task Leader_WhenTheyLookAtTheirTelephone_FindsTheGroupOnce()
    {
        var (_, one) = await Given.Case();
        var (_, other) = await Given.Case();
        var id = (await As(Role.Educator).Post("group-activities/planned", Plan(one, other)).Expect(201)).Id;
        var address = new Uri((await As(Role.Educator).Post("calendar-feed").Expect(200))["address"]!.ToString()).AbsolutePath;
        var own = (await As(Role.Educator).Get($"cases/{one}/appointments").Expect(200)).Items.Single()!;
        await As(Role.Educator).Post($"cases/{one}/appointments/{own["id"]}/outcome", new { outcome = "cancelled", reason = "work" }, ("If-Match", "\"1\"")).Expect(204);

        var calendar = (await Anonymous.Get(address).Expect(200)).Text;
        Assert.That(calendar.Split("BEGIN:VEVENT"), Has.Length.EqualTo(2));
        Assert.That(calendar, Does.Contain("DTSTART:20261126T140000Z\r\nDTEND:20261126T163000Z").And.Not.Contain("CANCELLED").And.Not.Contain("cucina"));

        await As(Role.Educator).Post($"group-activities/planned/{id}/cancellation", new { }).Expect(204);
        Assert.That((await Anonymous.Get(address).Expect(200)).Text, Does.Contain("STATUS:CANCELLED"));
    }

    [Test]
    public async Task Activity_WhenIncompleteOrWithSomebodyElsesPeopleOrRestricted_IsNotPlanned()
    {
        var (person, mine) = await Given.Case();
        var (_, theirs) = await Given.Case(await AnotherPerson(Role.Educator));

        var empty = await As(Role.Educator).Post("group-activities/planned", new { }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "kind", "on", "at", "until", "title", "caseIds" }));
        var wrong = await As(Role.Educator).Post("group-activities/planned", new { kind = "workshop", on = "2026-11-20", at = "15:00", until = "14:00", title = "x", caseIds = new[] { mine, mine } }).Expect(422);
        Assert.That((wrong.CodesOf("on").Single(), wrong.CodesOf("until").Single(), wrong.CodesOf("caseIds").Single()), Is.EqualTo(("planned-activity.day", "planned-activity.until", "group-activity.twice")));
        await As(Role.Educator).Post("group-activities/planned", Plan(mine, theirs)).Expect(422, "group-activity.not-mine");
        await As(Role.Trainer).Post("group-activities/planned", Plan(mine)).Expect(403);
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-20" }).Expect(201);
        var refused = await As(Role.Educator).Post("group-activities/planned", Plan(mine)).Expect(422, "beneficiary.only-kept");
        Assert.That(refused["errors"]!["caseIds"]!.ToJsonString(), Does.Contain("Gioiosa"), "it says who");
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_appointment"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_planned_activity"), Is.Zero);
    }
}
