namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Campaigns;

[TestFixtureSource(typeof(Engines))]
internal sealed class CampaignTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Campaign(string filter = "sector=catering") =>
        (await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Ristorazione", goal = "Posti per l'inverno", filter }).Expect(201)).Id;

    private static object Call(Guid campaign, string outcome = "available") => new { channel = "call", outcome, campaignId = campaign };

    [Test]
    public async Task CreateCampaign_FromAFilter_FreezesItsCompaniesByName()
    {
        var beta = await Given.Company("Beta");
        var alfa = await Given.Company("Alfa");
        await Given.Company("Edile", "construction");
        var archived = await Given.Company("Archiviata");
        await As(Role.CompanyOperator).Post($"companies/{archived}/archiving", new { reason = "chiusa" }).Expect(204);
        var campaign = await Campaign();
        await Given.Company("Arrivata dopo");

        var first = await As(Role.Educator).Get($"call-campaigns/{campaign}/companies?limit=1").Expect(200);
        var second = await As(Role.Educator).Get($"call-campaigns/{campaign}/companies?limit=1&cursor={first["nextCursor"]}").Expect(200);
        Assert.That(first.Ids.Concat(second.Ids), Is.EqualTo(new[] { alfa, beta }));
        Assert.That(second["nextCursor"], Is.Null);
        Assert.That((await As(Role.Educator).Get("call-campaigns?open=true").Expect(200)).Items.Single()!["companies"]!.GetValue<int>(), Is.EqualTo(2));

        var chosen = await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Scelte", companyIds = new[] { beta, archived } }).Expect(201);
        Assert.That(chosen["companies"]!.GetValue<int>(), Is.EqualTo(1));
        var words = await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Per parola", filter = "q=ristoraz" }).Expect(201);
        Assert.That(words["companies"]!.GetValue<int>(), Is.EqualTo(3));
    }

    [Test]
    public async Task CreateCampaign_WhenNobodyIsToBeCalledOrTheFilterIsMadeUp_IsRefusedAndNothingIsKept()
    {
        await Given.Company();

        await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Vuota", filter = "sector=trade" }).Expect(422, "campaign.empty");
        await As(Role.CompanyOperator).Post("call-campaigns", new { name = "Strana", filter = "colour=red" }).Expect(422, "campaign.filter-unknown");
        var reply = await As(Role.CompanyOperator).Post("call-campaigns", new { name = "" }).Expect(422, "validation.failed");
        Assert.That(reply.CodesOf("filter"), Is.EqualTo(new[] { "campaign.companies-required" }));
        await As(Role.Educator).Post("call-campaigns", new { name = "Mia", filter = "" }).Expect(403);
        Assert.That((await As(Role.Educator).Get("call-campaigns").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Campaign_WhenCalledByTwo_NobodyCallsTheSameCompany()
    {
        var company = await Given.Company("Alfa");
        var other = await Given.Company("Beta");
        var campaign = await Campaign();
        var turn = await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/turns", new { }).Expect(200);
        Assert.That(turn["companyId"]!.GetValue<Guid>(), Is.EqualTo(company));

        await As(Role.Coordinator).Post($"call-campaigns/{campaign}/turns", new { companyId = company }).Expect(409, "campaign.company-held");
        await As(Role.Coordinator).Post($"companies/{company}/contacts", Call(campaign)).Expect(409, "campaign.company-held");
        Assert.That((await As(Role.Coordinator).Post($"call-campaigns/{campaign}/turns", new { }).Expect(200))["companyId"]!.GetValue<Guid>(), Is.EqualTo(other));
        var listed = (await As(Role.Coordinator).Get($"call-campaigns/{campaign}/companies").Expect(200)).Items[0]!;
        Assert.That((listed["heldByName"] is not null, listed["heldByMe"]!.GetValue<bool>()), Is.EqualTo((true, false)));
        Assert.That((await As(Role.Educator).Get($"call-campaigns/{campaign}").Expect(200))["calling"]!.AsArray(), Has.Count.EqualTo(2));

        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", Call(campaign)).Expect(201);
        await As(Role.Coordinator).Post($"companies/{company}/contacts", Call(campaign)).Expect(409, "campaign.company-done");
        Assert.That((await As(Role.Educator).Get($"companies/{company}/contacts").Expect(200)).Items, Has.Count.EqualTo(1));

        Assert.That((await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/turns", new { }).Expect(200))["companyId"], Is.Null);
        Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.That(
            (await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/turns", new { }).Expect(200))["companyId"]!.GetValue<Guid>(), Is.EqualTo(other), "a turn that was left runs out");
    }

    [Test]
    public async Task Campaign_WhenManyOperatorsCallAtOnce_EachCompanyIsCalledOnce()
    {
        const int companies = 24;
        foreach (var number in Enumerable.Range(0, companies))
        {
            await Given.Company($"Azienda {number:00}");
        }

        var campaign = await Campaign();
        var operators = new List<ApiUser>();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            operators.Add(await AnotherPerson(Role.CompanyOperator));
        }

        var called = await Task.WhenAll(operators.Select(async person =>
        {
            var mine = new List<Guid>();
            while ((await person.Post($"call-campaigns/{campaign}/turns", new { }).Expect(200))["companyId"] is { } next)
            {
                var company = next.GetValue<Guid>();
                await person.Post($"companies/{company}/contacts", Call(campaign, "noAnswer")).Expect(201);
                mine.Add(company);
            }

            return mine;
        }));

        Assert.That(called.SelectMany(mine => mine), Is.Unique.And.Exactly(companies).Items);
        Assert.That(await Scalar<int>("select count(*) from company_network_contact"), Is.EqualTo(companies));
        var progress = await As(Role.Coordinator).Get($"call-campaigns/{campaign}").Expect(200);
        Assert.That((progress["done"]!.GetValue<int>(), progress["companies"]!.GetValue<int>()), Is.EqualTo((companies, companies)));
        Assert.That(progress["byOperator"]!.AsArray().Sum(row => row!["calls"]!.GetValue<int>()), Is.EqualTo(companies));
    }

    [Test]
    public async Task Campaign_WhenSeveralLogTheSameCompanyAtOnce_OnlyOneIsKept()
    {
        var company = await Given.Company();
        var campaign = await Campaign();
        var (one, two) = (await AnotherPerson(Role.CompanyOperator), await AnotherPerson(Role.CompanyOperator));

        var replies = await Task.WhenAll(one.Post($"companies/{company}/contacts", Call(campaign)), two.Post($"companies/{company}/contacts", Call(campaign)));

        Assert.That(replies.Select(reply => reply.Status), Is.EquivalentTo(new[] { 201, 409 }));
        Assert.That((await As(Role.Educator).Get($"call-campaigns/{campaign}").Expect(200))["done"]!.GetValue<int>(), Is.EqualTo(1));
    }

    [Test]
    public async Task UndoContact_OfACampaign_MakesTheCompanyToBeCalledAgain()
    {
        var company = await Given.Company();
        var campaign = await Campaign();
        var logged = await As(Role.CompanyOperator).Post($"companies/{company}/contacts", Call(campaign)).Expect(201);
        Assert.That((await As(Role.Educator).Get($"call-campaigns/{campaign}/companies?done=true").Expect(200)).Items.Single()!["outcome"]!.ToString(), Is.EqualTo("available"));

        await As(Role.CompanyOperator).Delete($"companies/{company}/contacts/{logged.Id}").Expect(204);

        var progress = await As(Role.Educator).Get($"call-campaigns/{campaign}").Expect(200);
        Assert.That((progress["done"]!.GetValue<int>(), progress["byOutcome"]!.AsArray().Count), Is.EqualTo((0, 0)));
        Assert.That((await As(Role.Educator).Get($"call-campaigns/{campaign}/companies").Expect(200)).Ids, Is.EqualTo(new[] { company }));
    }

    [Test]
    public async Task CloseCampaign_WhenClosed_NobodyCallsFromItAndStaleEditsAreRefused()
    {
        var company = await Given.Company();
        var campaign = await Campaign();
        await As(Role.CompanyOperator).Put($"call-campaigns/{campaign}", new { name = "Nuovo nome", goal = (string?)null }, 1).Expect(204);
        await As(Role.CompanyOperator).Put($"call-campaigns/{campaign}", new { name = "Altro nome", goal = (string?)null }, 1).Expect(412);

        await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/turns", new { companyId = company }).Expect(200);
        await As(Role.CompanyOperator).Delete($"call-campaigns/{campaign}/turns/{company}").Expect(204);
        await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/closing").Expect(204);

        await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/closing").Expect(422, "campaign.closed");
        await As(Role.CompanyOperator).Post($"call-campaigns/{campaign}/turns", new { }).Expect(422, "campaign.closed");
        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", Call(campaign)).Expect(422, "campaign.closed");
        await As(Role.CompanyOperator).Post($"call-campaigns/{Guid.NewGuid()}/turns", new { }).Expect(404);
        Assert.That((await As(Role.Educator).Get($"call-campaigns/{campaign}").Expect(200))["name"]!.ToString(), Is.EqualTo("Nuovo nome"));
        Assert.That((await As(Role.Educator).Get("call-campaigns?open=true").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Archive_WhenACompanyWaitsInACampaign_LeavesItsProgress()
    {
        var (alfa, beta) = (await Given.Company("Alfa"), await Given.Company("Beta"));
        var campaign = await Campaign();
        await As(Role.CompanyOperator).Post($"companies/{beta}/contacts", Call(campaign)).Expect(201);

        await As(Role.CompanyOperator).Post($"companies/{alfa}/archiving", new { reason = "chiusa" }).Expect(204);
        await As(Role.CompanyOperator).Post($"companies/{beta}/archiving", new { reason = "chiusa" }).Expect(204);

        var read = await As(Role.CompanyOperator).Get($"call-campaigns/{campaign}").Expect(200);
        Assert.That((read["companies"]!.GetValue<int>(), read["done"]!.GetValue<int>()), Is.EqualTo((1, 1)));
    }
}
