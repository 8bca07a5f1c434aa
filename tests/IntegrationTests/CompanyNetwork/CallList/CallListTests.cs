using InclusionPlatform.CompanyNetwork.CallList;
using InclusionPlatform.Shared.Data;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.CallList;

[TestFixtureSource(typeof(Engines))]
internal sealed class CallListTests(Engine engine) : SliceTests(engine)
{
    private async Task<IReadOnlyList<Guid>> List(string query) => (await As(Role.CompanyOperator).Get($"companies/call-list?{query}").Expect(200)).Ids;

    [Test]
    public async Task GetCallList_WhenNeverCalled_GivesEachOnceByNameAndCounts()
    {
        var beta = await Given.Company("Beta");
        var alfa = await Given.Company("Alfa");
        var gamma = await Given.Company("Gamma", "trade");
        var called = await Given.Company("Chiamata");
        await As(Role.CompanyOperator).Post($"companies/{called}/contacts", new { channel = "call", outcome = "reached" }).Expect(201);

        var first = await As(Role.CompanyOperator).Get("companies/call-list?reason=neverCalled&limit=2&total=true").Expect(200);
        var rest = await As(Role.CompanyOperator).Get($"companies/call-list?reason=neverCalled&limit=2&cursor={first["nextCursor"]}").Expect(200);

        Assert.That(first.Ids.Concat(rest.Ids), Is.EqualTo(new[] { alfa, beta, gamma }));
        Assert.That(first["total"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That(await List("reason=neverCalled&sector=trade"), Is.EqualTo(new[] { gamma }));
        Assert.That(await List("reason=reachedThisMonth"), Is.EqualTo(new[] { called }));
        var counts = await As(Role.CompanyOperator).Get("companies/call-list/counts").Expect(200);
        Assert.That((counts["neverCalled"]!.GetValue<int>(), counts["reachedThisMonth"]!.GetValue<int>(), counts["doneToday"]!.GetValue<int>()), Is.EqualTo((3, 1, 1)));
    }

    [Test]
    public async Task GetCallList_WhenAvailabilityIsOlderThanSoManyDays_ListsTheOldestFirst()
    {
        var (older, newer) = (await Given.Company(), await Given.Company());
        foreach (var (company, verifiedOn) in new[] { (older, "2026-09-01"), (newer, "2026-10-14") })
        {
            await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new { places = 1, context = "productive", duties = "sala", verifiedOn }).Expect(201);
        }

        Assert.That(await List("reason=staleAvailability"), Is.EqualTo(new[] { older }));
        Assert.That(await List("reason=staleAvailability&days=40"), Is.EqualTo(new[] { older }), "verified 40 days ago is not older than 40 days");
        Assert.That(await List("reason=staleAvailability&days=39"), Is.EqualTo(new[] { older, newer }));
        var item = (await As(Role.CompanyOperator).Get("companies/call-list?reason=staleAvailability").Expect(200)).Items[0]!;
        Assert.That(item["availabilityAge"]!.GetValue<int>(), Is.EqualTo(83));

        await As(Role.CompanyOperator).Post($"companies/{older}/availabilities", new { places = 1, context = "productive", duties = "sala" }).Expect(201);
        Assert.That(await List("reason=staleAvailability"), Is.Empty);
    }

    [Test]
    public async Task GetCallList_WhenMine_GivesOnlyWhatWhoeverAsksLooksAfterAndCombinesWithTheReasons()
    {
        var (mine, alsoMine, theirs) = (await Given.Company("Zeta"), await Given.Company("Eta"), await Given.Company("Beta"));
        await Given.LookedAfter(mine, Role.CompanyOperator);
        await Given.LookedAfter(alsoMine, Role.CompanyOperator);
        await Given.LookedAfter(theirs, Role.Coordinator);
        foreach (var company in new[] { mine, theirs })
        {
            await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "callBack", nextContactOn = "2026-11-24" }).Expect(201);
        }

        Clock.Advance(TimeSpan.FromDays(7));

        Assert.That(await List("reason=mine"), Is.EqualTo(new[] { alsoMine, mine }), "by name, due or not");
        Assert.That(await List("reason=overdue"), Is.EquivalentTo(new[] { mine, theirs }));
        Assert.That(await List("reason=overdue&mine=true"), Is.EqualTo(new[] { mine }));
        Assert.That(await List("reason=neverCalled&mine=true"), Is.EqualTo(new[] { alsoMine }));
        Assert.That((await As(Role.Coordinator).Get("companies/call-list?reason=mine").Expect(200)).Ids, Is.EqualTo(new[] { theirs }));
        var first = await As(Role.CompanyOperator).Get("companies/call-list?reason=mine&limit=1&total=true").Expect(200);
        var rest = await As(Role.CompanyOperator).Get($"companies/call-list?reason=mine&limit=1&cursor={first["nextCursor"]}").Expect(200);
        Assert.That(first.Ids.Concat(rest.Ids), Is.EqualTo(new[] { alsoMine, mine }));
        Assert.That(first["total"]!.GetValue<int>(), Is.EqualTo(2));
        var counts = await As(Role.CompanyOperator).Get("companies/call-list/counts?mine=true").Expect(200);
        Assert.That((counts["mine"]!.GetValue<int>(), counts["overdue"]!.GetValue<int>(), counts["neverCalled"]!.GetValue<int>()), Is.EqualTo((2, 1, 1)));
        Assert.That((await As(Role.CompanyOperator).Get("companies/call-list/counts").Expect(200))["overdue"]!.GetValue<int>(), Is.EqualTo(2));
    }

    [Test]
    public async Task GetCallList_WhenParametersAreMadeUp_AreRefused()
    {
        await As(Role.CompanyOperator).Get("companies/call-list?reason=boredom").Expect(422, "request.field-form");
        await As(Role.CompanyOperator).Get("companies/call-list?days=0").Expect(422, "validation.failed");
        await As(Role.CompanyOperator).Get("companies/call-list?cursor=abc").Expect(422, "paging.cursor");
    }

    [TestCase(CallReason.DueToday, "ix_company_network_company_next")]
    [TestCase(CallReason.Overdue, "ix_company_network_company_next")]
    [TestCase(CallReason.Due, "ix_company_network_company_next")]
    [TestCase(CallReason.Unreached, "ix_company_network_company_unreached")]
    [TestCase(CallReason.StaleAvailability, "ix_company_network_company_verified")]
    [TestCase(CallReason.NeverCalled, "ix_company_network_company_never")]
    [TestCase(CallReason.ReachedThisMonth, "ix_company_network_company_reached")]
    [TestCase(CallReason.Mine, "ix_company_network_company_keeper")]
    [TestCase(CallReason.Due, "ix_company_network_company_mine_next", true)]
    [TestCase(CallReason.DueToday, "ix_company_network_company_mine_next", true)]
    [TestCase(CallReason.Overdue, "ix_company_network_company_mine_next", true)]
    public async Task GetCallList_WhenPlanned_WalksOneIndexInItsOrderWithoutSorting(object reason, string index, bool mine = false)
    {
        var database = Platform.Services.GetRequiredService<IDatabase>();
        var list = CallListSql.Of(new((CallReason)reason, mine, null, null, null, null, null, null), Clock.Today, 60, Guid.NewGuid());
        // Past the session, whose texts must all be portable.
        var plan = await QueryPlan.OfAsync(database, list.Text + database.TopSuffix);

        Assert.That(plan, Does.Match($@"\b{index}\b").And.Not.Contain("TEMP B-TREE"));
    }
}
