using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>Visits, interviews, exchanges and alerts. The internship runs from 30 November 2026 for six months; its programme asks for a first visit within a week.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class MonitoringTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Internships:Monitoring:Programmes:Nuovi passi:FirstVisitDays"] = "7",
        ["Internships:Monitoring:Kinds:SocialInclusion:VisitEveryDays"] = "20",
    };

    private static readonly object Whole = new
    {
        tutorPresent = true, attendance = "regular", relations = "good", safety = "good", difficulties = "Fatica segretissima al mattino", nextSteps = "Sentire il tutor",
        skills = new[] { new { objective = "Riprendere un ritmo di lavoro", level = "withHelp", note = "Meglio" } },
    };

    private async Task<Guid> Running(string today = "2026-12-10", string surname = "Visitata", string? objectives = null)
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(surname), await Given.Host(), objectives is null ? null : proposal => proposal with { Objectives = objectives });
        Clock.Now = DateTimeOffset.Parse($"{today}T09:00:00Z", null);
        return id;
    }

    private async Task<Reply> Read(Guid id) => await As(Role.Educator).Get($"internships/{id}/monitoring").Expect(200);

    private async Task<Reply> Record(Guid id, object body) => await As(Role.Educator).Post($"internships/{id}/visits", body);

    private static string Dues(JsonNode monitoring) => string.Join(' ', monitoring["due"]!.AsArray().Select(one => $"{one!["kind"]}:{one["dueOn"]}"));

    [Test]
    public async Task Due_WhenVisitsAreDone_IsReckonedFromTheStartThenFromTheLastOne()
    {
        var id = await Running();
        Assert.That(Dues((await Read(id)).Json), Is.EqualTo("visit:2026-12-15 interview:2026-12-10"));

        await Record(id, new { kind = "visit", heldOn = "2026-12-09", done = true, sheet = Whole }).Expect(201);
        await Record(id, new { kind = "interview", heldOn = "2026-12-10", done = false, sheet = new { } }).Expect(201);
        Assert.That(Dues((await Read(id)).Json), Is.EqualTo("visit:2027-01-08 interview:2026-12-10"), "a draft is no interview yet");

        var list = await As(Role.Educator).Get("internship-visits?total=true&limit=1").Expect(200);
        Assert.That((list.Items.Count, list["total"]!.GetValue<int>(), list.Items[0]!["kind"]!.ToString()), Is.EqualTo((1, 2, "interview")));
        var rest = await As(Role.Educator).Get($"internship-visits?limit=1&cursor={list["nextCursor"]}").Expect(200);
        Assert.That(rest.Items.Single()!["dueOn"]!.ToString(), Is.EqualTo("2027-01-08"));
        Assert.That((await As(Role.Educator).Get("internship-visits?due=week&mine=true").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("internship-visits?due=late").Expect(200)).Items, Is.Empty);
        var first = list.Items[0]!["dueOn"]!;
        Assert.That((await As(Role.Educator).Get($"internship-visits?from={first}&to={first}").Expect(200)).Items.Select(one => one!["dueOn"]!.ToString()), Is.Not.Empty.And.All.EqualTo(first.ToString()), "a calendar's days");
        Assert.That((await As(Role.Educator).Get("internship-visits?to=2020-01-01").Expect(200)).Items, Is.Empty);
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("internship-visits").Expect(200)).Items, Is.Empty, "need to know");
        var today = await As(Role.Educator).Get("today").Expect(200);
        Assert.That(today.Text, Does.Contain($"/internships/{id}/visits/interview"));
    }

    [Test]
    public async Task Due_WhenTheInternshipRests_WaitsUntilTheDayAfter()
    {
        var id = await Running("2026-12-14");
        var version = (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version;
        await As(Role.Educator).Post($"internships/{id}/suspensions", new { reason = "illness", fromOn = "2026-12-14", toOn = "2026-12-20" }, ("If-Match", $"\"{version}\"")).Expect(200);

        Assert.That(Dues((await Read(id)).Json), Is.EqualTo("visit:2026-12-21 interview:2026-12-10"));
    }

    [Test]
    public async Task Visit_WhenKeptAsADraft_IsOnlyItsAuthorsUntilItIsDoneAndThenStays()
    {
        var id = await Running();
        var draft = await Record(id, new { kind = "visit", heldOn = "2026-12-10", done = false, sheet = new { difficulties = "Bozza segretissima" } }).Expect(201);
        await Record(id, new { kind = "visit", heldOn = "2026-12-10", done = false, sheet = new { } }).Expect(409, "visit.draft-open");
        Assert.That((await Read(id))["visits"]![0]!["sheet"]!["difficulties"]!.ToString(), Is.EqualTo("Bozza segretissima"));
        Assert.That((await As(Role.Coordinator).Get($"internships/{id}/monitoring").Expect(200))["visits"]!.AsArray(), Is.Empty);
        await As(Role.Coordinator).Put($"internships/{id}/visits/{draft.Id}", new { heldOn = "2026-12-10", done = true, sheet = Whole }, 1).Expect(404, "visit.not-found");
        Assert.That(await Scalar<string>("select sheet_cipher from internships_visit"), Does.StartWith("p1.").And.Not.Contain("segretissima"));

        var incomplete = await As(Role.Educator).Put($"internships/{id}/visits/{draft.Id}", new { heldOn = "2026-12-10", done = true, sheet = new { safety = "serious" } }, 1).Expect(422, "validation.failed");
        Assert.That(incomplete.Text, Does.Contain("attendance").And.Contain("relations").And.Contain("safetyNote"));
        await As(Role.Educator).Put($"internships/{id}/visits/{draft.Id}", new { heldOn = "2026-12-10", done = true, sheet = Whole }, 7).Expect(412, "record.stale");
        await As(Role.Educator).Put($"internships/{id}/visits/{draft.Id}", new { heldOn = "2026-12-10", done = true, sheet = Whole }, 1).Expect(200);
        await As(Role.Educator).Put($"internships/{id}/visits/{draft.Id}", new { heldOn = "2026-12-10", done = true, sheet = Whole }, 2).Expect(409, "visit.done");
        await As(Role.Educator).Delete($"internships/{id}/visits/{draft.Id}").Expect(409, "visit.done");
        Assert.That((await As(Role.Coordinator).Get($"internships/{id}/monitoring").Expect(200))["visits"]![0]!["sheet"]!["skills"]![0]!["level"]!.ToString(), Is.EqualTo("withHelp"));
    }

    [Test]
    public async Task Visit_WhenItsDayOrContentIsWrong_IsRefusedAndNothingIsKept()
    {
        var id = await Running(objectives: "- Arrivare puntuale\n- Lavorare in squadra.");
        Assert.That((await Read(id))["objectives"]!.AsArray().Select(one => one!.ToString()), Is.EqualTo(new[] { "Arrivare puntuale", "Lavorare in squadra" }));

        await Record(id, new { kind = "visit", heldOn = "2026-12-11", done = true, sheet = Whole }).Expect(422, "visit.in-the-future");
        await Record(id, new { kind = "visit", heldOn = "2026-08-01", done = true, sheet = Whole }).Expect(422, "visit.outside");
        await Record(id, new { heldOn = "2026-12-10", done = false, sheet = new { } }).Expect(422, "validation.failed");
        await Record(id, new { kind = "visit", heldOn = "2026-12-10", done = false }).Expect(422, "validation.failed");
        await Record(id, new { kind = "visit", heldOn = "2026-12-10", done = false, sheet = new { difficulties = new string('x', 5000) } }).Expect(422, "validation.failed");
        await (await AnotherPerson(Role.Educator)).Post($"internships/{id}/visits", new { kind = "visit", heldOn = "2026-12-10", done = true, sheet = Whole }).Expect(404, "internship.not-found");
        await (await AnotherPerson(Role.Educator)).Get($"internships/{id}/monitoring").Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Get($"internships/{id}/monitoring").Expect(403);
        var proposal = await Given.Proposal(await Given.CaseOf(), await Given.Host());
        await Record(proposal, new { kind = "visit", heldOn = "2026-12-10", done = true, sheet = Whole }).Expect(409, "internship.wrong-state");
        Assert.That(await Scalar<int>("select count(*) from internships_visit"), Is.Zero);
    }

    [Test]
    public async Task Exchange_WhenLogged_IsEncryptedAndShownLastFirst()
    {
        var id = await Running();
        await As(Role.Educator).Post($"internships/{id}/exchanges", new { channel = "call", heldOn = "2026-12-01", note = "Tutto bene" }).Expect(201);
        await As(Role.Educator).Post($"internships/{id}/exchanges", new { channel = "meeting", heldOn = "2026-12-09", note = "Nota segretissima" }).Expect(201);
        await As(Role.Educator).Post($"internships/{id}/exchanges", new { channel = "call", heldOn = "2026-12-09", note = "" }).Expect(422, "validation.failed");

        Assert.That((await Read(id))["exchanges"]!.AsArray().Select(one => one!["note"]!.ToString()), Is.EqualTo(new[] { "Nota segretissima", "Tutto bene" }));
        Assert.That(await Scalar<int>("select count(*) from internships_exchange where note_cipher like '%segretissima%'"), Is.Zero);
    }

    [Test]
    public async Task Alerts_WhenThreeAreAbsentInARowOrNobodyCame_AreOnTodayAndInTheList()
    {
        var id = await Running("2026-12-05");
        async Task<string> Alerts() => string.Join(' ', (await Read(id))["alerts"]!.AsArray().Select(one => $"{one!["kind"]}:{one["number"]}"));
        Task Write(params string?[] days) => As(Role.Educator).Put(
            $"internships/{id}/attendance/2026-12",
            new { days = days.Select((absence, place) => new { day = $"2026-12-0{place + 1}", minutes = absence is null ? 300 : (int?)null, absence }) }, version++).Expect(200);

        await Write("illness", null, "justified", "illness");
        Assert.That(await Alerts(), Is.Empty, "two in a row");
        await Write("illness", "closure", "justified", "illness");
        Assert.That(await Alerts(), Is.EqualTo("absencesInARow:3"), "a closure is nobody's absence and does not interrupt");
        Assert.That((await As(Role.Educator).Get("internship-visits?alert=true").Expect(200)).Items, Has.Count.EqualTo(1), "the internship once, whatever is due of it");
        var today = await As(Role.Educator).Get("today").Expect(200);
        Assert.That(today.Text, Does.Contain("internshipAlert").And.Not.Contain("illness"));

        Clock.Now = new(2027, 1, 14, 9, 0, 0, TimeSpan.Zero);
        Assert.That(await Alerts(), Does.Contain("noVisit:45"));
        await Record(id, new { kind = "interview", heldOn = "2027-01-14", done = true, sheet = Whole }).Expect(201);
        Assert.That(await Alerts(), Does.Not.Contain("noVisit"));
    }

    private int version;

    [Test]
    public async Task Alerts_WhenAMonthIsFarFromThePlan_SayByHowMuch()
    {
        var id = await Running("2026-12-31");
        await Given.ClosedRegister(id, "2026-12", days: 10);
        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

        var alert = (await Read(id))["alerts"]!.AsArray().Single(one => one!["kind"]!.ToString() == "hoursFarFromPlan")!;

        Assert.That((alert["number"]!.GetValue<int>(), alert["since"]!.ToString()), Is.EqualTo((48, "2026-12-01")), "ten of twenty-one days");
    }
}
