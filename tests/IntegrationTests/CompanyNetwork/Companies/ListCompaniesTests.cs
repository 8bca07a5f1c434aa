using InclusionPlatform.Shared.Data;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Companies;

[TestFixtureSource(typeof(Engines))]
internal sealed class ListCompaniesTests(Engine engine) : SliceTests(engine)
{
    private async Task<string[]> Names(string query) => [.. (await As(Role.Educator).Get($"companies?{query}").Expect(200)).Items.Select(item => item!["name"]!.ToString())];

    [Test]
    public async Task ListCompanies_WhenPaged_GivesEachOnceInOrderBothWays()
    {
        foreach (var name in new[] { "Delta", "Àlfa", "beta", "Beta", "Gamma" })
        {
            await Given.Company(name);
        }

        foreach (var (sort, expected) in new[] { ("name", "àlfa,beta,beta,delta,gamma"), ("-name", "gamma,delta,beta,beta,àlfa") })
        {
            var seen = new List<string>();
            string? cursor = null;
            do
            {
                var page = await As(Role.Educator).Get($"companies?limit=2&sort={sort}&cursor={cursor}").Expect(200);
                seen.AddRange(page.Items.Select(item => item!["name"]!.ToString()));
                cursor = page["nextCursor"]?.ToString();
            }
            while (cursor is not null);

            Assert.That(string.Join(',', seen).ToLowerInvariant(), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task ListCompanies_WhenFiltered_KeepsOnlyThose()
    {
        await Given.Company("Bar", "catering", Given.Place.Grottammare);
        await Given.Company("Edile", "construction", Given.Place.Grottammare);
        await Given.Company("Negozio", "trade", Given.Place.Bologna);

        Assert.Multiple(async () =>
        {
            Assert.That(await Names("sector=construction"), Is.EqualTo(new[] { "Edile" }));
            Assert.That(await Names($"municipality={Given.Place.Grottammare}"), Is.EqualTo(new[] { "Bar", "Edile" }));
            Assert.That(await Names("province=bo"), Is.EqualTo(new[] { "Negozio" }));
            Assert.That(await Names($"sector=catering&municipality={Given.Place.Bologna}"), Is.Empty);
            Assert.That(await Names("kind=publicBody"), Is.Empty);
        });
        var counted = await As(Role.Educator).Get("companies?limit=1&total=true").Expect(200);
        Assert.That(counted["total"]!.GetValue<int>(), Is.EqualTo(3));
    }

    [Test]
    public async Task ListCompanies_WhenSearched_FindsBeginningsOfWordsInAnyOrderAndPagesOnceEach()
    {
        await Given.Company("Trattoria da Ciccì", "catering", Given.Place.Grottammare, "12345678903");
        await Given.Company("Trasporti Trattamenti Rossi", "transport", Given.Place.SanBenedetto);
        await Given.Company("Pizzeria Rossi", "catering", Given.Place.Grottammare);

        Assert.Multiple(async () =>
        {
            Assert.That(await Names("q=cicci"), Is.EqualTo(new[] { "Trattoria da Ciccì" }));
            Assert.That(await Names("q=grott+pizz"), Is.EqualTo(new[] { "Pizzeria Rossi" }));
            Assert.That(await Names("q=1234567"), Is.EqualTo(new[] { "Trattoria da Ciccì" }));
            Assert.That(await Names("q=ristoraz"), Is.EquivalentTo(new[] { "Trattoria da Ciccì", "Pizzeria Rossi" }));
            Assert.That(await Names("q=tra"), Has.Length.EqualTo(2), "found by two of its words, a company appears once");
            Assert.That(await Names("q=rossi&sector=transport"), Is.EqualTo(new[] { "Trasporti Trattamenti Rossi" }));
            Assert.That(await Names("q=attoria"), Is.Empty);
            Assert.That(await Names("q=%25"), Has.Length.EqualTo(3), "a text without letters is no search");
        });

        var first = await As(Role.Educator).Get("companies?q=tra&limit=1").Expect(200);
        var second = await As(Role.Educator).Get($"companies?q=tra&limit=1&cursor={first["nextCursor"]}").Expect(200);
        Assert.That(second.Ids, Is.Not.EqualTo(first.Ids));
        Assert.That(second["nextCursor"], Is.Null);
    }

    [Test]
    public async Task ListCompanies_WhenParametersAreMadeUp_AreRefused()
    {
        await As(Role.Educator).Get("companies?cursor=abc").Expect(422, "paging.cursor");
        var sort = await As(Role.Educator).Get("companies?sort=colour").Expect(422, "validation.failed");
        Assert.That(sort.CodesOf("sort"), Is.EqualTo(new[] { "sort.unknown" }));
        Assert.That(sort["errors"]!["sort"]![0]!["message"]!.ToString(), Does.StartWith("«Ordine»").And.Contain("per prossimo contatto").And.Not.Contain("nextContactOn"), "in the words of the screen");
        var kind = await As(Role.Educator).Get("companies?kind=planet").Expect(422, "request.field-form");
        Assert.That(kind["detail"]!.ToString(), Does.StartWith("«Tipo»").And.Not.Contain("planet"));
    }

    [TestCase("", "ix_company_network_company_name")]
    [TestCase("sector=trade", "ix_company_network_company_sector")]
    [TestCase("municipality=044023", "ix_company_network_company_municipality")]
    [TestCase("province=AP", "ix_company_network_company_province")]
    [TestCase("q=rossi", "ix_company_network_search_word")]
    [TestCase("q=rossi+bar", "ix_company_network_search_word")]
    [TestCase("q=0735+123456", "ix_company_network_search_word")]
    [TestCase("archived=true", "ix_company_network_company_archived")]
    [TestCase("lookedAfterBy=mine", "ix_company_network_company_keeper")]
    [TestCase("lookedAfterBy=nobody", "ix_company_network_company_name")]
    [TestCase("tag=estate", "ix_company_network_company_name")]
    [TestCase("solidarityNetwork=true", "ix_company_network_company_solidarity")]
    [TestCase("obligationNotCovered=true", "ix_company_network_company_quota")]
    [TestCase("documentsExpiring=true", "ix_company_network_company_name")]
    [TestCase("sort=nextContactOn", "ix_company_network_company_next")]
    public async Task ListCompanies_WhenPlanned_WalksOneIndexInItsOrderWithoutSorting(string query, string index)
    {
        Assume.That(Platform.Services.GetRequiredService<IDatabase>().Engine, Is.EqualTo("sqlite"), "the plan is read in SQLite's words");
        var parts = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        var list = InclusionPlatform.CompanyNetwork.Companies.CompanyListSql.Of(
            new()
            {
                Q = parts.GetValueOrDefault("q")?.Replace('+', ' '), Sector = parts.GetValueOrDefault("sector"), Municipality = parts.GetValueOrDefault("municipality"),
                Province = parts.GetValueOrDefault("province"), Archived = parts.ContainsKey("archived") ? true : null, Sort = parts.GetValueOrDefault("sort"),
                LookedAfterBy = parts.GetValueOrDefault("lookedAfterBy"), Tag = parts.GetValueOrDefault("tag"), SolidarityNetwork = parts.ContainsKey("solidarityNetwork") ? true : null,
                ObligationNotCovered = parts.ContainsKey("obligationNotCovered") ? true : null, DocumentsExpiring = parts.ContainsKey("documentsExpiring") ? true : null,
            },
            Clock.Today,
            Guid.NewGuid());
        // Past the session, whose texts must all be portable.
        var database = Platform.Services.GetRequiredService<IDatabase>();
        var plan = await QueryPlan.OfAsync(database, list.Text + database.TopSuffix);

        Assert.That(plan, Does.Contain(index).And.Not.Contain("TEMP B-TREE"));
    }

    [Test]
    public async Task ListCompanies_WhenSearchedByPhoneOrContactPerson_FindsTheCompanyHoweverItIsWritten()
    {
        var forno = (await As(Role.CompanyOperator).Post("companies", new
        {
            name = "Forno Prova", sector = "catering", phone = "0735/123.456", contactPerson = new { name = "Carla D'Àngelo", phone = "+39 333 1234567" },
        }).Expect(201)).Id;
        await As(Role.CompanyOperator).Post("companies", new { name = "Altra", sector = "trade", phone = "0736 654321", contactPerson = new { name = "Bruno Neri" } }).Expect(201);

        foreach (var text in new[] { "0735 123456", "+390735123456", "0735-12", "0735123", "333.123.4567", "3331234", "d'angelo", "carla angelo", "ANGELO forno" })
        {
            Assert.That(await Names($"q={Uri.EscapeDataString(text)}"), Is.EqualTo(new[] { "Forno Prova" }), text);
        }

        Assert.That((await As(Role.CompanyOperator).Post("search", new { text = "0735 123456" }).Expect(200)).Text, Does.Contain(forno.ToString()));
        await As(Role.CompanyOperator).Post($"companies/{forno}/people", new { name = "Piera Verdi", otherPhone = "0734 111222" }).Expect(201);
        Assert.That((await Names("q=piera"), await Names("q=0734+111222"), await Names("q=carla")), Is.EqualTo((new[] { "Forno Prova" }, new[] { "Forno Prova" }, new[] { "Forno Prova" })));
        var record = await As(Role.CompanyOperator).Get($"companies/{forno}").Expect(200);
        var second = record["people"]!.AsArray().Single(person => person!["name"]!.ToString() == "Piera Verdi")!["id"]!.GetValue<Guid>();
        await (await SignIn(Role.CompanyOperator)).Put($"companies/{forno}/people/{second}", new { name = "Piera Gialli" }, record.Version).Expect(204);
        Assert.That((await Names("q=verdi"), await Names("q=gialli"), await Names("q=0734111222")), Is.EqualTo((Array.Empty<string>(), new[] { "Forno Prova" }, Array.Empty<string>())));
    }

    [Test]
    public async Task CompleteSearchWords_WhenCompaniesWereWrittenBefore_TheyAreFoundByPhoneAndPersonAfterwards()
    {
        await As(Role.CompanyOperator).Post("companies", new { name = "Vecchia", sector = "trade", phone = "0735 123456", contactPerson = new { name = "Carla Verdi" } }).Expect(201);
        Task Run(string sql) => InScope(services => services.GetRequiredService<InclusionPlatform.Shared.IDbSession>().ExecuteAsync(sql, null, CancellationToken.None));
        await Run("update company_network_company set words_version = null");
        await Run("delete from company_network_search_word where word <> 'vecchia'");
        Assert.That(await Names("q=carla"), Is.Empty);

        await InScope(services => services.GetRequiredService<MediatR.IMediator>().Send(new InclusionPlatform.CompanyNetwork.Companies.CompleteSearchWords()));

        Assert.That((await Names("q=carla"), await Names("q=0735+123456")), Is.EqualTo((new[] { "Vecchia" }, new[] { "Vecchia" })));
        Assert.That(await Scalar<int>("select count(*) from company_network_company where words_version is null"), Is.Zero);
    }
}
