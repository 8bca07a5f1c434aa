namespace InclusionPlatform.IntegrationTests.Today;

/// <summary>What the home page counts of people and cases is what its lists show.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class BeneficiaryCounterTests(Engine engine) : SliceTests(engine)
{
    private async Task<IReadOnlyDictionary<string, int>> Agreed(Role role) => await CounterLists.ThatAgree(await Platform.SignedInAsync(role));

    private async Task Appointment(Guid caseId, string on, ApiUser? with = null) => await As(Role.Educator).Post(
        $"cases/{caseId}/appointments", new { kind = "interview", on, at = "10:30", minutes = 45, userId = await Given.IdOf(with ?? await SignIn(Role.Educator)), place = "Sportello" }).Expect(201);

    private async Task Application(Guid path, string reference, string answerDueOn) => await As(Role.Educator).Post("job-applications", new
    {
        pathId = path,
        application = new { opening = "other", employer = "Hotel di prova", reference, duty = "Aiuto cuoco", channel = "portal", portal = "Portale di prova", appliedOn = "2026-11-12", answerDueOn },
    }).Expect(201);

    [Test]
    public async Task Today_WhenCasesAreFollowed_EachCounterIsTheTotalOfItsList()
    {
        var colleague = await AnotherPerson(Role.Educator);
        var (_, met) = await Given.Case();
        await Given.Member(met, colleague);
        await Appointment(met, "2026-11-19");
        await Appointment(met, "2026-11-20");
        await Appointment(met, "2026-11-27");
        await Appointment(met, "2026-11-20", colleague);
        var (_, closed) = await Given.Case();
        await Appointment(closed, "2026-11-18");
        await As(Role.Educator).Post($"cases/{closed}/closure", new { closedOn = "2026-11-20", outcome = "training" }).Expect(204);
        await Given.Case(openedOn: "2026-08-01");
        await Given.Case(openedOn: "2026-09-01");
        await Given.Case(colleague, openedOn: "2026-08-01");
        var (seeking, _, path) = await Given.JobSearch();
        await Given.ConsentToApplications(seeking);
        await Application(path, "AN-1", "2026-11-22");
        await Application(path, "AN-2", "2026-11-23");
        await Application(path, "AN-3", "2026-12-20");

        var counted = await Agreed(Role.Educator);
        Assert.That(new[] { counted["appointment.to-record"], counted["beneficiary.stalled"], counted["job-search.answers-due"] }, Is.EqualTo(new[] { 3, 2, 2 }));
        Assert.That(counted.Keys, Does.Not.Contain("follow-up.due"), "its day has not come");
        Assert.That((await CounterLists.ThatAgree(colleague))["beneficiary.stalled"], Is.EqualTo(1));

        Clock.Advance(TimeSpan.FromDays(30));
        Assert.That((await Agreed(Role.Educator))["follow-up.due"], Is.EqualTo(1));
        await CounterLists.ThatAgreeForEveryRole(Platform.SignedInAsync);
    }

    [Test]
    public async Task Today_WhenCoordinatorsHaveToDecide_EachCounterIsTheTotalOfItsList()
    {
        DateOnly birth = new(1985, 3, 7);
        await Given.Case(person: Given.Person("Pellegrini", "Cristina", birthDate: birth));
        await Given.Case(person: Given.Person("Cristina", "Pelegrini", birthDate: new(1985, 7, 3)));
        await Given.Case(person: Given.Person("Montanari", "Lucrezia", birthDate: birth), bodyKind: "addictionService");
        await Given.Case(person: Given.Person("Lucrezia", "Montanari", birthDate: birth));
        await Given.Referral(receivedOn: "2026-10-01");
        await Given.Referral(receivedOn: "2026-10-28", bodyKind: "addictionService");
        await Given.Referral(receivedOn: "2026-11-20");
        await Given.Beneficiary(person: Given.Person("Mai"));
        await Given.Beneficiary(person: Given.Person("Maipiu"));
        var kept = await Given.Beneficiary(person: Given.Person("Trattenuta"));
        await As(Role.Educator).Post($"beneficiaries/{kept}/marks", new { kind = "hold", fromOn = "2026-11-23", untilOn = "2030-12-31", note = "Un contenzioso aperto" }).Expect(201);

        var counted = await Agreed(Role.Coordinator);
        Assert.That(new[] { counted["beneficiary.duplicates"], counted["referral.answer-due"] }, Is.EqualTo(new[] { 1, 2 }), "of a pair of which one is hidden nothing is counted");

        Clock.Advance(TimeSpan.FromDays(366));
        Assert.That((await Agreed(Role.Coordinator))["retention.due-without-case"], Is.EqualTo(2), "what must be kept is not to be decided");
        var coordinator = await Platform.SignedInAsync(Role.Coordinator);
        async Task<int> Listed(string filter) => (await coordinator.Get($"retention?withoutCase=true&total=true{filter}").Expect(200))["total"]!.GetValue<int>();
        Assert.That((await Listed(""), await Listed("&held=true")), Is.EqualTo((3, 1)));
        await CounterLists.ThatAgreeForEveryRole(Platform.SignedInAsync);
    }
}
