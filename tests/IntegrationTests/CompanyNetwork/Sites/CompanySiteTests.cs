namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Sites;

[TestFixtureSource(typeof(Engines))]
internal sealed class CompanySiteTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task AddSite_WhenItIsTheMainOne_TheCompanyAndItsHostQuotaFollow()
    {
        var company = await Given.Company(permanentStaff: 4);
        var site = await As(Role.CompanyOperator).Post($"companies/{company}/sites", new { name = "Laboratorio", address = "Via Larga 1", municipality = Given.Place.AscoliPiceno, permanentStaff = 16, isMain = true }).Expect(201);

        var read = await As(Role.Educator).Get($"companies/{company}").Expect(200);

        Assert.Multiple(() =>
        {
            Assert.That(read["municipalityName"]!.ToString(), Is.EqualTo("Ascoli Piceno"));
            Assert.That(read["permanentStaff"]!.GetValue<int>(), Is.EqualTo(16));
            Assert.That(read["sites"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(read["sites"]![0]!["id"]!.GetValue<Guid>(), Is.EqualTo(site.Id));
            Assert.That(read["sites"]![0]!["hasOwnCoordinates"]!.GetValue<bool>(), Is.False);
            Assert.That(read["sites"]![0]!["latitude"]!.GetValue<double>(), Is.EqualTo(42.85).Within(0.1));
            Assert.That(read["obligation"]!["places"]!.GetValue<int>(), Is.EqualTo(1), "4 and 16 employees are twenty");
        });
        Assert.That((await As(Role.Educator).Get($"companies?municipality={Given.Place.AscoliPiceno}").Expect(200)).Ids, Does.Contain(company));
    }

    [Test]
    public async Task ChangeSite_WhenStaleOrWrongOrAbsent_IsRefused()
    {
        var company = await Given.Company();
        var site = (await As(Role.CompanyOperator).Post($"companies/{company}/sites", new { municipality = Given.Place.Bologna }).Expect(201)).Id;
        var body = new { municipality = Given.Place.Bologna, address = "Via Nuova 2", latitude = 44.5, longitude = 11.3 };

        await As(Role.CompanyOperator).Put($"companies/{company}/sites/{site}", body, 1).Expect(412, "record.stale");
        await As(Role.CompanyOperator).Put($"companies/{company}/sites/{Guid.NewGuid()}", body, 2).Expect(404);
        await As(Role.Educator).Put($"companies/{company}/sites/{site}", body, 2).Expect(403);
        var wrong = await As(Role.CompanyOperator).Put($"companies/{company}/sites/{site}", new { municipality = "999999", latitude = 44.5 }, 2).Expect(422, "validation.failed");
        Assert.That(wrong.CodesOf("municipality"), Is.EqualTo(new[] { "municipality.unknown" }));
        Assert.That(wrong.CodesOf("longitude"), Is.EqualTo(new[] { "coordinates.both" }));
        await As(Role.CompanyOperator).Put($"companies/{company}/sites/{site}", body, 2).Expect(204);

        Assert.That((await As(Role.Educator).Get($"companies/{company}").Expect(200))["sites"]![1]!["latitude"]!.GetValue<double>(), Is.EqualTo(44.5));
    }

    [Test]
    public async Task RemoveSite_WhenItIsTheMainOne_IsRefused()
    {
        var company = await Given.Company();
        var main = (await As(Role.Educator).Get($"companies/{company}").Expect(200))["sites"]![0]!["id"]!.GetValue<Guid>();
        var other = (await As(Role.CompanyOperator).Post($"companies/{company}/sites", new { municipality = Given.Place.Bologna }).Expect(201)).Id;
        var @operator = await SignIn(Role.CompanyOperator);

        await @operator.Delete($"companies/{company}/sites/{main}", ("If-Match", "\"2\"")).Expect(422, "site.is-main");
        await @operator.Delete($"companies/{company}/sites/{other}", ("If-Match", "\"2\"")).Expect(204);
        await @operator.Delete($"companies/{company}/sites/{other}", ("If-Match", "\"3\"")).Expect(404);
    }

    [Test]
    public async Task UpdateCompany_WhenItsAddressChanges_TheMainSiteFollows()
    {
        var company = await Given.Company();
        await As(Role.CompanyOperator).Put($"companies/{company}", new { name = "Nuova", sector = "trade", municipality = Given.Place.SanBenedetto, address = "Via Mare 3", permanentStaff = 60 }, 1).Expect(200);

        var read = await As(Role.Educator).Get($"companies/{company}").Expect(200);

        Assert.That(read["sites"]![0]!["address"]!.ToString(), Is.EqualTo("Via Mare 3"));
        Assert.That(read["obligation"]!["places"]!.GetValue<int>(), Is.EqualTo(4), "7 % of 60 is 4.2");
    }

    [Test]
    public async Task AddSite_WhenCompanyIsArchived_IsRefused()
    {
        var company = await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{company}/archiving", new { reason = "cessata" }).Expect(204);

        await As(Role.CompanyOperator).Post($"companies/{company}/sites", new { municipality = Given.Place.Bologna }).Expect(422, "company.archived");
    }
}
