using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Companies;

[TestFixtureSource(typeof(Engines))]
internal sealed class CompanyFiltersTests(Engine engine) : SliceTests(engine)
{
    private async Task<string[]> Names(string query, Role role = Role.Educator) => [.. (await As(role).Get($"companies?{query}").Expect(200)).Items.Select(item => item!["name"]!.ToString())];

    private async Task<Guid> Company(object company) => (await As(Role.CompanyOperator).Post("companies", company).Expect(201)).Id;

    [Test]
    public async Task ListCompanies_WhenFilteredByWhoLooksAfterThem_KnowsMineNobodyAndAColleague()
    {
        var mine = await Given.Company("Mia");
        await Given.Company("Libera");
        var me = (await As(Role.CompanyOperator).Get("auth/me").Expect(200))["id"]!.GetValue<Guid>();
        await As(Role.CompanyOperator).Post("companies/assignments", new { ids = new[] { mine }, lookedAfterBy = me }).Expect(200);

        Assert.Multiple(async () =>
        {
            Assert.That(await Names("lookedAfterBy=mine", Role.CompanyOperator), Is.EqualTo(new[] { "Mia" }));
            Assert.That(await Names("lookedAfterBy=mine"), Is.Empty, "an educator looks after none of them");
            Assert.That(await Names($"lookedAfterBy={me}"), Is.EqualTo(new[] { "Mia" }));
            Assert.That(await Names("lookedAfterBy=nobody"), Is.EqualTo(new[] { "Libera" }));
            Assert.That((await As(Role.CompanyOperator).Get("companies/map?lookedAfterBy=mine").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(1));
            var campaign = await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Le mie", filter = "lookedAfterBy=mine" }).Expect(201);
            Assert.That(campaign["companies"]!.GetValue<int>(), Is.EqualTo(1));
            var export = await As(Role.CompanyOperator).Post("company-exports", new { filters = new { lookedAfterBy = "mine" }, columns = new[] { "name" }, format = "csv" }).Expect(200);
            Assert.That(export.Text, Does.Contain("Mia").And.Not.Contain("Libera"));
        });
        await As(Role.Educator).Get("companies?lookedAfterBy=somebody").Expect(422, "request.field-form");
    }

    [Test]
    public async Task ListCompanies_WhenFilteredByTagAndWords_KeepsThoseOfBoth()
    {
        var bar = await Given.Company("Bar Rossi");
        await Given.Company("Edile Rossi", "construction");
        await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { bar }, add = new[] { "Città vecchia" } }).Expect(200);

        Assert.That(await Names("tag=citta+vecchia"), Is.EqualTo(new[] { "Bar Rossi" }));
        Assert.That(await Names("tag=citta+vecchia&q=edile"), Is.Empty);
        Assert.That(await Names("tag=citta"), Is.Empty, "a tag is whole");
        await As(Role.Educator).Get($"companies?tag={new string('x', 41)}").Expect(422, "validation.failed");
    }

    [Test]
    public async Task ListCompanies_WhenFilteredBySolidarityOrObligation_CountsTheStaffAsTheLawDoes()
    {
        await Company(new { name = "Solidale", sector = "trade", solidarityNetwork = true });
        var twoSites = await Company(new { name = "Due sedi", sector = "trade", permanentStaff = 8, targetedPlacement = "notCovered" });
        await Company(new { name = "Piccola", sector = "trade", permanentStaff = 14, targetedPlacement = "notCovered" });
        await Company(new { name = "Coperta", sector = "trade", permanentStaff = 40, targetedPlacement = "covered" });
        await Company(new { name = "Dichiarata", sector = "trade", obligationStaff = 15, permanentStaff = 3, targetedPlacement = "notCovered" });
        await Company(new { name = "Esclusa", sector = "trade", obligationStaff = 5, permanentStaff = 30, targetedPlacement = "notCovered" });

        Assert.That(await Names("obligationNotCovered=true"), Is.EqualTo(new[] { "Dichiarata" }));
        var version = (await As(Role.CompanyOperator).Get($"companies/{twoSites}").Expect(200)).Version;
        await (await SignIn(Role.CompanyOperator)).Post($"companies/{twoSites}/sites", new { name = "Laboratorio", municipality = Given.Place.Grottammare, permanentStaff = 7, isMain = false }, ("If-Match", $"\"{version}\"")).Expect(201);

        Assert.That(await Names("obligationNotCovered=true"), Is.EqualTo(new[] { "Dichiarata", "Due sedi" }));
        Assert.That(await Names("solidarityNetwork=true"), Is.EqualTo(new[] { "Solidale" }));
    }

    [Test]
    public async Task ListCompanies_WhenDocumentsExpire_ListsWhatTodayCounts()
    {
        var ends = await Given.Company("Con scadenza");
        await Given.Company("Senza documenti");
        await AddDocument(ends, Clock.Today.AddDays(10));

        Assert.That(await Names("documentsExpiring=true"), Is.EqualTo(new[] { "Con scadenza" }));
        var counter = (await As(Role.CompanyOperator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "company.document-expiring")!;
        Assert.That((counter["count"]!.GetValue<int>(), counter["link"]!.ToString()), Is.EqualTo((1, "/companies?documentsExpiring=true")));

        await AddDocument(ends, Clock.Today.AddDays(400));
        Assert.That(await Names("documentsExpiring=true"), Is.Empty);
    }

    [Test]
    public async Task Today_WhenCompaniesMayBeOne_CountsThePairs()
    {
        await Given.Company("Bar Rossi");
        await Given.Company("Bar Rossi");

        var counter = (await As(Role.CompanyOperator).Get("today").Expect(200))["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "company.duplicates")!;
        Assert.That((counter["count"]!.GetValue<int>(), counter["link"]!.ToString()), Is.EqualTo((1, "/companies/duplicates")));
    }

    private async Task AddDocument(Guid company, DateOnly until)
    {
        var file = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.7 una polizza di prova"));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent
        {
            { file, "file", "Polizza.pdf" }, { new StringContent("insurance"), "kind" }, { new StringContent("Polizza RC"), "title" },
            { new StringContent(until.ToString("O", CultureInfo.InvariantCulture)), "validUntil" },
        };
        await (await SignIn(Role.CompanyOperator)).Send(HttpMethod.Post, $"companies/{company}/documents", form).Expect(201);
    }
}
