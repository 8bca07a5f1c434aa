namespace InclusionPlatform.IntegrationTests.Training.Sessions;

[TestFixtureSource(typeof(Engines))]
internal sealed class SessionTests(Engine engine) : SliceTests(engine)
{
    private Task<Reply> Add(Guid edition, string day, string from, string to, string? state = null) =>
        As(Role.Trainer).Post($"course-editions/{edition}/sessions", new { day, from, to, topic = "Antincendio", state });

    [Test]
    public async Task AddSession_WhenItFits_ComputesItsMinutesAndListsInOrder()
    {
        var edition = await Given.Edition();
        await Add(edition, "2026-12-02", "14:00", "18:30").Expect(201);
        var added = await Add(edition, "2026-12-02", "9:00", "13:15").Expect(201);

        Assert.That(added["minutes"]!.GetValue<int>(), Is.EqualTo(255));
        var list = await As(Role.Educator).Get($"course-editions/{edition}/sessions").Expect(200);
        Assert.That(list.Items.Select(session => session!["from"]!.ToString()), Is.EqualTo(new[] { "09:00", "14:00" }));
        Assert.That((await As(Role.Trainer).Get($"course-editions/{edition}").Expect(200))["plannedMinutes"]!.GetValue<int>(), Is.EqualTo(255 + 270));
    }

    [Test]
    public async Task AddSession_WhenItOverlapsOrIsOutside_SaysWhyAtTheField()
    {
        var edition = await Given.Edition();
        await Add(edition, "2026-12-02", "09:00", "13:00").Expect(201);

        var overlaps = await Add(edition, "2026-12-02", "12:30", "14:00").Expect(422, "session.overlaps");
        Assert.That(overlaps["errors"]!["from"]![0]!["message"]!.ToString(), Does.Contain("09:00").And.Contain("13:00"));
        var outside = await Add(edition, "2027-02-01", "09:00", "13:00").Expect(422, "session.outside-edition");
        Assert.That(outside["detail"]!.ToString(), Does.Contain("18 dicembre 2026"));
        await Add(edition, "2026-12-03", "13:00", "09:00").Expect(422, "validation.failed");
        await Add(edition, "2026-12-03", "25:00", "26:00").Expect(422, "validation.failed");
        await Add(edition, "2026-12-03", "09:00", "10:00", "held").Expect(422, "session.in-future");
        await Add(edition, "2026-12-02", "13:00", "14:00").Expect(201);
        Assert.That(await Scalar<int>("select count(*) from training_session"), Is.EqualTo(2));
    }

    [Test]
    public async Task AddSession_WhenTheOtherIsCancelled_TakesItsTime()
    {
        var edition = await Given.Edition();
        var first = (await Add(edition, "2026-12-02", "09:00", "13:00").Expect(201)).Id;
        await As(Role.Trainer).Post($"course-editions/{edition}/sessions/{first}/cancellation").Expect(204);

        await Add(edition, "2026-12-02", "09:00", "13:00").Expect(201);

        Assert.That((await As(Role.Trainer).Get($"course-editions/{edition}").Expect(200))["plannedMinutes"]!.GetValue<int>(), Is.EqualTo(240));
    }

    [Test]
    public async Task AddSession_WhenTwoAtOnceOverlap_OneIsRefused()
    {
        var edition = await Given.Edition();
        await SignIn(Role.Trainer);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Add(edition, "2026-12-02", "09:00", "13:00")));

        Assert.That(replies.Count(reply => reply.Status == 201), Is.EqualTo(1));
        Assert.That(replies.Where(reply => reply.Status != 201).Select(reply => reply.Code).Distinct(), Is.EqualTo(new[] { "session.overlaps" }));
    }

    [Test]
    public async Task RemoveSession_WhenAttendanceIsWritten_Stays()
    {
        var edition = await Given.Edition();
        var mistake = await Given.Session(edition, "2026-11-24");
        var held = await Given.Session(edition, "2026-11-23");
        await As(Role.Trainer).Put($"course-editions/{edition}/sessions/{held}/attendance", new { present = Array.Empty<Guid>() }).Expect(204);

        await As(Role.Trainer).Delete($"course-editions/{edition}/sessions/{mistake}").Expect(204);
        await As(Role.Trainer).Delete($"course-editions/{edition}/sessions/{mistake}").Expect(404, "training-session.not-found");
        await As(Role.Trainer).Delete($"course-editions/{edition}/sessions/{held}").Expect(422, "session.attended");
        var other = await AnotherPerson(Role.Trainer);
        await other.Delete($"course-editions/{edition}/sessions/{held}").Expect(403, "edition.not-yours");
    }

    [Test]
    public async Task RecordAttendance_WhenWrittenAgain_ReplacesWhoWasThere()
    {
        var edition = await Given.Edition();
        var session = await Given.Session(edition);
        var (anna, bruno) = (await Given.ConfirmedParticipant(edition, "Anselmi"), await Given.ConfirmedParticipant(edition, "Brunelli"));
        var path = $"course-editions/{edition}/sessions/{session}/attendance";

        await As(Role.Trainer).Put(path, new { present = new[] { anna, bruno } }).Expect(204);
        await As(Role.Trainer).Put(path, new { present = new[] { bruno } }).Expect(204);

        var attendance = await As(Role.Trainer).Get(path).Expect(200);
        Assert.That(attendance["present"]!.AsArray().Select(id => id!.GetValue<Guid>()), Is.EqualTo(new[] { bruno }));
        Assert.That(attendance["recordedAt"], Is.Not.Null);
        var list = await As(Role.Trainer).Get($"course-editions/{edition}/enrolments").Expect(200);
        Assert.That(list.Items.Select(item => item!["attendedMinutes"]!.GetValue<int>()), Is.EqualTo(new[] { 0, 240 }));
        Assert.That((await As(Role.Trainer).Get($"course-editions/{edition}").Expect(200))["heldMinutes"]!.GetValue<int>(), Is.EqualTo(240));
    }

    [Test]
    public async Task RecordAttendance_WhenNotConfirmedOrInFutureOrCancelled_IsRefused()
    {
        var edition = await Given.Edition();
        var (today, tomorrow, dropped) = (await Given.Session(edition), await Given.Session(edition, "2026-11-24"), await Given.Session(edition, "2026-11-20"));
        var enrolled = await Given.Participant(edition);
        await As(Role.Trainer).Post($"course-editions/{edition}/sessions/{dropped}/cancellation").Expect(204);
        Task<Reply> Write(Guid session, params Guid[] present) => As(Role.Trainer).Put($"course-editions/{edition}/sessions/{session}/attendance", new { present });

        await Write(today, enrolled).Expect(422, "attendance.not-confirmed");
        await Write(today, Guid.NewGuid()).Expect(422, "attendance.not-confirmed");
        await Write(tomorrow).Expect(422, "session.in-future");
        await Write(dropped).Expect(422, "session.cancelled");
        await Write(Guid.NewGuid()).Expect(404);
        Assert.That(await Scalar<int>("select count(*) from training_session where state = 'held'"), Is.Zero);
    }
}
