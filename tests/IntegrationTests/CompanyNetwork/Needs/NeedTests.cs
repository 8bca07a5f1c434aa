namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Needs;

[TestFixtureSource(typeof(Engines))]
internal sealed class NeedTests(Engine engine) : SliceTests(engine)
{
    private static object Need(string? note = null) => new
    {
        municipality = Given.Place.Grottammare, sectors = new[] { "catering" }, maxKm = 20, weeklyHours = 25, hasLicence = false, canDoShifts = false, mostEffort = "medium", needsInterruptions = true, note,
        slots = new[] { new { day = "monday", part = "morning" }, new { day = "tuesday", part = "morning" } },
    };

    private async Task<Guid> Open() => (await As(Role.Educator).Post("placement-needs", Need()).Expect(201)).Id;

    [Test]
    public async Task Need_WhenOpened_IsSeenByOperatorsAndOnlyByItsEducator()
    {
        var need = await Open();

        Assert.That((await As(Role.CompanyOperator).Get("placement-needs").Expect(200)).Ids, Is.EqualTo(new[] { need }));
        var read = await As(Role.CompanyOperator).Get($"placement-needs/{need}").Expect(200);
        Assert.That((read["maxKm"]!.GetValue<int>(), read["slots"]!.AsArray().Count, read["mayClose"]!.GetValue<bool>()), Is.EqualTo((20, 2, false)));
        var another = await AnotherPerson(Role.Educator);
        Assert.That((await another.Get("placement-needs").Expect(200)).Ids, Is.Empty);
        await another.Get($"placement-needs/{need}").Expect(404);
        await another.Post($"placement-needs/{need}/closure", new { reason = "met" }).Expect(404);
        await As(Role.CompanyOperator).Post("placement-needs", Need()).Expect(403);
        Assert.That((await As(Role.CompanyOperator).Get("today")).Text, Does.Contain("placement-need.unanswered"));
    }

    [Test]
    public async Task Need_WhenItSpeaksOfAPersonsFacts_IsRefused()
    {
        var refused = await As(Role.Educator).Post("placement-needs", Need("Persona in carico al SerD, agli arresti domiciliari")).Expect(422);

        Assert.That(refused.CodesOf("note"), Is.EquivalentTo(new[] { "availability.speaks-of-penal-facts", "availability.speaks-of-health" }));
        Assert.That((await As(Role.Educator).Post("placement-needs", new { municipality = "999999", maxKm = 0 }).Expect(422)).CodesOf("municipality"), Does.Contain("municipality.unknown"));
    }

