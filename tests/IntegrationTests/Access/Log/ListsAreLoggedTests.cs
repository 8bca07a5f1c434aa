namespace InclusionPlatform.IntegrationTests.Access.Log;

/// <summary>A list that names people is a reading of each of them, in whichever module it stands (ADR 58).</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ListsAreLoggedTests(Engine engine) : SliceTests(engine)
{
    [TestCase("internships", "list-internships")]
    [TestCase("internships/board", "list-internships")]
    [TestCase("internship-registers/2026-11", "list-registers")]
    [TestCase("appointments", "list-appointments")]
    [TestCase("team-calendar?from=2026-11-23&to=2026-12-06", "team-calendar")]
    [TestCase("group-activities", "list-group-activities")]
    public async Task List_WhenItNamesSomebody_IsInTheirLog(string address, string purpose)
    {
        var (person, forCase) = await Given.Case();
        await Given.ActiveInternship(forCase, await Given.Host());
        await As(Role.Educator).Post($"cases/{forCase}/appointments", new { kind = "interview", on = "2026-11-26", at = "10:00", minutes = 30, userId = await Given.IdOf(await SignIn(Role.Educator)) }).Expect(201);
        await As(Role.Educator).Post("group-activities", new { kind = "workshop", on = "2026-11-23", title = "Laboratorio", text = "Si è cucinato insieme.", participants = new[] { new { caseId = forCase, present = true } } }).Expect(201);
        Assert.That(await Shown(person, purpose), Is.Zero);

        await As(Role.Educator).Get(address).Expect(200);

        Assert.That(await Shown(person, purpose), Is.EqualTo(1));
    }

    [Test]
    public async Task Visits_WhenTheyAreListed_AreInThePersonsLog()
    {
        var (person, forCase) = await Given.Case();
        await Given.ActiveInternship(forCase, await Given.Host());
        Clock.Now = new(2026, 12, 9, 9, 0, 0, TimeSpan.Zero);

        await As(Role.Educator).Get("internship-visits").Expect(200);

        Assert.That(await Shown(person, "list-visits"), Is.EqualTo(1));
    }

    [Test]
    public async Task List_WhenItNamesNobodyOfWhomAPersonIs_IsNotInTheirLog()
    {
        var (person, forCase) = await Given.Case(bodyKind: "addictionService");
        await Given.ActiveInternship(forCase, await Given.Host());

        await As(Role.Coordinator).Get("internships").Expect(200);

        Assert.That(await Shown(person, "list-internships"), Is.Zero, "who is hidden was not read");
    }
}
