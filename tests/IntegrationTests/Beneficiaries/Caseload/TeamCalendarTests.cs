namespace InclusionPlatform.IntegrationTests.Beneficiaries.Caseload;

[TestFixtureSource(typeof(Engines))]
internal sealed class TeamCalendarTests(Engine engine) : SliceTests(engine)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Platform:PublicAddress"] = "https://servizio.example" };

    private async Task<Guid> Appointment(Guid caseId, string on, Guid userId, string at = "10:30") =>
        (await As(Role.Educator).Post($"cases/{caseId}/appointments", new { kind = "interview", on, at, minutes = 45, userId, place = "Stanza del SerD" }).Expect(201)).Id;

    private static string[] Kinds(Reply calendar) => [.. calendar["items"]!.AsArray().Select(item => item!["kind"]!.ToString())];

    [Test]
    public async Task Calendar_WhenATeamPlans_ShowsItsDaysByMemberAndToNobodyElse()
    {
        var me = await Given.IdOf(await SignIn(Role.Educator));
        var (_, caseId) = await Given.Case(person: Given.Person("Calendario"));
        var colleague = await AnotherPerson(Role.Educator);
        var colleagueId = await Given.Member(caseId, colleague);
        await Appointment(caseId, "2026-11-25", me);
        await Appointment(caseId, "2026-11-26", colleagueId, "23:30");
        await Appointment(caseId, "2026-12-05", me);
        await Given.PlanInForce(caseId, "Gioiosa Calendario");
        var (_, ended) = await Given.Case();
        await As(Role.Educator).Post($"cases/{ended}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);

        var week = await As(Role.Educator).Get("team-calendar?from=2026-11-23&to=2026-11-29").Expect(200);
        Assert.That(Kinds(week), Is.EqualTo(new[] { "appointment", "appointment" }));
        Assert.That(week["items"]![1]!["on"]!.ToString(), Is.EqualTo("2026-11-26"), "of the Italian day");
        Assert.That(week["members"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(Kinds(await As(Role.Educator).Get($"team-calendar?from=2026-11-23&to=2026-11-29&memberId={colleagueId}").Expect(200)), Has.Length.EqualTo(1));
        Assert.That(Kinds(await As(Role.Educator).Get("team-calendar?from=2026-12-20&to=2027-01-20").Expect(200)), Is.EqualTo(new[] { "followUp", "review" }));
        Assert.That(Kinds(await As(Role.Coordinator).Get("team-calendar?from=2026-11-23&to=2026-11-29").Expect(200)), Is.Empty, "appointments are the team's");
        Assert.That(Kinds(await (await AnotherPerson(Role.Educator)).Get("team-calendar?from=2026-11-23&to=2026-11-29").Expect(200)), Is.Empty);
        await As(Role.Educator).Get("team-calendar?from=2026-11-23&to=2027-11-29").Expect(422, "calendar.span");
        await As(Role.Educator).Get("team-calendar?from=2026-11-23&to=2026-11-22").Expect(422, "calendar.span");
        await As(Role.Educator).Get("team-calendar?from=0001-01-01&to=0001-01-01").Expect(200);
        await As(Role.Educator).Get("team-calendar?from=9999-12-31&to=9999-12-31").Expect(200);
    }

    [Test]
    public async Task Feed_WhenSubscribed_HoldsHoursAndNeutralWordsOnly()
    {
        var me = await Given.IdOf(await SignIn(Role.Educator));
        var (person, caseId) = await Given.Case(person: Given.Person("Innominata"));
        await Appointment(caseId, "2026-11-25", me);
        await Given.PlanInForce(caseId, "Gioiosa Innominata");
        var address = new Uri((await As(Role.Educator).Post("calendar-feed").Expect(200))["address"]!.ToString()).AbsolutePath;

        var calendar = (await Anonymous.Get(address).Expect(200)).Text;
        Assert.That(calendar, Does.Contain("SUMMARY:Appuntamento").And.Contain("DTSTART:20261125T093000Z").And.Contain("SUMMARY:Verifica di un progetto").And.Contain("DTSTART;VALUE=DATE:20270115"));
        Assert.That(calendar, Does.Not.Contain("Innominata").And.Not.Contain("Gioiosa").And.Not.Contain("SerD").And.Not.Contain(person.ToString()).And.Not.Contain(caseId.ToString()));

        var member = (await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["members"]![0]!["id"];
        var colleague = await AnotherPerson(Role.Educator);
        await As(Role.Educator).Post($"cases/{caseId}/transfers", new { userId = await Given.IdOf(colleague), reason = "absence", leaves = true }).Expect(204);
        Assert.That(member, Is.Not.Null);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Anonymous.Get(address).Expect(200)).Text, Does.Not.Contain("SUMMARY:Appuntamento").And.Not.Contain("Verifica"), "whoever has left has no calendar of the case");
    }
}
