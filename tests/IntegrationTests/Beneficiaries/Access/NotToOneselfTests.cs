namespace InclusionPlatform.IntegrationTests.Beneficiaries.Access;

/// <summary>The sight of an équipe is given by others: the emergency access, which asks for a reason, is not gone around.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class NotToOneselfTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Coordinator_WhenNotOnTheTeam_CannotPutThemselvesOnIt()
    {
        var (person, caseId) = await Given.Case();
        var coordinator = await SignIn(Role.Coordinator);
        var me = await Given.IdOf(coordinator);

        await AllWaysIn(coordinator, caseId, me);

        await coordinator.Get($"beneficiaries/{person}/attestations").Expect(403, "beneficiary.team-only");
        var record = await As(Role.Educator).Get($"cases/{caseId}").Expect(200);
        Assert.That(record["members"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Coordinator_WhenTheGlassIsBroken_CannotStayOnTheTeamByIt()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService");
        var coordinator = await SignIn(Role.Coordinator);
        await coordinator.Post($"beneficiaries/{person}/emergency-access", new { reason = "Ricovero urgente: servono i recapiti della famiglia" }).Expect(201);

        await AllWaysIn(coordinator, caseId, await Given.IdOf(coordinator));
    }

    [Test]
    public async Task Coordinator_WhenTheirMembershipIsOver_CannotRenewItAlone()
    {
        var (_, caseId) = await Given.Case();
        var coordinator = await SignIn(Role.Coordinator);
        var member = await As(Role.Educator).Post($"cases/{caseId}/members", new { userId = await Given.IdOf(coordinator), role = "coordinator", fromOn = "2026-11-03", toOn = "2026-11-10" }).Expect(201);

        await coordinator.Put($"cases/{caseId}/members/{member.Id}", new { role = "coordinator", fromOn = "2026-11-03" }).Expect(403, "case.not-to-oneself");
        await As(Role.Educator).Put($"cases/{caseId}/members/{member.Id}", new { role = "coordinator", fromOn = "2026-11-03" }).Expect(204);
        await coordinator.Post($"cases/{caseId}/transfers", new { userId = await Given.IdOf(coordinator), reason = "workload" }).Expect(204);
    }

    [Test]
    public async Task Coordinator_WhenAskedByAColleague_IsLetIn()
    {
        var (_, caseId) = await Given.Case();
        var other = await AnotherPerson(Role.Coordinator);

        await As(Role.Coordinator).Post($"cases/{caseId}/members", new { userId = await Given.IdOf(other), role = "coordinator", fromOn = "2026-11-23" }).Expect(201);

        await other.Get($"cases/{caseId}/diary-entries").Expect(200);
    }

    [Test]
    public async Task Coordinator_WhenOthersFollowedThePersonBefore_CannotOpenTheNewCaseToThemselves()
    {
        var (person, former) = await Given.Case();
        await As(Role.Educator).Post($"cases/{former}/closure", new { closedOn = "2026-11-19", outcome = "droppedOut" }).Expect(204);
        var coordinator = await SignIn(Role.Coordinator);
        var opening = new { beneficiaryId = person, referringBodyId = await Given.ReferringBody(), openedOn = "2026-11-20", reason = "jobLoss" };

        Assert.That(await MayOpen(coordinator, person), Is.False);
        var refused = await coordinator.Post("cases", opening).Expect(403, "case.followed-before");
        Assert.That(refused.Text, Does.Contain("segnalazione"));
        await coordinator.Post($"beneficiaries/{person}/emergency-access", new { reason = "Ricovero urgente: servono i recapiti della famiglia" }).Expect(201);
        await coordinator.Post("cases", opening).Expect(403, "case.followed-before");
        Assert.That(await MayOpen(coordinator, person), Is.False, "the glass shows the file, and opens no case");
        Assert.That((await As(Role.Auditor).Get($"audit-entries?recordId={person}&kind=refusal").Expect(200)).Items, Has.Count.EqualTo(2));

        Assert.That(await MayOpen(await SignIn(Role.Educator), person), Is.True);
        await As(Role.Educator).Post("cases", opening).Expect(201);
        Assert.That(await MayOpen(await SignIn(Role.Educator), person), Is.False, "one case at a time");
    }

    [Test]
    public async Task Coordinator_WhenNobodyFollowedThePersonYet_OpensTheCase()
    {
        var person = await Given.Beneficiary();

        Assert.That(await MayOpen(await SignIn(Role.Coordinator), person), Is.True);
        await As(Role.Coordinator).Post("cases", new { beneficiaryId = person, referringBodyId = await Given.ReferringBody(), openedOn = "2026-11-20", reason = "jobLoss" }).Expect(201);
    }

    private static async Task<bool> MayOpen(ApiUser user, Guid person) => (await user.Get($"beneficiaries/{person}").Expect(200))["mayOpenCase"]!.GetValue<bool>();

    private static async Task AllWaysIn(ApiUser coordinator, Guid caseId, Guid me)
    {
        foreach (var role in new[] { "coordinator", "caseManager" })
        {
            await coordinator.Post($"cases/{caseId}/members", new { userId = me, role, fromOn = "2026-11-23" }).Expect(403, "case.not-to-oneself");
        }

        await coordinator.Post($"cases/{caseId}/transfers", new { userId = me, reason = "workload", leaves = true }).Expect(403, "case.not-to-oneself");
        await coordinator.Post("case-assignments", new { caseIds = new[] { caseId }, userId = me, reason = "absence", leaves = true }).Expect(403, "case.not-to-oneself");
        var outside = await coordinator.Post($"cases/{caseId}/outside-members", new { name = "Prova Esterna", bodyName = "Ente di prova", role = "psychologist", fromOn = "2026-11-20" }).Expect(201);
        await coordinator.Post($"cases/{caseId}/outside-members/{outside.Id}/account", new { userId = me }).Expect(403, "case.not-to-oneself");
    }
}
