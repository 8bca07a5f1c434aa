namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Duplicates;

[TestFixtureSource(typeof(Engines))]
internal sealed class MergeTests(Engine engine) : SliceTests(engine)
{
    private Task<Guid> Twin(string vatNumber, string phone = "0735 999888") => Make(new
    {
        name = "Forno Rossi", sector = "catering", municipality = Given.Place.Grottammare, vatNumber, phone, address = $"Via {vatNumber}", contactPerson = new { name = $"Referente {vatNumber}" },
    });

    private async Task<Guid> Make(object company) => (await As(Role.CompanyOperator).Post("companies", company).Expect(201)).Id;

    private async Task<int> VersionOf(Guid id) => (await As(Role.CompanyOperator).Get($"companies/{id}").Expect(200)).Version;

    private async Task<Reply> Merge(Guid survivor, Guid merged, params string[] take) => await (await SignIn(Role.CompanyOperator)).Post(
        $"companies/{survivor}/merge", new { mergedId = merged, mergedVersion = await VersionOf(merged), take }, ("If-Match", $"\"{await VersionOf(survivor)}\""));

    [Test]
    public async Task ListDuplicates_WhenPhoneOrNameOrMailAreShared_ListsThePairUntilItIsToldApart()
    {
        var first = await Twin(Given.VatNumber(1));
        var second = await Twin(Given.VatNumber(2));
        await Given.Company("Altra cosa");

        var list = await As(Role.CompanyOperator).Get("companies/duplicates?total=true").Expect(200);
        Assert.That(list["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(list.Items[0]!["reasons"]!.AsArray().Select(reason => reason!.ToString()), Is.EqualTo(new[] { "name", "phone" }));
        Assert.That(new[] { "first", "second" }.Select(side => list.Items[0]![side]!["id"]!.GetValue<Guid>()), Is.EquivalentTo(new[] { first, second }));

        await As(Role.CompanyOperator).Post("companies/duplicates/dismissal", new { firstId = second, secondId = first }).Expect(204);
        await As(Role.CompanyOperator).Put($"companies/{second}", new { name = "Forno Rossi", sector = "trade", municipality = Given.Place.Grottammare }, 1).Expect(200);
        Assert.That((await As(Role.CompanyOperator).Get("companies/duplicates").Expect(200)).Items, Is.Empty, "remembered although it was written again");
        await As(Role.CompanyOperator).Post("companies/duplicates/reopening", new { firstId = first, secondId = second }).Expect(204);
        Assert.That((await As(Role.CompanyOperator).Get("companies/duplicates").Expect(200)).Items, Has.Count.EqualTo(1));
        await As(Role.CompanyOperator).Put($"companies/{second}", new { name = "Tutt'altro", sector = "trade" }, 2).Expect(200);
        Assert.That((await As(Role.CompanyOperator).Get("companies/duplicates").Expect(200)).Items, Is.Empty, "no more alike");
        await As(Role.CompanyOperator).Post("companies/duplicates/dismissal", new { firstId = first, secondId = Guid.NewGuid() }).Expect(404);
        await As(Role.Educator).Get("companies/duplicates").Expect(403);
    }

    [Test]
    public async Task ListDuplicates_WhenManyPairs_PagesWithoutRepeating()
    {
        foreach (var number in Enumerable.Range(0, 4))
        {
            await Make(new { name = $"Diversa {number}", sector = "trade", email = "info@consorzio.test" });
        }

        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = await As(Role.CompanyOperator).Get($"companies/duplicates?limit=4{(cursor is null ? "" : $"&cursor={cursor}")}").Expect(200);
            found.AddRange(page.Items.Select(pair => $"{pair!["first"]!["id"]}{pair["second"]!["id"]}"));
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.That(found, Has.Count.EqualTo(6).And.Unique);
    }

    [Test]
    public async Task Merge_WhenChosenFieldByField_TheSurvivorHasBothAndTheOldAddressLeadsToIt()
    {
        var (vat1, vat2) = (Given.VatNumber(11), Given.VatNumber(12));
        var survivor = await Twin(vat1);
        var merged = await Twin(vat2);
        await As(Role.CompanyOperator).Post($"companies/{merged}/contacts", new { channel = "call", outcome = "reached" }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{merged}/availabilities", new { places = 2, context = "productive", duties = "Forno" }).Expect(201);
        await As(Role.CompanyOperator).Put($"companies/{merged}/tags", new { tags = new[] { "Estate" } }, await VersionOf(merged)).Expect(204);

        await Merge(survivor, merged, "vatNumber", "mainSite").Expect(200);

        var read = await As(Role.Educator).Get($"companies/{merged}").Expect(200);
        Assert.Multiple(() =>
        {
            Assert.That(read.Id, Is.EqualTo(survivor), "the merged company's address answers the survivor");
            Assert.That(read["vatNumber"]!.ToString(), Is.EqualTo(vat2));
            Assert.That(read["address"]!.ToString(), Is.EqualTo($"Via {vat2}"));
            Assert.That(read["sites"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(read["people"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(read["contactPerson"]!["name"]!.ToString(), Is.EqualTo($"Referente {vat1}"));
            Assert.That(read["availablePlaces"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(read["lastOutcome"]!.ToString(), Is.EqualTo("reached"));
            Assert.That(read["tags"]![0]!.ToString(), Is.EqualTo("Estate"));
        });
        Assert.That((await As(Role.Educator).Get($"companies/{survivor}/contacts").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("companies").Expect(200)).Ids, Is.EqualTo(new[] { survivor }));
        Assert.That((await As(Role.CompanyOperator).Get("companies/duplicates").Expect(200)).Items, Is.Empty);
        await As(Role.CompanyOperator).Post($"companies/{merged}/restoration", new { reason = "ripensamento" }).Expect(422, "company.merged");
    }

    [Test]
    public async Task Merge_WhenRefused_SaysWhyAndChangesNothing()
    {
        var survivor = await Twin(Given.VatNumber(21));
        var merged = await Twin(Given.VatNumber(22));
        var archived = await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{archived}/archiving", new { reason = "cessata" }).Expect(204);
        var @operator = await SignIn(Role.CompanyOperator);

        Assert.That((await Merge(survivor, survivor).Expect(422, "merge.itself")).CodesOf("mergedId"), Is.EqualTo(new[] { "merge.itself" }));
        var unsaid = await @operator.Post($"companies/{survivor}/merge", new { take = Array.Empty<string>() }, ("If-Match", "\"1\"")).Expect(422, "validation.failed");
        Assert.That((unsaid.CodesOf("mergedId"), unsaid.CodesOf("mergedVersion")), Is.EqualTo((new[] { "field.required" }, new[] { "field.required" })));
        Assert.That((await @operator.Post($"companies/{survivor}/merge", new { mergedId = merged }, ("If-Match", "\"1\"")).Expect(422)).CodesOf("mergedVersion"), Is.EqualTo(new[] { "field.required" }), "not 412: nobody changed it");
        await Merge(survivor, archived).Expect(422, "company.archived");
        await Merge(archived, survivor).Expect(422, "company.archived");
        await Merge(survivor, merged, "version").Expect(422, "validation.failed");
        await @operator.Post($"companies/{survivor}/merge", new { mergedId = merged, mergedVersion = 9 }, ("If-Match", "\"1\"")).Expect(412);
        await @operator.Post($"companies/{survivor}/merge", new { mergedId = merged, mergedVersion = 1 }, ("If-Match", "\"9\"")).Expect(412);
        await @operator.Post($"companies/{survivor}/merge", new { mergedId = merged, mergedVersion = 1 }).Expect(428);
        await @operator.Post($"companies/{survivor}/merge", new { mergedId = Guid.NewGuid(), mergedVersion = 1 }, ("If-Match", "\"1\"")).Expect(404);
        await As(Role.Educator).Post($"companies/{survivor}/merge", new { mergedId = merged, mergedVersion = 1 }, ("If-Match", "\"1\"")).Expect(403);

        Assert.That(await Scalar<int>("select count(*) from company_network_merge"), Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from company_network_company where archived_at is null"), Is.EqualTo(2));
    }

    [Test]
    public async Task UndoMerge_WhenInternshipsAndConventionsMoved_ExactlyTheseGoBack()
    {
        var survivor = await Given.Host(name: "Forno Uno");
        var merged = await Given.Host(name: "Forno Due");
        var stays = await Given.Convention(survivor);
        var moves = await Given.Convention(merged);
        var internship = await Given.Proposal(await Given.CaseOf(), merged);

        var merge = (await Merge(survivor, merged).Expect(200)).Id;
        Assert.That(await CompanyOf("convention", moves), Is.EqualTo(survivor));
        Assert.That(await CompanyOf("internship", internship), Is.EqualTo(survivor));
        var later = await Given.Convention(survivor);
        await As(Role.CompanyOperator).Post($"companies/{survivor}/contacts", new { channel = "call", outcome = "reached" }).Expect(201);

        await As(Role.CompanyOperator).Post($"companies/{survivor}/merges/{merge}/undoing").Expect(204);

        Assert.Multiple(async () =>
        {
            Assert.That(await CompanyOf("convention", moves), Is.EqualTo(merged));
            Assert.That(await CompanyOf("internship", internship), Is.EqualTo(merged));
            Assert.That(await CompanyOf("convention", stays), Is.EqualTo(survivor));
            Assert.That(await CompanyOf("convention", later), Is.EqualTo(survivor));
            Assert.That((await As(Role.Educator).Get($"companies/{merged}").Expect(200))["name"]!.ToString(), Is.EqualTo("Forno Due"));
            Assert.That((await As(Role.Educator).Get($"companies/{survivor}/contacts").Expect(200)).Items, Has.Count.EqualTo(1), "written since, stays");
        });
        await As(Role.CompanyOperator).Post($"companies/{survivor}/merges/{merge}/undoing").Expect(422, "merge.already-undone");
        await As(Role.CompanyOperator).Post($"companies/{merged}/merges/{merge}/undoing").Expect(404);
    }

    [Test]
    public async Task UndoMerge_WhenFieldsWereEditedSince_ThoseStayAndTheOthersGoBack()
    {
        var (vat1, vat2) = (Given.VatNumber(31), Given.VatNumber(32));
        var survivor = await Twin(vat1, "0735 111111");
        var merged = await Twin(vat2, "0735 222222");
        var merge = (await Merge(survivor, merged, "vatNumber", "phone", "mainSite", "contactPerson").Expect(200)).Id;
        var now = await As(Role.CompanyOperator).Get($"companies/{survivor}").Expect(200);
        await As(Role.CompanyOperator).Put($"companies/{survivor}", new
        {
            name = "Forno Rossi e figli", sector = "catering", municipality = Given.Place.Grottammare, vatNumber = vat2, phone = "0735 222222", address = $"Via {vat2}", contactPerson = new { name = $"Referente {vat2}" },
        }, now.Version).Expect(200);

        await As(Role.CompanyOperator).Post($"companies/{survivor}/merges/{merge}/undoing").Expect(204);

        var (first, second) = (await As(Role.Educator).Get($"companies/{survivor}").Expect(200), await As(Role.Educator).Get($"companies/{merged}").Expect(200));
        Assert.Multiple(() =>
        {
            Assert.That(first["name"]!.ToString(), Is.EqualTo("Forno Rossi e figli"));
            Assert.That(first["vatNumber"]!.ToString(), Is.EqualTo(vat1));
            Assert.That(first["phone"]!.ToString(), Is.EqualTo("0735 111111"));
            Assert.That(first["address"]!.ToString(), Is.EqualTo($"Via {vat1}"));
            Assert.That(first["sites"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(first["contactPerson"]!["name"]!.ToString(), Is.EqualTo($"Referente {vat1}"));
            Assert.That(second["vatNumber"]!.ToString(), Is.EqualTo(vat2));
            Assert.That(second["sites"]![0]!["isMain"]!.GetValue<bool>(), Is.True);
            Assert.That(second["people"]![0]!["isFirst"]!.GetValue<bool>(), Is.True);
            Assert.That(second["archivedAt"], Is.Null);
        });
    }

    [Test]
    public async Task UndoMerge_WhenTheSurvivorWasMergedLater_IsRefusedUntilThatIsUndone()
    {
        var (a, b, c) = (await Twin(Given.VatNumber(41)), await Twin(Given.VatNumber(42)), await Twin(Given.VatNumber(43)));
        var first = (await Merge(b, a).Expect(200)).Id;
        var second = (await Merge(c, b).Expect(200)).Id;

        Assert.That((await As(Role.Educator).Get($"companies/{a}").Expect(200)).Id, Is.EqualTo(c), "the chain leads to its end");
        await As(Role.CompanyOperator).Post($"companies/{b}/merges/{first}/undoing").Expect(422, "merge.later-first");
        await As(Role.CompanyOperator).Post($"companies/{c}/merges/{second}/undoing").Expect(204);
        await As(Role.CompanyOperator).Post($"companies/{b}/merges/{first}/undoing").Expect(204);
        Assert.That((await As(Role.Educator).Get("companies").Expect(200)).Ids, Is.EquivalentTo(new[] { a, b, c }));
    }

    [Test]
    public void MovedRows_WhenAnotherTableHoldsCompanies_ItIsMovedOrSaidToStay()
    {
        // Of the company alone: its words, keys and tags are made anew or compared; its history stays with it; a campaign leaves archived companies out, so its line waits there for an undoing;
        // the id of another system keeps leading to the record that it named.
        string[] staying =
        [
            "company_network_search_word", "company_network_company_key", "company_network_tag", "company_network_change", "company_network_campaign_company", "company_network_external_id",
        ];
        var texts = typeof(InclusionPlatform.CompanyNetwork.Duplicates.MovedRows).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => field.GetRawConstantValue() as string ?? "").ToArray();
        var statements = InclusionPlatform.Shared.Data.Migration.Of(typeof(InclusionPlatform.CompanyNetwork.CompanyNetworkModule).Assembly)
            .SelectMany(migration => InclusionPlatform.Shared.Data.Migrator.Statements(migration.Sql)).ToArray();
        var tables = statements.Select(statement => System.Text.RegularExpressions.Regex.Match(statement, @"create table (\w+) \((.|\n)*\n\s+company_id uniqueidentifier"))
            .Where(found => found.Success).Select(found => found.Groups[1].Value)
            .Where(table => !statements.Contains($"drop table {table}")).ToArray();

        Assert.That(tables, Does.Contain("company_network_contact"));
        Assert.That(tables.Except(staying).Where(table => !texts.Any(text => text.Contains($"update {table} ", StringComparison.Ordinal))), Is.Empty, "name them in MovedRows");
    }

    private Task<Guid> CompanyOf(string kind, Guid id) => InScope(async services => (await ((IDbSession)services.GetService(typeof(IDbSession))!).QueryAsync<Guid>(
        kind == "convention" ? "select company_id from internships_convention where id = @Id" : "select company_id from internships_internship where id = @Id", new { Id = id }, CancellationToken.None))[0]);

    [Test]
    public async Task ListDuplicates_WhenOneRecordIsRicher_ProposesItToRemain()
    {
        var older = await Make(new { name = "Forno Rossi", sector = "catering", municipality = Given.Place.Grottammare });
        Clock.Advance(TimeSpan.FromDays(1));
        var newer = await Make(new { name = "Forno Rossi", sector = "catering", municipality = Given.Place.Grottammare });
        async Task<Guid> Proposed() => (await As(Role.CompanyOperator).Get("companies/duplicates").Expect(200)).Items[0]!["first"]!["id"]!.GetValue<Guid>();
        Assert.That(await Proposed(), Is.EqualTo(older), "else alike, the older one");

        await As(Role.CompanyOperator).Put($"companies/{newer}", new { name = "Forno Rossi", sector = "catering", municipality = Given.Place.Grottammare, phone = "0735 123456", vatNumber = Given.VatNumber(5) }, 1).Expect(200);
        Assert.That(await Proposed(), Is.EqualTo(newer), "the fuller one");
        await As(Role.CompanyOperator).Post($"companies/{older}/contacts", new { channel = "call", outcome = "reached" }).Expect(201);
        Assert.That(await Proposed(), Is.EqualTo(older), "the one that more hangs on");
        await Given.Proposal(await Given.CaseOf("Campoverde"), newer);
        await Given.Proposal(await Given.CaseOf("Valmarina"), newer);
        Assert.That(await Proposed(), Is.EqualTo(newer), "internships count too");
        Assert.That((await As(Role.CompanyOperator).Get("companies/duplicates").Expect(200)).Items[0]!["first"]!["internships"]!.GetValue<int>(), Is.EqualTo(2));
    }
}
