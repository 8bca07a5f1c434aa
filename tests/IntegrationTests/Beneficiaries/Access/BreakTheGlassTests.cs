namespace InclusionPlatform.IntegrationTests.Beneficiaries.Access;

[TestFixtureSource(typeof(Engines))]
internal sealed class BreakTheGlassTests(Engine engine) : SliceTests(engine)
{
    private static readonly object Reason = new { reason = "Ricovero urgente: servono i recapiti della famiglia" };

    [Test]
    public async Task BreakTheGlass_WhenReasonIsGiven_OpensAllForADayAndTheCaseManagerLearnsIt()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService");
        var coordinator = await SignIn(Role.Coordinator);
        await coordinator.Get($"beneficiaries/{person}").Expect(404);

        await coordinator.Post($"beneficiaries/{person}/emergency-access", Reason).Expect(201);

        await coordinator.Get($"beneficiaries/{person}").Expect(200);
        await coordinator.Get($"cases/{caseId}/diary-entries").Expect(200);
        await coordinator.Post($"beneficiaries/{person}/disclosures", new { group = "contacts", purpose = "contactPerson" }).Expect(200);
        var today = await As(Role.Educator).Get("today").Expect(200);
        Assert.That(today["tasks"]!.AsArray().Select(task => task!["kind"]!.ToString()), Does.Contain("beneficiary.emergency-access"));
        var log = await As(Role.Educator).Get($"beneficiaries/{person}/access-log").Expect(200);
        Assert.That(log.Items.Select(entry => $"{entry!["who"]} {entry["purpose"]}"), Does.Contain("Prova Coordinator emergency-access"));

        Clock.Advance(TimeSpan.FromHours(24.1));
        await coordinator.Get($"beneficiaries/{person}").Expect(404);
        await coordinator.Get($"cases/{caseId}").Expect(404);
    }

    [Test]
    public async Task BreakTheGlass_WhenSomebodyElseDidIt_OpensNothingForOthers()
    {
        var (person, _) = await Given.Case(bodyKind: "penalExecution");
        var second = await AnotherPerson(Role.Coordinator);

        await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", Reason).Expect(201);

        await second.Get($"beneficiaries/{person}").Expect(404);
    }

    [Test]
    public async Task BreakTheGlass_WhenReasonIsShortOrRoleIsWrongOrPersonUnknown_IsRefused()
    {
        var (person, _) = await Given.Case(bodyKind: "addictionService");

        var refused = await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", new { reason = "   urgente          " }).Expect(422);
        Assert.That(refused.CodesOf("reason"), Is.EqualTo(new[] { "emergency.reason-too-short" }));
        await As(Role.Coordinator).Post($"beneficiaries/{Guid.NewGuid()}/emergency-access", Reason).Expect(404);
        await As(Role.Educator).Post($"beneficiaries/{person}/emergency-access", Reason).Expect(403);
        await As(Role.Coordinator).Get($"beneficiaries/{person}").Expect(404);
    }

    [Test]
    public async Task BreakTheGlass_WhenAlreadyOnTheTeam_IsNotNeeded()
    {
        var coordinator = await SignIn(Role.Coordinator);
        var (person, _) = await Given.Case(coordinator, "addictionService");

        await coordinator.Post($"beneficiaries/{person}/emergency-access", Reason).Expect(422, "emergency.not-needed");
    }

    [Test]
    public async Task BreakTheGlass_WhenAnIdIsGuessed_IsNotFoundAndWrittenDown()
    {
        var guessed = Guid.NewGuid();

        await As(Role.Coordinator).Post($"beneficiaries/{guessed}/emergency-access", Reason).Expect(404, "beneficiary.not-found");

        Assert.That((await As(Role.Auditor).Get($"audit-entries?recordId={guessed}&kind=refusal").Expect(200)).Items.Single()!["request"]!.ToString(), Is.EqualTo("BreakTheGlass"));
    }

    [Test]
    public async Task BreakTheGlass_WhenKept_ReasonIsEncrypted()
    {
        var (person, _) = await Given.Case(bodyKind: "addictionService");
        await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", Reason).Expect(201);

        Assert.That(await Scalar<string>("select reason_cipher from beneficiaries_emergency_access where beneficiary_id = @Id", new { Id = person }), Does.Not.Contain("Ricovero"));
    }
}
