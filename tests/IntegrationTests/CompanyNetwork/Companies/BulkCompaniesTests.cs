using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Companies;

[TestFixtureSource(typeof(Engines))]
internal sealed class BulkCompaniesTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Archived(string name)
    {
        var company = await Given.Company(name);
        await As(Role.CompanyOperator).Post($"companies/{company}/archiving", new { reason = "chiusa" }).Expect(204);
        return company;
    }

    private async Task<Guid> Colleague() => (await As(Role.CompanyOperator).Get("companies/colleagues").Expect(200)).Items[0]!["id"]!.GetValue<Guid>();

    private async Task<JsonNode[]> Told(Guid company) => [.. (await As(Role.Educator).Get($"companies/{company}/timeline").Expect(200)).Items.Select(line => line!)];

    private static (int Changed, int Already) Counts(Reply reply) => (reply["changed"]!.GetValue<int>(), reply["already"]!.GetValue<int>());

    private static (Guid, string)[] LeftOut(Reply reply) => [.. reply["leftOut"]!.AsArray().Select(one => (one!["id"]!.GetValue<Guid>(), one["reason"]!.ToString()))];

    [Test]
    public async Task AssignCompanies_WhenSomeAreMissingOrArchived_GivesTheOthersAndTellsWhichNot()
    {
        var (one, two, archived, missing) = (await Given.Company("Uno"), await Given.Company("Due"), await Archived("Chiusa"), Guid.NewGuid());
        var colleague = await Colleague();

        var reply = await As(Role.CompanyOperator).Post("companies/assignments", new { ids = new[] { one, two, one, archived, missing }, lookedAfterBy = colleague }).Expect(200);

        Assert.Multiple(async () =>
        {
            Assert.That(Counts(reply), Is.EqualTo((2, 0)));
            Assert.That(LeftOut(reply), Is.EquivalentTo(new[] { (archived, "archived"), (missing, "missing") }));
            var read = await As(Role.Educator).Get($"companies/{one}").Expect(200);
            Assert.That((read["lookedAfterBy"]!.GetValue<Guid>(), read.Version), Is.EqualTo((colleague, 2)));
            Assert.That((await Told(two)).Single(line => line["field"]?.ToString() == "lookedAfterBy")["byName"]!.ToString(), Is.EqualTo("Prova CompanyOperator"));
        });

        var again = await As(Role.CompanyOperator).Post("companies/assignments", new { ids = new[] { one, two }, lookedAfterBy = colleague }).Expect(200);
        Assert.That(Counts(again), Is.EqualTo((0, 2)));
        var freed = await As(Role.Coordinator).Post("companies/assignments", new { ids = new[] { one }, lookedAfterBy = (Guid?)null }).Expect(200);
        Assert.That(Counts(freed), Is.EqualTo((1, 0)));
        Assert.That((await As(Role.Educator).Get("companies?lookedAfterBy=nobody").Expect(200)).Ids, Is.EqualTo(new[] { one }));
    }

    [Test]
    public async Task AssignCompanies_WhenNobodyIsChosenOrTooManyOrTheColleagueIsUnknown_IsRefused()
    {
        var company = await Given.Company();

        Assert.That((await As(Role.CompanyOperator).Post("companies/assignments", new { ids = Array.Empty<Guid>() }).Expect(422)).CodesOf("ids"), Is.EqualTo(new[] { "companies.none-chosen" }));
        Assert.That((await As(Role.CompanyOperator).Post("companies/assignments", new { }).Expect(422)).CodesOf("ids"), Is.EqualTo(new[] { "companies.none-chosen" }));
        var many = Enumerable.Range(0, 501).Select(_ => Guid.NewGuid()).ToArray();
        Assert.That((await As(Role.CompanyOperator).Post("companies/assignments", new { ids = many }).Expect(422)).CodesOf("ids"), Is.EqualTo(new[] { "companies.too-many-chosen" }));
        await As(Role.CompanyOperator).Post("companies/assignments", new { ids = new[] { company }, lookedAfterBy = Guid.NewGuid() }).Expect(422, "company.colleague-unknown");
        await As(Role.Educator).Post("companies/assignments", new { ids = new[] { company } }).Expect(403);
        Assert.That((await As(Role.Educator).Get($"companies/{company}").Expect(200)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task TagCompanies_WhenSomeCarryThemAlready_PutsAndTakesOffOnTheOthersAndKeepsTheRest()
    {
        var (one, two, archived) = (await Given.Company("Uno"), await Given.Company("Due"), await Archived("Chiusa"));
        await As(Role.CompanyOperator).Put($"companies/{one}/tags", new { tags = new[] { "Estate", "Vecchia" } }, 1).Expect(204);
        Clock.Advance(TimeSpan.FromMinutes(1));

        var reply = await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { one, two, archived }, add = new[] { "estate", " Cucina " }, remove = new[] { "vecchia" } }).Expect(200);

        Assert.Multiple(async () =>
        {
            Assert.That(Counts(reply), Is.EqualTo((2, 0)));
            Assert.That(LeftOut(reply), Is.EqualTo(new[] { (archived, "archived") }));
            Assert.That((await As(Role.Educator).Get($"companies/{one}").Expect(200))["tags"]!.AsArray().Select(tag => tag!.ToString()), Is.EqualTo(new[] { "Cucina", "Estate" }));
            Assert.That((await As(Role.Educator).Get($"companies/{two}").Expect(200))["tags"]!.AsArray().Select(tag => tag!.ToString()), Is.EqualTo(new[] { "Cucina", "estate" }));
            var told = (await Told(one)).First(line => line["what"]!.ToString() == "tags");
            Assert.That((told["before"]!.ToString(), told["after"]!.ToString()), Is.EqualTo(("Estate, Vecchia", "Cucina, Estate")));
            Assert.That((await As(Role.Educator).Get("companies?tag=CUCINA").Expect(200)).Ids, Is.EqualTo(new[] { two, one }));
        });
        Assert.That(Counts(await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { one, two }, add = new[] { "Cucina" } }).Expect(200)), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task TagCompanies_WhenThereWouldBeTooManyOrTheWordsAreNone_LeavesOutOrRefuses()
    {
        var (full, free) = (await Given.Company("Piena"), await Given.Company("Libera"));
        await As(Role.CompanyOperator).Put($"companies/{full}/tags", new { tags = Enumerable.Range(0, 20).Select(number => $"voce {number}") }, 1).Expect(204);

        var reply = await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { full, free }, add = new[] { "una di troppo" } }).Expect(200);

        Assert.That((Counts(reply), LeftOut(reply).Single()), Is.EqualTo(((1, 0), (full, "tooManyTags"))));
        Assert.That((await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { free } }).Expect(422)).CodesOf("add"), Is.EqualTo(new[] { "tags.none" }));
        Assert.That((await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { free }, add = new[] { new string('x', 41) } }).Expect(422)).CodesOf("add"), Is.EqualTo(new[] { "tags.form" }));
        Assert.That((await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { free }, add = new[] { "A" }, remove = new[] { "à" } }).Expect(422)).CodesOf("remove"), Is.EqualTo(new[] { "tags.both" }));
        await As(Role.Educator).Post("companies/tags", new { ids = new[] { free }, add = new[] { "A" } }).Expect(403);
    }

    [Test]
    public async Task AddCampaignCompanies_WhenSomeAreInItAlready_CountsEachOnceAndTellsTheHistory()
    {
        var (one, two, archived) = (await Given.Company("Uno"), await Given.Company("Due"), await Archived("Chiusa"));
        var silent = (await As(Role.CompanyOperator).Post("companies", new { name = "Muta", sector = "catering", contactPerson = new { doNotCall = true } }).Expect(201)).Id;
        var campaign = (await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Inverno", companyIds = new[] { one } }).Expect(201)).Id;

        var reply = await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/companies", new { ids = new[] { one, two, two, archived, silent } }).Expect(200);

        Assert.Multiple(async () =>
        {
            Assert.That(Counts(reply), Is.EqualTo((1, 1)));
            Assert.That(LeftOut(reply), Is.EquivalentTo(new[] { (archived, "archived"), (silent, "doNotCall") }));
            Assert.That((await As(Role.Educator).Get($"call-campaigns/{campaign}").Expect(200))["companies"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That((await As(Role.Educator).Get($"call-campaigns/{campaign}/companies").Expect(200)).Ids, Is.EqualTo(new[] { two, one }));
            Assert.That((await Told(two)).Single(line => line["what"]!.ToString() == "addedToCampaign")["after"]!.ToString(), Is.EqualTo("Inverno"));
        });
    }

    [Test]
    public async Task AddCampaignCompanies_WhenTheCampaignIsClosedOrUnknown_IsRefused()
    {
        var company = await Given.Company();
        var campaign = (await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Chiusa", companyIds = new[] { company } }).Expect(201)).Id;
        await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/closing").Expect(204);

        await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/companies", new { ids = new[] { company } }).Expect(409, "campaign.closed-to-companies");
        await As(Role.CompanyOperator).Post($"call-campaigns/{Guid.NewGuid()}/companies", new { ids = new[] { company } }).Expect(404);
        await As(Role.Educator).Post($"call-campaigns/{campaign}/companies", new { ids = new[] { company } }).Expect(403);
    }

    [Test]
    public async Task BulkCommands_WhenManyAreChosen_ChangeThemAllInOneRequest()
    {
        var ids = new List<Guid>();
        foreach (var number in Enumerable.Range(0, 120))
        {
            ids.Add(await Given.Company($"Azienda {number:000}"));
        }

        var campaign = (await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Molte", companyIds = ids.Take(1) }).Expect(201)).Id;
        Assert.That(Counts(await As(Role.CompanyOperator).Post("companies/assignments", new { ids, lookedAfterBy = await Colleague() }).Expect(200)), Is.EqualTo((120, 0)));
        Assert.That(Counts(await As(Role.CompanyOperator).Post("companies/tags", new { ids, add = new[] { "Tutte" } }).Expect(200)), Is.EqualTo((120, 0)));
        Assert.That(Counts(await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/companies", new { ids }).Expect(200)), Is.EqualTo((119, 1)));
        Assert.That(await Scalar<int>("select count(*) from company_network_change where what in ('field', 'tags', 'addedToCampaign')"), Is.EqualTo(359));
    }

    [TestCase(Role.Auditor)]
    [TestCase(Role.Administrator)]
    [TestCase(Role.Trainer)]
    public async Task AssignCompanies_WhenTheRoleDoesNotWorkWithThem_IsRefusedAndNothingChanges(Role role)
    {
        var company = await Given.Company();
        var colleague = await Given.AccountOf(await SignIn(role));

        await As(Role.CompanyOperator).Post("companies/assignments", new { ids = new[] { company }, lookedAfterBy = colleague }).Expect(422, "company.colleague-role");
        await As(Role.CompanyOperator).Put($"companies/{company}", new { name = "Bar", sector = "catering", lookedAfterBy = colleague }, 1).Expect(422, "company.colleague-role");

        Assert.That((await As(Role.CompanyOperator).Get($"companies/{company}").Expect(200))["lookedAfterBy"], Is.Null);
    }
}
