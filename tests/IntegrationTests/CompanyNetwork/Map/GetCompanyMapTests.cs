namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Map;

[TestFixtureSource(typeof(Engines))]
internal sealed class GetCompanyMapTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task GetCompanyMap_WhenFarAway_PutsNeighboursTogetherAndCountsThemOnce()
    {
        await Given.Company("Bar Uno", municipality: Given.Place.Grottammare);
        await Given.Company("Bar Due", municipality: Given.Place.Grottammare);
        await Given.Company("Bar Tre", municipality: Given.Place.SanBenedetto);
        await Given.Company("Bar bar Quattro", municipality: Given.Place.Bologna);
        await Given.Company("Senza luogo", municipality: null);

        var far = await As(Role.Educator).Get("companies/map?zoom=5").Expect(200);
        var near = await As(Role.Educator).Get("companies/map?zoom=14").Expect(200);

        Assert.Multiple(() =>
        {
            Assert.That((far["total"]!.GetValue<int>(), far["withoutPlace"]!.GetValue<int>()), Is.EqualTo((5, 1)));
            Assert.That(far["clusters"]!.AsArray().Select(cluster => (cluster!["count"]!.GetValue<int>(), cluster["placeCount"]!.GetValue<int>())), Is.EqualTo(new[] { (3, 2), (1, 1) }));
            Assert.That(near["clusters"]!.AsArray().Select(cluster => cluster!["places"]![0]!["name"]!.ToString()), Is.EquivalentTo(new[] { "Grottammare", "San Benedetto del Tronto", "Bologna" }));
            Assert.That(near["clusters"]![0]!["latitude"]!.GetValue<double>(), Is.EqualTo(42.98).Within(0.05));
        });
    }

    [Test]
    public async Task GetCompanyMap_WhenFiltered_CountsWhatTheListShows()
    {
        await Given.Company("Bar Barbara", municipality: Given.Place.Grottammare);
        await Given.Company("Edile", "construction", Given.Place.Grottammare);
        var archived = await Given.Company("Bar chiuso", municipality: Given.Place.Bologna);
        await As(Role.CompanyOperator).Post($"companies/{archived}/archiving", new { reason = "cessata" }).Expect(204);

        async Task<int> Total(string query) => (await As(Role.Educator).Get($"companies/map?{query}").Expect(200))["total"]!.GetValue<int>();

        Assert.That(await Total(""), Is.EqualTo(2));
        Assert.That(await Total("q=bar"), Is.EqualTo(1), "found by two words of its name, counted once");
        Assert.That(await Total("sector=construction"), Is.EqualTo(1));
        Assert.That(await Total("archived=true"), Is.EqualTo(1));
        Assert.That(await Total($"municipality={Given.Place.Bologna}"), Is.Zero);
        await As(Role.Educator).Get("companies/map?zoom=99").Expect(422, "validation.failed");
        await As(Role.Auditor).Get("companies/map").Expect(403);
    }

    [Test]
    public async Task ListMapSites_WhenAMunicipalityIsOpened_ShowsThePlacedSitesOfWhatIsFiltered()
    {
        var placed = await Given.Company("Bar Rotonda", municipality: Given.Place.Grottammare);
        await Given.Company("Bar Senza", municipality: Given.Place.Grottammare);
        var elsewhere = await Given.Company("Edile Tesino", "construction", Given.Place.Bologna);
        await As(Role.CompanyOperator).Post($"companies/{placed}/sites", new { name = "Chiosco", address = "Lungomare 1", municipality = Given.Place.Grottammare, latitude = 42.991, longitude = 13.866 }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{elsewhere}/sites", new { name = "Deposito", municipality = Given.Place.Grottammare, latitude = 42.98, longitude = 13.86 }).Expect(201);

        async Task<string[]> Sites(string query) =>
            [.. (await As(Role.Educator).Get($"companies/map/sites?{query}").Expect(200))["items"]!.AsArray().Select(site => $"{site!["companyName"]}: {site["siteName"]} {site["latitude"]}")];

        Assert.That(await Sites($"place={Given.Place.Grottammare}"), Is.EqualTo(new[] { "Bar Rotonda: Chiosco 42.991", "Edile Tesino: Deposito 42.98" }), "a site may be away from where its company has the seat");
        Assert.That(await Sites($"place={Given.Place.Grottammare}&sector=construction"), Is.EqualTo(new[] { "Edile Tesino: Deposito 42.98" }));
        Assert.That(await Sites($"place={Given.Place.Grottammare}&q=rotonda"), Is.EqualTo(new[] { "Bar Rotonda: Chiosco 42.991" }));
        await As(Role.Educator).Get("companies/map/sites").Expect(400, "request.unreadable");
        await As(Role.Educator).Get("companies/map/sites?place=").Expect(422, "validation.failed");
        await As(Role.Auditor).Get($"companies/map/sites?place={Given.Place.Grottammare}").Expect(403);
    }
}