    [Test]
    public async Task Openings_ForANeed_ListTheBestFirstWithEachReason()
    {
        var need = await Open();
        var (near, far) = (await Given.Company("Vicina"), await Given.Company("Lontana", "construction", Given.Place.Bologna));
        await As(Role.CompanyOperator).Post($"companies/{far}/availabilities", new { places = 1, context = "productive", duties = "Cantiere", weeklyHours = 40, shifts = true, physicalEffort = "high", interruptions = "no", drivingLicence = true }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{near}/availabilities", new
        {
            places = 1, context = "productive", duties = "Sala", weeklyHours = 20, shifts = false, physicalEffort = "low", interruptions = "some", slots = new[] { new { day = "monday", part = "morning" } },
        }).Expect(201);

        var openings = await As(Role.CompanyOperator).Get($"placement-openings?needId={need}").Expect(200);

        Assert.That(openings.Items.Select(item => item!["companyName"]!.ToString()), Is.EqualTo(new[] { "Vicina", "Lontana" }));
        string[] Codes(int at, bool fits) => [.. openings.Items[at]!["reasons"]!.AsArray().Where(reason => reason!["fits"]!.GetValue<bool>() == fits).Select(reason => reason!["code"]!.ToString())];
        Assert.That(Codes(0, true), Is.EquivalentTo(new[] { "sector", "distance", "hours", "slots", "effort", "interruptions" }));
        Assert.That(Codes(1, false), Is.EquivalentTo(new[] { "sector", "distance", "hours", "licence", "shifts", "effort", "interruptions" }));
        Assert.That((await As(Role.CompanyOperator).Get("placement-openings?q=vici").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Propose_ForANeed_GoesToItsEducatorUntilItIsClosed()
    {
        var need = await Open();
        var availability = await Given.Availability(await Given.Company(), places: 2);
        var referral = await Given.Referral(availability, needId: need);

        var read = await As(Role.Educator).Get($"company-referrals/{referral}").Expect(200);
        Assert.That((read["need"]!["id"]!.GetValue<Guid>(), read["mayAnswer"]!.GetValue<bool>()), Is.EqualTo((need, true)));
        Assert.That((await As(Role.CompanyOperator).Get($"placement-needs")).Items[0]!["openReferrals"]!.GetValue<int>(), Is.EqualTo(1));

        await As(Role.Educator).Post($"placement-needs/{need}/closure", new { reason = "met" }).Expect(204);
        await As(Role.Educator).Post($"placement-needs/{need}/closure", new { reason = "met" }).Expect(409, "need.closed");
        await As(Role.CompanyOperator).Post("company-referrals", new { availabilityId = availability, needId = need }).Expect(409, "need.closed");
        Assert.That((await As(Role.CompanyOperator).Get("placement-needs?closed=true")).Ids, Is.EqualTo(new[] { need }));
    }

    [Test]
    public async Task Need_WhenChanged_SaysWhatIsLookedForNowAndTellsWhoKeepsAPlaceForIt()
    {
        var need = await Open();
        await Given.Referral(await Given.Availability(await Given.Company(), places: 2), needId: need);
        var other = new { municipality = Given.Place.SanBenedetto, sectors = new[] { "trade" }, maxKm = 5, note = "Solo il sabato" };

        var changed = await As(Role.Educator).Put($"placement-needs/{need}", other, 1).Expect(200);

        Assert.That((changed["maxKm"]!.GetValue<int>(), changed["sectors"]![0]!.ToString(), changed["slots"]!.AsArray().Count, changed["version"]!.GetValue<int>()), Is.EqualTo((5, "trade", 0, 2)));
        Assert.That((await As(Role.CompanyOperator).Get("notifications").Expect(200)).Text, Does.Contain("placement-need.changed"));
        await As(Role.Educator).Put($"placement-needs/{need}", other, 1).Expect(412);
        await As(Role.Educator).Put($"placement-needs/{need}", new { municipality = "999999", maxKm = 0 }, 2).Expect(422);
        await (await AnotherPerson(Role.Educator)).Put($"placement-needs/{need}", other, 2).Expect(404);
        await As(Role.CompanyOperator).Put($"placement-needs/{need}", other, 2).Expect(403);
        await As(Role.Educator).Post($"placement-needs/{need}/closure", new { reason = "met" }).Expect(204);
        await As(Role.Educator).Put($"placement-needs/{need}", other, 3).Expect(409, "need.closed");
    }

    [TestCase("Mario, RSSMRA85T10A562S", false)]
    [TestCase("chiamare il 333 123 4567", false)]
    [TestCase("tel. 0735-123456", false)]
    [TestCase("scrivere a mario@posta.example", false)]
    [TestCase("Dal 01/12/2026 al 28/02/2027, dalle 8.00 alle 12.30, 20 ore", true)]
    public async Task Need_WhenItsNoteLeadsToAPerson_IsRefused(string note, bool fits)
    {
        var reply = await As(Role.Educator).Post("placement-needs", Need(note)).Expect(fits ? 201 : 422);

        if (!fits)
        {
            Assert.That(reply.CodesOf("note"), Is.EqualTo(new[] { "need.names-somebody" }));
        }
    }

    [Test]
    public async Task ListNeeds_WhenOnlyTheUnansweredAreAsked_ListsThoseThatTodayCounts()
    {
        var waiting = await Open();
        var kept = await Open();
        await Given.Referral(await Given.Availability(await Given.Company()), needId: kept);
        var closed = await Open();
        await As(Role.Educator).Post($"placement-needs/{closed}/closure", new { reason = "met" }).Expect(204);

        var counter = (await As(Role.CompanyOperator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "placement-need.unanswered")!;
        Assert.That((counter["count"]!.GetValue<int>(), counter["link"]!.ToString()), Is.EqualTo((1, "/companies/needs?unanswered=true")));
        Assert.That((await As(Role.CompanyOperator).Get("placement-needs?unanswered=true").Expect(200)).Ids, Is.EqualTo(new[] { waiting }));
    }
}
