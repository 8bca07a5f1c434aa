namespace InclusionPlatform.IntegrationTests.Beneficiaries.Caseload;

[TestFixtureSource(typeof(Engines))]
internal sealed class CoordinationTests(Engine engine) : SliceTests(engine)
{
    private async Task<Reply> Board() => await As(Role.Coordinator).Get("coordination-board").Expect(200);

    private static Guid[] CasesOf(Reply board, string list) => [.. board[list]!.AsArray().Select(row => row!["caseId"]!.GetValue<Guid>())];

    [Test]
    public async Task Board_WhenAManagersAccountIsClosed_OffersTheCasesAndTheyAreHandedOverTogether()
    {
        var leaving = await AnotherPerson(Role.Educator);
        var newcomer = await AnotherPerson(Role.Educator);
        var (_, first) = await Given.Case(by: leaving);
        var (_, second) = await Given.Case(by: leaving);
        var (_, staying) = await Given.Case();
        Assert.That(CasesOf(await Board(), "toAssign"), Is.Empty);

        var leavingId = await Given.IdOf(leaving);
        await As(Role.Administrator).Post($"users/{leavingId}/disabling").Expect(204);
        var board = await Board();
        Assert.That(CasesOf(board, "toAssign"), Is.EquivalentTo(new[] { first, second }));
        Assert.That(board["operators"]!.AsArray().Single(row => row!["userId"]!.GetValue<Guid>() == leavingId)!["active"]!.GetValue<bool>(), Is.False);

        var to = await Given.IdOf(newcomer);
        var empty = await As(Role.Coordinator).Post("case-assignments", new { caseIds = Array.Empty<Guid>() }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "caseIds", "userId", "reason" }));
        await As(Role.Educator).Post("case-assignments", new { caseIds = new[] { first }, userId = to, reason = "absence" }).Expect(403);
        await As(Role.Coordinator).Post("case-assignments", new { caseIds = new[] { first, Guid.NewGuid() }, userId = to, reason = "absence", leaves = true }).Expect(404, "case.not-found");
        Assert.That((await As(Role.Coordinator).Get($"cases/{first}").Expect(200))["managerId"]!.GetValue<Guid>(), Is.EqualTo(leavingId), "all or none");

        await As(Role.Coordinator).Post("case-assignments", new { caseIds = new[] { first, second }, userId = to, reason = "absence", leaves = true, note = "Ha lasciato il servizio" }).Expect(204);
        board = await Board();
        Assert.That(CasesOf(board, "toAssign"), Is.Empty);
        Assert.That(board["operators"]!.AsArray().Single(row => row!["userId"]!.GetValue<Guid>() == to)!["openCases"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That((await newcomer.Get("caseload?mine=true").Expect(200)).Ids, Is.EquivalentTo(new[] { first, second }));
        Assert.That((await newcomer.Get($"cases/{first}/timeline?kind=case").Expect(200)).Items[0]!["event"]!.ToString(), Is.EqualTo("caseTransferred"));
        Assert.That((await newcomer.Get("caseload").Expect(200)).Ids, Does.Not.Contain(staying));
    }

    [Test]
    public async Task Board_WhenPeopleAreRestricted_SaysHowManyAndNothingOfThem()
    {
        var leaving = await AnotherPerson(Role.Educator);
        await Given.Case(by: leaving, bodyKind: "addictionService");
        var leavingId = await Given.IdOf(leaving);
        await As(Role.Administrator).Post($"users/{leavingId}/disabling").Expect(204);
        var (_, seen) = await Given.Case(bodyKind: "penalExecution");
        await Given.Member(seen, await SignIn(Role.Coordinator), "coordinator");

        var board = await Board();
        Assert.That(board["toAssign"]!.AsArray(), Is.Empty);
        Assert.That(board["operators"]!.AsArray().Select(row => row!["userId"]!.GetValue<Guid>()), Does.Not.Contain(leavingId), "nor who follows them");
        Assert.That((board["hiddenCases"]!.GetValue<int>(), board["hiddenOverdueReviews"]!.GetValue<int>()), Is.EqualTo((1, 0)));
        await As(Role.Educator).Get("coordination-board").Expect(403);
    }

    [Test]
    public async Task Board_WhenNobodyAnswersForARestrictedCase_OffersItWithoutThePersonAndItIsHandedOverUnseen()
    {
        var leaving = await AnotherPerson(Role.Educator);
        var newcomer = await AnotherPerson(Role.Educator);
        var (person, caseId) = await Given.Case(by: leaving, bodyKind: "addictionService", person: Given.Person("Nascosta"));
        var (_, followed) = await Given.Case(bodyKind: "penalExecution");
        Assert.That((await Board())["hiddenToAssign"]!.AsArray(), Is.Empty);
        await As(Role.Coordinator).Post($"hidden-cases/{caseId}/assignment", new { userId = await Given.IdOf(newcomer) }).Expect(404, "case.not-found");
        await As(Role.Administrator).Post($"users/{await Given.IdOf(leaving)}/disabling").Expect(204);

        var board = await Board();
        Assert.That(CasesOf(board, "hiddenToAssign"), Is.EqualTo(new[] { caseId }));
        Assert.That(board.Text, Does.Not.Contain("Nascosta").And.Not.Contain(person.ToString()).And.Not.Contain("opened_on"));
        Assert.That(board["hiddenToAssign"]![0]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "caseId", "formerName", "accountClosed" }));

        await As(Role.Coordinator).Post($"hidden-cases/{caseId}/assignment", new { }).Expect(422);
        await As(Role.Coordinator).Post($"hidden-cases/{caseId}/assignment", new { userId = await Given.IdOf(await SignIn(Role.Trainer)) }).Expect(422, "member.unknown");
        await As(Role.Coordinator).Post($"hidden-cases/{caseId}/assignment", new { userId = await Given.IdOf(await SignIn(Role.Coordinator)) }).Expect(422, "case.hidden-to-oneself");
        var other = await As(Role.Coordinator).Post($"hidden-cases/{followed}/assignment", new { userId = await Given.IdOf(newcomer) }).Expect(404, "case.not-found");
        var nowhere = await As(Role.Coordinator).Post($"hidden-cases/{Guid.NewGuid()}/assignment", new { userId = await Given.IdOf(newcomer) }).Expect(404, "case.not-found");
        Assert.That(other["detail"]?.ToString(), Is.EqualTo(nowhere["detail"]?.ToString()));
        await As(Role.Educator).Post($"hidden-cases/{caseId}/assignment", new { userId = await Given.IdOf(newcomer) }).Expect(403);
        await As(Role.Coordinator).Post($"hidden-cases/{caseId}/assignment", new { userId = await Given.IdOf(newcomer) }).Expect(204);

        Assert.That((await Board())["hiddenToAssign"]!.AsArray(), Is.Empty);
        Assert.That((await newcomer.Get($"cases/{caseId}").Expect(200))["managerId"]!.GetValue<Guid>(), Is.EqualTo(await Given.IdOf(newcomer)));
        await As(Role.Coordinator).Get($"cases/{caseId}").Expect(404);
        await As(Role.Coordinator).Get($"beneficiaries/{person}").Expect(404);
        Assert.That((await newcomer.Get($"beneficiaries/{person}/access-log?limit=20").Expect(200)).Text, Does.Contain("change"));
    }

    [Test]
    public async Task Board_WhenAReviewIsOverdue_NamesTheCaseAndCountsItForItsManager()
    {
        var (_, caseId) = await Given.Case(person: Given.Person("Verifica"));
        await Given.PlanInForce(caseId, "Gioiosa Verifica");
        Assert.That((await Board())["overdueReviewCount"]!.GetValue<int>(), Is.Zero);
        Clock.Advance(TimeSpan.FromDays(60));
        var board = await Board();
        Assert.That(CasesOf(board, "overdueReviews"), Is.EqualTo(new[] { caseId }));
        Assert.That(board["operators"]![0]!["overdueReviews"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(board["operators"]![0]!["stalled"]!.GetValue<int>(), Is.EqualTo(1));
    }
}
