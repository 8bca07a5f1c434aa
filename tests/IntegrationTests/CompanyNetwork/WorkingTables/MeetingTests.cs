namespace InclusionPlatform.IntegrationTests.CompanyNetwork.WorkingTables;

[TestFixtureSource(typeof(Engines))]
internal sealed class MeetingTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Minutes_WhenApproved_NeverChangeAgainAndAreAmendedByNotes()
    {
        var body = await Given.PartnerBody("SerD");
        var table = await Given.WorkingTable();
        await As(Role.Coordinator).Post($"working-tables/{table}/members", new { bodyId = body }).Expect(201);
        var meeting = await Given.Meeting(table, agenda: ["Andamento dei tirocini", " ", "Varie"]);

        var draft = await As(Role.Coordinator).Get(meeting).Expect(200);
        Assert.That(draft["agenda"]!.AsArray().Select(point => point!.ToString()), Is.EqualTo(new[] { "Andamento dei tirocini", "Varie" }));
        Assert.That((draft["state"]!.ToString(), draft["attendance"]![0]!["state"]), Is.EqualTo(("awaitingMinutes", (object?)null)));
        await As(Role.Coordinator).Post($"{meeting}/approval", null, ("If-Match", "\"1\"")).Expect(422, "meeting.minutes-missing");
        await As(Role.Coordinator).Post($"{meeting}/notes", new { note = "Presto" }).Expect(422, "meeting.minutes-not-approved");

        var written = await As(Role.Coordinator).Put($"{meeting}/minutes", new { minutes = "Si discute.", attendance = new[] { new { bodyId = body, state = "present" } } }, 1).Expect(200);
        await As(Role.Coordinator).Put($"{meeting}/minutes", new { minutes = "Altro." }, 1).Expect(412);
        Assert.That((written["state"]!.ToString(), written["attendance"]![0]!["state"]!.ToString()), Is.EqualTo(("awaitingApproval", "present")));

        await As(Role.Coordinator).Post($"{meeting}/approval", null, ("If-Match", "\"1\"")).Expect(412);
        var approved = await As(Role.Coordinator).Post($"{meeting}/approval", null, ("If-Match", "\"2\"")).Expect(200);
        await As(Role.Coordinator).Post($"{meeting}/approval", null, ("If-Match", "\"3\"")).Expect(409, "meeting.minutes-approved");
        await As(Role.Coordinator).Put($"{meeting}/minutes", new { minutes = "Altro." }, 3).Expect(409, "meeting.minutes-approved");
        await As(Role.Coordinator).Put(meeting, new { day = "2026-11-20", startsAt = "09:00", place = "Altrove" }, 3).Expect(409, "meeting.minutes-approved");
        await As(Role.Coordinator).Post($"{meeting}/cancellation").Expect(409, "meeting.minutes-approved");
        await As(Role.Coordinator).Post($"{meeting}/decisions", new { decided = "X", ownerUserId = await Given.UserId(Role.Educator), dueOn = "2026-12-01" }).Expect(409, "meeting.minutes-approved");
        await As(Role.Coordinator).Post($"{meeting}/notes", new { note = "Si precisa che" }).Expect(201);

        var read = await As(Role.Educator).Get(meeting).Expect(200);
        Assert.That((approved["state"]!.ToString(), read["minutes"]!.ToString(), read["place"]!.ToString(), read["notes"]![0]!["note"]!.ToString()), Is.EqualTo(("approved", "Si discute.", "Sala riunioni", "Si precisa che")));
    }

    [Test]
    public async Task ScheduleMeeting_WhenTheDayHasPassed_IsAllowedAndFlagged()
    {
        var table = await Given.WorkingTable();

        var past = await As(Role.Coordinator).Post($"working-tables/{table}/meetings", new { day = "2026-11-02", startsAt = "15:00", endsAt = "17:00", place = "Comune" }).Expect(201);
        var coming = await Given.Meeting(table, "2026-12-02");

        Assert.That(past["isRecordedAfterwards"]!.GetValue<bool>(), Is.True);
        var list = await As(Role.Educator).Get($"working-tables/{table}/meetings").Expect(200);
        Assert.That(list.Items.Select(row => (row!["state"]!.ToString(), row["isRecordedAfterwards"]!.GetValue<bool>())), Is.EqualTo(new[] { ("planned", false), ("awaitingMinutes", true) }));
        await As(Role.Coordinator).Put($"{coming}/minutes", new { minutes = "Prima del tempo" }, 1).Expect(422, "meeting.in-future");

        await As(Role.Coordinator).Post($"{coming}/cancellation").Expect(204);
        await As(Role.Coordinator).Post($"{coming}/cancellation").Expect(409, "meeting.cancelled");
        Assert.That((await As(Role.Educator).Get(coming).Expect(200))["state"]!.ToString(), Is.EqualTo("cancelled"));
    }

    [Test]
    public async Task Meeting_WhenShapeIsWrongOrForbidden_IsRefused()
    {
        var table = await Given.WorkingTable();
        var other = await Given.WorkingTable("Altro");
        var meeting = await Given.Meeting(table);

        var reply = await As(Role.Coordinator).Post($"working-tables/{table}/meetings", new { day = "2026-12-01", startsAt = "10:00", endsAt = "09:00", place = "" }).Expect(422);
        Assert.That((reply.CodesOf("endsAt")[0], reply.CodesOf("place").Count), Is.EqualTo(("clock-time.ends-before-start", 1)));
        Assert.That((await As(Role.Coordinator).Post($"working-tables/{table}/meetings", new { day = "2026-12-01", startsAt = "25:00", place = "X" }).Expect(422)).CodesOf("startsAt"), Is.EqualTo(new[] { "clock-time.form" }));
        await As(Role.Educator).Post($"working-tables/{table}/meetings", new { day = "2026-12-01", startsAt = "10:00", place = "X" }).Expect(403);
        await As(Role.Coordinator).Get(meeting.Replace(table.ToString(), other.ToString(), StringComparison.Ordinal)).Expect(404);
        await As(Role.Coordinator).Put($"{meeting}/minutes", new { minutes = "X", attendance = new[] { new { bodyId = Guid.NewGuid(), state = "present" } } }, 1).Expect(422);
    }

    [Test]
    public async Task UpdateMeeting_WhenStale_IsRefused()
    {
        var meeting = await Given.Meeting(await Given.WorkingTable(), agenda: ["Uno"]);

        var moved = await As(Role.Coordinator).Put(meeting, new { day = "2026-11-24", startsAt = "11:00", place = "Sala B", agenda = new[] { "Due", "Tre" } }, 1).Expect(200);
        await As(Role.Coordinator).Put(meeting, new { day = "2026-11-25", startsAt = "11:00", place = "Sala C" }, 1).Expect(412);

        Assert.That((moved.Version, moved["agenda"]!.AsArray().Count, moved["place"]!.ToString()), Is.EqualTo((2, 2, "Sala B")));
    }

    [TestCase("1950-01-01")]
    [TestCase("2099-01-01")]
    public async Task ScheduleMeeting_WhenTheYearIsAMistake_IsRefusedAtTheDay(string day)
    {
        var table = await Given.WorkingTable();

        var refused = await As(Role.Coordinator).Post($"working-tables/{table}/meetings", new { day, startsAt = "09:00", place = "Sala" }).Expect(422);

        Assert.That(refused.CodesOf("day"), Is.EqualTo(new[] { "meeting.day-out-of-range" }));
    }
}
