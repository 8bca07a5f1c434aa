namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Matching;

[TestFixtureSource(typeof(Engines))]
internal sealed class MatchCompaniesTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task MatchCompanies_WhenSomeSuitBetter_RanksThemWithEveryReason()
    {
        var best = await Given.Company("Pronta", "catering", Given.Place.Grottammare);
        await As(Role.CompanyOperator).Post($"companies/{best}/availabilities", new { places = 2, context = "productive", duties = "Sala" }).Expect(201);
        var near = await Given.Company("Vicina", "catering", Given.Place.Grottammare);
        var other = await Given.Company("Diversa", "trade", Given.Place.SanBenedetto);
        await Given.Company("Lontana", "catering", Given.Place.Bologna);

        var matches = await As(Role.Educator).Post("company-matches", new { sectors = new[] { "catering" }, municipality = Given.Place.Grottammare, maxKm = 30 }).Expect(200);

        Assert.That(matches.Ids, Is.EqualTo(new[] { best, near, other }));
        Assert.That(matches.Items[0]!["reasons"]!.AsArray().Select(reason => reason!["code"]!.ToString()), Is.EqualTo(new[] { "availability.current", "sector.wished", "distance.same" }));
        Assert.That(matches.Items[0]!["placesLeft"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(matches.Items[2]!["distanceKm"]!.GetValue<double>(), Is.InRange(1, 10));

        var now = await As(Role.Educator).Post("company-matches", new { municipality = Given.Place.Grottammare, onlyAvailableNow = true }).Expect(200);
        Assert.That(now.Ids, Is.EqualTo(new[] { best }));
    }

    [Test]
    public async Task MatchCompanies_WhenWishIsWrong_IsRefused()
    {
        var reply = await As(Role.Educator).Post("company-matches", new { sectors = new[] { "magic" }, municipality = "000000", maxKm = 0 }).Expect(422);

        Assert.That(new[] { "sectors[0]", "municipality", "maxKm" }.Where(field => reply.CodesOf(field).Count == 0), Is.Empty);
    }
}
