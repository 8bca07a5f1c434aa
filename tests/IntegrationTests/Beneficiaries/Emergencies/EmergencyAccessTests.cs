namespace InclusionPlatform.IntegrationTests.Beneficiaries.Emergencies;

[TestFixtureSource(typeof(Engines))]
internal sealed class EmergencyAccessTests(Engine engine) : SliceTests(engine)
{
    private static readonly object Reason = new { reason = "Ricovero urgente: servono i recapiti della famiglia" };

    [Test]
    public async Task BreakTheGlass_WhenDone_TellsTheCaseManagerAndTheOtherCoordinatorsWithoutTheName()
    {
        var second = await AnotherPerson(Role.Coordinator);
        var (person, _) = await Given.Case(bodyKind: "addictionService", person: Given.Person("Nomesegreto"));

        await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", Reason).Expect(201);

        foreach (var told in new[] { await SignIn(Role.Educator), second })
        {
            var bell = await told.Get("notifications").Expect(200);
            Assert.That(bell.Items.Single()!["kind"]!.ToString(), Is.EqualTo("beneficiary.emergency-access"));
            Assert.That(bell.Text, Does.Contain("Prova Coordinator").And.Not.Contain("Nomesegreto").And.Not.Contain(person.ToString()));
        }

        Assert.That((await As(Role.Coordinator).Get("notifications").Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Trainer).Get("notifications").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task BreakTheGlass_WhenRefused_TellsNobody()
    {
        var (person, _) = await Given.Case(bodyKind: "addictionService");

        await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", new { reason = "breve" }).Expect(422);

        Assert.That((await As(Role.Educator).Get("notifications").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task ListEmergencyAccesses_WhenPersonIsRestricted_ShowsTheReasonAndTheNameOnlyToWhoSeesThePerson()
    {
        var second = await AnotherPerson(Role.Coordinator);
        var (person, _) = await Given.Case(bodyKind: "addictionService", person: Given.Person("Nomesegreto"));
        await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", Reason).Expect(201);

        var toManager = await As(Role.Educator).Get("emergency-accesses?open=true").Expect(200);
        var toCoordinator = await second.Get("emergency-accesses?open=true").Expect(200);

        Assert.That(toManager.Text, Does.Contain("Nomesegreto").And.Contain("Ricovero urgente"));
        Assert.That(toCoordinator.Text, Does.Contain("Ricovero urgente").And.Not.Contain("Nomesegreto").And.Not.Contain(person.ToString()));
        Assert.That((await As(Role.Coordinator).Get("emergency-accesses").Expect(200)).Items, Is.Empty, "one's own");
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("emergency-accesses").Expect(200)).Items, Is.Empty, "who follows somebody else");
        await As(Role.Trainer).Get("emergency-accesses").Expect(403);
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'emergency-access' and purpose = 'review'"), Is.EqualTo(2));
    }

    [Test]
    public async Task AcknowledgeEmergencyAccess_WhenByTheCaseManager_IsNoLongerDueForAnybody()
    {
        var second = await AnotherPerson(Role.Coordinator);
        var (person, _) = await Given.Case(bodyKind: "addictionService");
        var access = (await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", Reason).Expect(201)).Id;
        Assert.That(await IsDue(second), Is.True);

        await As(Role.Educator).Post($"emergency-accesses/{access}/acknowledgement").Expect(204);

        Assert.That((await IsDue(await SignIn(Role.Educator)), await IsDue(second)), Is.EqualTo((false, false)));
        await second.Post($"emergency-accesses/{access}/acknowledgement").Expect(409, "emergency.already-acknowledged");
        var kept = (await second.Get("emergency-accesses").Expect(200)).Items.Single()!;
        Assert.That(kept["acknowledgedBy"]!.ToString(), Is.EqualTo("Prova Educator"));
        Assert.That((await second.Get("emergency-accesses?open=true").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task AcknowledgeEmergencyAccess_WhenOwnOrOfSomebodyElsesPersonOrUnknown_IsRefused()
    {
        var (person, _) = await Given.Case(bodyKind: "addictionService");
        var access = (await As(Role.Coordinator).Post($"beneficiaries/{person}/emergency-access", Reason).Expect(201)).Id;

        await As(Role.Coordinator).Post($"emergency-accesses/{access}/acknowledgement").Expect(422, "emergency.own-access");
        await (await AnotherPerson(Role.Educator)).Post($"emergency-accesses/{access}/acknowledgement").Expect(404, "emergency-access.not-found");
        await As(Role.Educator).Post($"emergency-accesses/{Guid.NewGuid()}/acknowledgement").Expect(404);
        await As(Role.Trainer).Post($"emergency-accesses/{access}/acknowledgement").Expect(403);

        Assert.That(await IsDue(await SignIn(Role.Educator)), Is.True);
    }

    private static async Task<bool> IsDue(ApiUser user) =>
        (await user.Get("today").Expect(200))["tasks"]!.AsArray().Any(task => task!["kind"]!.ToString() == "beneficiary.emergency-access");
}
