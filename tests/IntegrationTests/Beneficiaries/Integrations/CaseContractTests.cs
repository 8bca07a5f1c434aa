using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Integrations;

[TestFixtureSource(typeof(Engines))]
internal sealed class CaseContractTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task FindCase_WhenDisabilityIsAttestedAndInForce_SaysSoWithoutTheCategory()
    {
        var (person, caseId) = await Given.Case();
        Assert.That((await Ask(new FindCase(caseId))).HasDisability, Is.False);
        var bodyId = await Given.ReferringBody();
        var added = await As(Role.Educator).Post($"beneficiaries/{person}/attestations", new { category = "l381-invalidity", bodyId, validFrom = "2026-01-10" }).Expect(201);

        var facts = await Ask(new FindCase(caseId));
        Assert.That((facts.HasDisability, facts.IsDisadvantaged, facts.BeneficiaryId), Is.EqualTo((true, false, person)));

        await As(Role.Educator).Post($"beneficiaries/{person}/attestations/{added.Id}/end", new { on = "2026-11-01" }).Expect(204);
        await As(Role.Educator).Post($"beneficiaries/{person}/attestations", new { category = "eu651-over-50", bodyId, validFrom = "2026-01-10" }).Expect(201);
        var later = await Ask(new FindCase(caseId));
        Assert.That((later.HasDisability, later.IsDisadvantaged), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task FindCase_WhenWhoAsksIsNotOnTheTeam_IsNotFound()
    {
        var (_, caseId) = await Given.Case();

        Assert.That(async () => await AskAs(Guid.NewGuid(), Role.Educator, new FindCase(caseId)), Throws.InstanceOf<NotFoundException>());
        Assert.That(async () => await AskAs(Guid.NewGuid(), Role.Trainer, new FindCase(caseId)), Throws.InstanceOf<NotFoundException>());
        Assert.That(await AskAs(Guid.NewGuid(), Role.Educator, new ListVisibleCases()), Is.Empty);
        Assert.That(await AskAs(Guid.NewGuid(), Role.Auditor, new ListVisibleCases()), Is.Empty);
        Assert.That((await AskAs(Guid.NewGuid(), Role.Coordinator, new ListVisibleCases())).Select(found => found.CaseId), Is.EqualTo(new[] { caseId }));
        Assert.That((await Ask(new ListVisibleCases())).Select(found => found.CaseId), Is.EqualTo(new[] { caseId }));
    }

    [Test]
    public async Task FindCase_WhenSomethingNewIsToBeginForWhoseDataAreOnlyKept_IsRefused()
    {
        var (person, caseId) = await Given.Case();
        var educator = await Given.IdOf(await SignIn(Role.Educator));
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "restriction", fromOn = "2026-11-20" }).Expect(201);

        Assert.That(async () => await AskAs(educator, Role.Educator, new FindCase(caseId, StartsWork: true)), Throws.InstanceOf<ConflictException>());
        Assert.That((await AskAs(educator, Role.Educator, new FindCase(caseId))).CaseId, Is.EqualTo(caseId), "what runs goes on");
    }

    [Test]
    public async Task ListVisibleCases_WhenAskedAboutSome_AnswersOfThoseOnly()
    {
        var (one, other) = (await Given.CaseOf("Zefferini"), await Given.CaseOf("Ulivieri"));

        Assert.That((await Ask(new ListVisibleCases([other, Guid.NewGuid()]))).Select(found => found.CaseId), Is.EqualTo(new[] { other }));
        Assert.That(await Ask(new ListVisibleCases([])), Is.Empty);
        Assert.That(await AskAs(Guid.NewGuid(), Role.Educator, new ListVisibleCases([one, other])), Is.Empty);
        Assert.That((await Ask(new FindVisibleCases("zeff", 10))).Select(found => found.CaseId), Is.EqualTo(new[] { one }));
        Assert.That(await AskAs(Guid.NewGuid(), Role.Educator, new FindVisibleCases("zeff", 10)), Is.Empty);
        Assert.That(await AskAs(Guid.NewGuid(), Role.Auditor, new FindVisibleCases("zeff", 10)), Is.Empty);
        Assert.That(await AskAs(Guid.NewGuid(), Role.Coordinator, new ListCasesOfOwnTeams()), Is.Null, "too many to look at");
        Assert.That(await AskAs(Guid.NewGuid(), Role.Educator, new ListCasesOfOwnTeams()), Is.Empty);
    }

    [Test]
    public async Task CountCases_WhenManyAndRepeated_CountsWomenAndAddictionServices()
    {
        var woman = (await Given.Case(bodyKind: "addictionService")).Case;
        var man = (await Given.Case(bodyKind: "addictionService", person: Given.Person(sex: "male", name: "Bruno"))).Case;
        var other = (await Given.Case()).Case;

        var counts = await Ask(new CountCases([woman, woman, man, other, Guid.NewGuid()]));

        Assert.That(counts, Is.EqualTo(new CaseCounts(Women: 3, FromAddictionServices: 3, LeftOut: 0)));
        Assert.That(await Ask(new CountCases([])), Is.EqualTo(new CaseCounts(0, 0, 0)));
        Assert.That((await Ask(new CountCases([.. Enumerable.Repeat(woman, 45)]))).Women, Is.EqualTo(45));
    }

    [TestCase("objection", "statistics", true)]
    [TestCase("objection", "everything", true)]
    [TestCase("restriction", null, true)]
    [TestCase("objection", "directContacts", false)]
    [TestCase("hold", null, false)]
    public async Task CountCases_WhenAPersonStaysOutOfStatistics_LooksAtNothingOfThemUntilTheMarkEnds(string kind, string? scope, bool leavesOut)
    {
        var (person, woman) = await Given.Case(bodyKind: "addictionService");
        var other = (await Given.Case(bodyKind: "addictionService")).Case;
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind, scope, fromOn = "2026-11-20", untilOn = "2026-12-20", note = "Chiesto a voce" }).Expect(201);

        Assert.That(await Ask(new CountCases([woman, other])), Is.EqualTo(leavesOut ? new CaseCounts(1, 1, 1) : new CaseCounts(2, 2, 0)));
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.That(await Ask(new CountCases([woman, other])), Is.EqualTo(new CaseCounts(2, 2, 0)));
    }

    [Test]
    public async Task ListReferringBodies_WhenTwoCasesShareABody_ListsItOnceForTheirYearsOnly()
    {
        var referringBodyId = await Given.ReferringBody("municipality");
        foreach (var person in new[] { await Given.Beneficiary(), await Given.Beneficiary() })
        {
            await As(Role.Educator).Post("cases", new { beneficiaryId = person, referringBodyId, openedOn = "2025-05-01", reason = "other" }).Expect(201);
        }

        Assert.That(await Ask(new ListReferringBodies(2025)), Is.EqualTo(new[] { referringBodyId }));
        Assert.That(await Ask(new ListReferringBodies(2026)), Is.EqualTo(new[] { referringBodyId }), "still open");
        Assert.That(await Ask(new ListReferringBodies(2024)), Is.Empty);
    }

    [Test]
    public async Task Internship_WhenItBeginsAndEnds_CaseCannotCloseInBetween()
    {
        var (_, caseId) = await Given.Case(openedOn: "2026-09-01");
        var internship = Guid.NewGuid();
        await Tell(new InternshipActivated(internship, caseId, Guid.NewGuid(), new(2026, 9, 10)));

        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed" }).Expect(422, "case.internship-running");
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["stalled"]!.GetValue<bool>(), Is.False);

        await Tell(new InternshipEnded(internship, caseId, Guid.NewGuid(), new(2026, 11, 20), "hiredByHost"));
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed" }).Expect(204);
    }

    private Task<T> Ask<T>(IQuery<T> question) => InScope(services => services.GetRequiredService<IMediator>().Send(question));

    private async Task<T> AskAs<T>(Guid user, Role role, IQuery<T> question)
    {
        await using var scope = Platform.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePerson(user, "Chi chiede", new HashSet<Role> { role });
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(question);
    }

    private Task<bool> Tell(IEvent happened) => InScope(async services =>
    {
        await services.GetRequiredService<IMediator>().Publish(happened);
        return true;
    });
}
