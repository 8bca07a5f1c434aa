using InclusionPlatform.IntegrationTests.Internships.Allowances;

namespace InclusionPlatform.IntegrationTests.Today;

/// <summary>What the home page counts of internships is what its lists show.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class InternshipCounterTests(Engine engine) : PayListTests(engine)
{
    private async Task<IReadOnlyDictionary<string, int>> Agreed(Role role) => await CounterLists.ThatAgree(await Platform.SignedInAsync(role));

    private void GoTo(int year, int month, int day) => Clock.Now = new(year, month, day, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Today_WhenInternshipsGoOn_EachCounterIsTheTotalOfItsList()
    {
        var host = await Given.Host();
        await Given.Proposal(await Given.CaseOf(), host);
        await Given.Proposal(await Given.CaseOf(), host, proposal => proposal with { StartsOn = "2027-03-01", EndsOn = "2027-08-31" });
        await Given.ReadyInternship(await Given.CaseOf(), await Given.Host());
        await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        var colleague = await AnotherPerson(Role.Educator);
        var (_, ofColleague) = await Given.Case(colleague);
        await colleague.Post("internships", new Proposal(ofColleague, await Given.Host())).Expect(201);
        await Given.Convention(await Given.Host(), validTo: "2026-12-15");

        var own = await Agreed(Role.Educator);
        var all = await Agreed(Role.Coordinator);
        Assert.That(new[] { own["internshipStartsIncomplete"], own["internshipReady"], all["internshipStartsIncomplete"], all["conventionExpiring"] }, Is.EqualTo(new[] { 1, 1, 2, 1 }));

        GoTo(2027, 1, 20);
        own = await Agreed(Role.Educator);
        Assert.That(new[] { own["internshipRegisterMissing"], own["internshipAlert"], own["internshipVisit"] }, Is.EqualTo(new[] { 2, 2, 4 }), "an internship that needs a look is one, whatever is due of it");
        Assert.That((await Agreed(Role.Coordinator)).Keys, Is.SupersetOf(new[] { "internshipRegisterMissing", "internshipAlert", "internshipVisit" }));

        GoTo(2027, 5, 20);
        Assert.That((await Agreed(Role.Educator)).Keys, Is.SupersetOf(new[] { "internshipEndsSoon", "internshipEvaluation" }));
        GoTo(2027, 6, 7);
        Assert.That((await Agreed(Role.Educator))["internshipPastEnd"], Is.EqualTo(2));
        await CounterLists.ThatAgreeForEveryRole(Platform.SignedInAsync);
    }

    [Test]
    public async Task Today_WhenRegistersAndListsWaitForTheOffice_EachCounterIsTheTotalOfItsList()
    {
        var first = await Given.Programme();
        var (_, one) = await Running(first);
        var (_, other) = await Running(first);
        await Given.ClosedRegister(one, "2026-11");
        await Given.ClosedRegister(one, "2026-12");
        await Given.ClosedRegister(other, "2026-12");
        await Step((await Make(first).Expect(201)).Id, "submission").Expect(204);
        var second = await Given.Programme();
        var (_, third) = await Running(second);
        await Given.ClosedRegister(third, "2026-12");
        var byAdministrator = (await As(Role.Administrator).Post("allowance-runs", new { programmeId = second, month = "2026-12" }).Expect(201)).Id;
        await Step(byAdministrator, "submission", Role.Administrator).Expect(204);
        var waiting = await Given.Programme();
        var (_, unlisted) = await Running(waiting);
        await Given.ClosedRegister(unlisted, "2026-11");
        await Given.ReopenedRegister(one, "2026-12");
        await Given.ClosedRegister(one, "2026-12", days: 10);

        foreach (var role in new[] { Role.Coordinator, Role.Administrator })
        {
            var counted = await Agreed(role);
            Assert.That((counted["allowanceRunToApprove"], counted["registersToPay"]), Is.EqualTo((1, 2)), "who prepared a list does not approve it; a register that was corrected waits again");
        }

        Assert.That((await As(Role.Coordinator).Get("allowance-runs?state=toApprove&total=true").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(2));
        var page = await As(Role.Coordinator).Get("allowance-runs/unlisted-registers?limit=1&total=true").Expect(200);
        var rest = await As(Role.Coordinator).Get($"allowance-runs/unlisted-registers?limit=1&cursor={page["nextCursor"]}").Expect(200);
        Assert.That(page.Items.Concat(rest.Items).Select(row => (row!["internshipId"]!.GetValue<Guid>(), row["month"]!.ToString())), Is.EqualTo(new[] { (unlisted, "2026-11"), (one, "2026-12") }));
        Assert.That((await As(Role.Coordinator).Get($"allowance-runs/unlisted-registers?programmeId={waiting}").Expect(200)).Items, Has.Count.EqualTo(1));
        await As(Role.Educator).Get("allowance-runs/unlisted-registers").Expect(403);
        await CounterLists.ThatAgreeForEveryRole(Platform.SignedInAsync);
    }

    [Test]
    public async Task Today_WhenMoneyWaitsAndNoRegisterCloses_NobodyIsForgotten()
    {
        var programme = await Given.Programme();
        var (_, kept) = await Running(programme, Given.DowryScheme, kept: true);
        var (_, paid) = await Running(programme);
        await Given.ClosedRegister(kept, "2026-12");
        await Given.ClosedRegister(paid, "2026-12");
        var run = await Frozen(programme);

        var counted = await Agreed(Role.Coordinator);
        Assert.That(counted["transfersToSettle"], Is.EqualTo(1), "until the bank's answer is recorded");
        Assert.That(counted.Keys, Does.Not.Contain("registersToPay").And.Not.Contain("transfersToRepeat").And.Not.Contain("dowriesToPay"));
        var task = (await As(Role.Coordinator).Get("today").Expect(200))["tasks"]!.AsArray().Single(one => one!["kind"]!.ToString() == "transfersToSettle")!;
        Assert.That((task["detail"]!.ToString(), task["link"]!.ToString()), Is.EqualTo(("dicembre 2026", $"/allowances/{run}")));

        var payment = (await As(Role.Coordinator).Get($"allowance-runs/{run}/payments?state=pending").Expect(200)).Items.Single()!["id"]!.GetValue<Guid>();
        await As(Role.Coordinator).Post($"allowance-runs/{run}/settlements", new { outcome = "returned", on = "2027-01-04", reason = "other", paymentIds = new[] { payment } }).Expect(200);
        await As(Role.Educator).Post($"internships/{kept}/termination", new { endedOn = "2026-12-31", outcome = "interruptedByPerson", reason = "Ha trovato altro" }).Expect(200);
        counted = await Agreed(Role.Coordinator);
        Assert.That((counted["transfersToRepeat"], counted["dowriesToPay"]), Is.EqualTo((1, 1)));
        Assert.That(counted.Keys, Does.Not.Contain("transfersToSettle"));
        var page = await As(Role.Coordinator).Get("allowance-runs/unlisted-registers?limit=1&total=true").Expect(200);
        var rest = await As(Role.Coordinator).Get($"allowance-runs/unlisted-registers?limit=1&cursor={page["nextCursor"]}").Expect(200);
        Assert.That(page.Items.Concat(rest.Items).Select(row => (row!["kind"]!.ToString(), row["cents"]!.GetValue<long>())), Is.EqualTo(new[] { ("dowry", 800_00L), ("returned", 400_00L) }));

        await Make(programme).Expect(201);
        counted = await Agreed(Role.Coordinator);
        Assert.That(counted.Keys, Does.Not.Contain("transfersToRepeat").And.Not.Contain("dowriesToPay"), "the list that is open has them");
    }
}
