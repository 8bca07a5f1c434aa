using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Imports;

[TestFixtureSource(typeof(Engines))]
internal sealed class ImportTests(Engine engine) : SliceTests(engine)
{
    private const string Messy = """
        Elenco aziende 2026;;;;;;
        ;;;;;;
        Comune;Rag. Sociale ;P.IVA;Tel.;Settore;N. dip.;Mail
        Grottammare;Caffè dell'Università;12345678903;0735/123456;bar/ristorante;4;INFO@caffe.test
        ;;;;;;
        S. Benedetto del T.;Edil Piceno;488410010;735 654321;edilizia;12;
        Grottamare;Officina Rossi;;;artigianato;;
        Grottammare;Caffe dell'Universita;12345678903;;;;
        Monteprandone;Ditta Errata;12345678901;;agricoltura;molti;errata@
        Grottammare;;;;commercio;;
        """;

    private static byte[] Windows1252(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252).GetBytes(text);
    }

    private static async Task<byte[]> Xlsx(string[] headers, params object?[][] rows)
    {
        using var file = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(file, "Aziende", headers, rows);
        return file.ToArray();
    }

    private async Task<Reply> Upload(string text, string name = "aziende.csv") => await As(Role.CompanyOperator).Upload("company-imports", name, Windows1252(text)).Expect(201);

    private static JsonNode Row(Reply import, int number) => import["rows"]!["items"]!.AsArray().Single(row => row!["number"]!.GetValue<int>() == number)!;

    private static string State(Reply import, int number) => Row(import, number)["state"]!.ToString();

    private static string[] Codes(JsonNode row, string list, string field) =>
        [.. row[list]!.AsArray().Where(remark => remark!["field"]!.ToString() == field).Select(remark => remark!["code"]!.ToString())];

    private static int Count(Reply import, string state) => import["counts"]![state]!.GetValue<int>();

    [Test]
    public async Task ConfirmImport_WhenRowsAreAlikeAmongThemselvesAndWithTheBank_ListsThePairs()
    {
        await As(Role.CompanyOperator).Post("companies", new { name = "Già in banca", sector = "trade", phone = "0735 999999" }).Expect(201);
        var rows = Enumerable.Range(0, 40).Select(number => number switch
        {
            3 or 31 => $"Ditta {number};0735 111111",
            20 => "Ditta 20;0735 999999",
            >= 25 and < 30 => $"Ditta {number};0735 222222",
            _ => $"Ditta {number};0735 {333000 + number}",
        });
        var import = await Upload(string.Join("\r\n", rows.Prepend("Rag. Sociale;Tel.")));

        await As(Role.CompanyOperator).Post($"company-imports/{import.Id}/confirmation", new { }).Expect(200);

        var pairs = (await As(Role.CompanyOperator).Get("companies/duplicates?total=true&limit=100").Expect(200)).Items
            .Select(pair => string.Join('+', new[] { "first", "second" }.Select(side => pair![side]!["name"]!.ToString()).Order(StringComparer.Ordinal))).ToList();
        Assert.That(pairs, Has.Count.EqualTo(1 + 1 + 10), "two of the import, one with the bank, five among themselves, each pair once");
        Assert.That(pairs, Is.SupersetOf(new[] { "Ditta 3+Ditta 31", "Ditta 20+Già in banca", "Ditta 25+Ditta 29" }));
    }

    [Test]
    public async Task UploadCompanies_WhenSheetIsMessy_UnderstandsColumnsAndJudgesEachRow()
    {
        var import = await Upload(Messy);

        var fields = import["columns"]!.AsArray().Where(column => column!["field"] is not null).ToDictionary(column => column!["field"]!.ToString(), column => column!["column"]!.GetValue<int>());
        Assert.Multiple(() =>
        {
            Assert.That(fields["municipality"], Is.EqualTo(0));
            Assert.That(fields["name"], Is.EqualTo(1));
            Assert.That(fields["vatNumber"], Is.EqualTo(2));
            Assert.That(fields["phone"], Is.EqualTo(3));
            Assert.That(fields["email"], Is.EqualTo(6));
            Assert.That(Count(import, "total"), Is.EqualTo(6));
            Assert.That((State(import, 4), State(import, 6), State(import, 7), State(import, 8), State(import, 9), State(import, 10)),
                Is.EqualTo(("new", "new", "wrong", "duplicate", "wrong", "wrong")));
            Assert.That(Row(import, 8)["duplicateOf"]!.GetValue<int>(), Is.EqualTo(4));
            Assert.That(Codes(Row(import, 6), "remarks", "vatNumber"), Is.EqualTo(new[] { "vat-number.repaired" }));
            Assert.That(Codes(Row(import, 6), "remarks", "phone"), Is.EqualTo(new[] { "phone-number.repaired" }));
            Assert.That(Codes(Row(import, 7), "errors", "municipality"), Is.EqualTo(new[] { "municipality.unknown" }));
            Assert.That(Row(import, 7)["municipalitySuggestions"]!.AsArray().Select(place => place!["name"]!.ToString()), Does.Contain("Grottammare (AP)"));
            Assert.That(Codes(Row(import, 9), "errors", "vatNumber"), Is.EqualTo(new[] { "vat-number.check-digit" }));
            Assert.That(Codes(Row(import, 9), "errors", "email"), Is.EqualTo(new[] { "email.form" }));
            Assert.That(Codes(Row(import, 10), "errors", "name"), Is.EqualTo(new[] { "name.empty" }));
        });
        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.Zero, "nothing enters before the confirmation");
    }

    [Test]
    public async Task UploadCompanies_WhenColumnsHaveNoName_ShowsThemWithTheirLetterAndTheyCanBeMapped()
    {
        // A column without a name, and what follows a semicolon that nobody quoted.
        var import = await Upload("""
            Rag. Sociale;;Comune
            Bar Uno;0735 123456;Grottammare
            Bar Due;;Grottammare;chiamare di mattina
            """);

        var columns = import["columns"]!.AsArray().Select(column => (column!["column"]!.GetValue<int>(), column["header"]!.ToString(), column["field"]?.ToString()));
        Assert.That(columns, Is.EqualTo(new[] { (0, "Rag. Sociale", "name"), (1, "Colonna B", null), (2, "Comune", "municipality"), (3, "Colonna D", null) }));

        var mapped = await As(Role.CompanyOperator).Put($"company-imports/{import.Id}/mapping", new { columns = new Dictionary<string, int?> { ["phone"] = 1, ["notes"] = 3 } }, import.Version).Expect(200);
        Assert.That(Row(mapped, 2)["values"]!["phone"]!.ToString(), Is.EqualTo("0735 123456"));
        Assert.That(Row(mapped, 3)["values"]!["notes"]!.ToString(), Is.EqualTo("chiamare di mattina"));
    }

    [TestCase("45363", "12/03/2024")]
    [TestCase("2024-03-12", "12/03/2024")]
    [TestCase("12 marzo 2024", "12/03/2024")]
    [TestCase("marzo", "marzo")]
    public async Task UploadCompanies_WhenADayIsUnderstood_ShowsWhatWasUnderstood(string cell, string shown)
    {
        var import = await Upload($"""
            Rag. Sociale;Ultimo contatto
            Bar Uno;{cell}
            """);

        Assert.That(Row(import, 2)["values"]!["lastContactOn"]!.ToString(), Is.EqualTo(shown));
    }

    [Test]
    public async Task ConfirmImport_WhenRowsAreWrong_ImportsTheRestOnceAndAnswersTheSameAgain()
    {
        var id = (await Upload(Messy)).Id;

        var result = await As(Role.CompanyOperator).Post($"company-imports/{id}/confirmation").Expect(200);
        var again = await As(Role.CompanyOperator).Post($"company-imports/{id}/confirmation").Expect(200);

        Assert.That((result["created"]!.GetValue<int>(), result["duplicates"]!.GetValue<int>(), result["wrong"]!.GetValue<int>()), Is.EqualTo((2, 1, 3)));
        Assert.That(again.Text, Is.EqualTo(result.Text));
        var found = await As(Role.Educator).Get("companies?q=caffe+universita").Expect(200);
        var company = await As(Role.Educator).Get($"companies/{found.Ids.Single()}").Expect(200);
        Assert.Multiple(() =>
        {
            Assert.That(company["name"]!.ToString(), Is.EqualTo("Caffè dell'Università"));
            Assert.That(company["sector"]!.ToString(), Is.EqualTo("catering"));
            Assert.That(company["permanentStaff"]!.GetValue<int>(), Is.EqualTo(4));
            Assert.That(company["email"]!.ToString(), Is.EqualTo("info@caffe.test"));
        });
        Assert.That(await Scalar<int>("select count(*) from company_network_company where vat_number = '00488410010' and phone = '0735 654321'"), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'company' and kind = 'change'"), Is.EqualTo(2));
        await As(Role.CompanyOperator).Put($"company-imports/{id}/rows/7", new { values = new { municipality = "Grottammare" } }).Expect(422, "company-import.confirmed");
    }

    [Test]
    public async Task ConfirmImport_WhenConfirmedByTwoAtOnce_ImportsOnce()
    {
        var id = (await Upload(Messy)).Id;

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => As(Role.CompanyOperator).Post($"company-imports/{id}/confirmation").Expect(200)));

        Assert.That(replies.Select(reply => reply.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.EqualTo(2));
    }

    [Test]
    public async Task CorrectRow_WhenMunicipalityIsChosen_BecomesImportable()
    {
        var id = (await Upload(Messy)).Id;

        var corrected = await As(Role.CompanyOperator).Put($"company-imports/{id}/rows/7", new { values = new { municipality = "Grottammare (AP)" } }).Expect(200);
        var skipped = await As(Role.CompanyOperator).Post($"company-imports/{id}/rows/9/skipping").Expect(200);

        Assert.That(corrected["row"]!["state"]!.ToString(), Is.EqualTo("new"));
        Assert.That(corrected["row"]!["isCorrected"]!.GetValue<bool>(), Is.True);
        Assert.That((skipped["counts"]!["new"]!.GetValue<int>(), skipped["counts"]!["wrong"]!.GetValue<int>(), skipped["counts"]!["skipped"]!.GetValue<int>()), Is.EqualTo((3, 1, 1)));
        var wrong = await As(Role.CompanyOperator).Get($"company-imports/{id}?state=wrong").Expect(200);
        Assert.That(wrong["rows"]!["items"]!.AsArray().Select(row => row!["number"]!.GetValue<int>()), Is.EqualTo(new[] { 10 }));
        var back = await As(Role.CompanyOperator).Post($"company-imports/{id}/rows/9/skipping", new { skipped = false }).Expect(200);
        Assert.That(back["row"]!["state"]!.ToString(), Is.EqualTo("wrong"));
        await As(Role.CompanyOperator).Put($"company-imports/{id}/rows/7", new { values = new { colour = "red" } }).Expect(422, "validation.failed");
        await As(Role.CompanyOperator).Put($"company-imports/{id}/rows/700", new { values = new { name = "X" } }).Expect(404);
    }

    [Test]
    public async Task MapColumns_WhenPersonKnowsBetter_ReadsTheFileAnew()
    {
        var file = await Xlsx(["Azienda", "Colonna misteriosa", "Comune"], ["Bar Uno", "12345678903", "Grottammare"]);
        var import = await As(Role.CompanyOperator).Upload("company-imports", "a.xlsx", file).Expect(201);

        var mapped = await As(Role.CompanyOperator).Put($"company-imports/{import.Id}/mapping", new { columns = new { vatNumber = 1 } }, import.Version).Expect(200);
        await As(Role.CompanyOperator).Put($"company-imports/{import.Id}/mapping", new { columns = new { vatNumber = 2 } }, import.Version).Expect(412);
        await As(Role.CompanyOperator).Put($"company-imports/{import.Id}/mapping", new { columns = new { vatNumber = 1, name = 1 } }, mapped.Version).Expect(422, "spreadsheet.mapping-invalid");

        await As(Role.CompanyOperator).Post($"company-imports/{import.Id}/confirmation").Expect(200);
        Assert.That(await Scalar<string>("select vat_number from company_network_company"), Is.EqualTo("12345678903"));
    }

    [Test]
    public async Task Import_WhenRepeatedWithChanges_ShowsDifferencesAndNeverBlanks()
    {
        var headers = new[] { "Ragione sociale", "Partita IVA", "Comune", "Telefono", "Note", "Prossimo contatto", "Ultimo contatto" };
        var first = await As(Role.CompanyOperator).Upload("company-imports", "1.xlsx", await Xlsx(headers, ["Bar Uno", "12345678903", "Grottammare", "0735 111111", "Buona", new DateOnly(2026, 12, 3), "1 settembre 2026"])).Expect(201);
        await As(Role.CompanyOperator).Post($"company-imports/{first.Id}/confirmation").Expect(200);

        var same = await As(Role.CompanyOperator).Upload("company-imports", "2.xlsx", await Xlsx(headers, ["Bar Uno", "12345678903", "Grottammare", "", "", "3/12/2026", null])).Expect(201);
        var changed = await As(Role.CompanyOperator).Upload("company-imports", "3.xlsx", await Xlsx(headers, ["Bar Uno Nuovo", "12345678903", null, "", null, null, null])).Expect(201);

        Assert.That(State(same, 2), Is.EqualTo("unchanged"));
        Assert.That(Row(changed, 2)["changes"]!.AsArray().Select(change => $"{change!["field"]}: {change["before"]} > {change["after"]}"), Is.EqualTo(new[] { "name: Bar Uno > Bar Uno Nuovo" }));
        await As(Role.CompanyOperator).Post($"company-imports/{same.Id}/confirmation").Expect(422, "company-import.nothing-to-import");
        var result = await As(Role.CompanyOperator).Post($"company-imports/{changed.Id}/confirmation").Expect(200);
        Assert.That((result["created"]!.GetValue<int>(), result["updated"]!.GetValue<int>()), Is.EqualTo((0, 1)));
        var list = await As(Role.Educator).Get("companies").Expect(200);
        var company = await As(Role.Educator).Get($"companies/{list.Ids.Single()}").Expect(200);
        Assert.Multiple(() =>
        {
            Assert.That(company["name"]!.ToString(), Is.EqualTo("Bar Uno Nuovo"));
            Assert.That(company["phone"]!.ToString(), Is.EqualTo("0735 111111"));
            Assert.That(company["notes"]!.ToString(), Is.EqualTo("Buona"));
            Assert.That(company["municipality"]!.ToString(), Is.EqualTo(Given.Place.Grottammare));
            Assert.That(company["nextContactOn"]!.ToString(), Is.EqualTo("2026-12-03"));
            Assert.That(company["lastContactAt"]!.ToString(), Does.StartWith("2026-09-01"));
        });
    }

    [Test]
    public async Task GetWrongRows_WhenThereAreSome_GivesThemInTheFilesColumnsWithTheReason()
    {
        var id = (await Upload(Messy)).Id;

        var file = await As(Role.CompanyOperator).Get($"company-imports/{id}/wrong-rows").Expect(200);
        var sheet = SpreadsheetReader.Read(new MemoryStream(file.Bytes), "righe.xlsx");

        Assert.That(file.ContentHeaders.ContentType!.MediaType, Is.EqualTo(SpreadsheetWriter.XlsxMediaType));
        Assert.That(sheet.Header.Cells[^1], Is.EqualTo("Motivo"));
        Assert.That(sheet.Rows, Has.Count.EqualTo(3));
        Assert.That(sheet.Rows.Select(row => row[1]), Is.EqualTo(new[] { "Officina Rossi", "Ditta Errata", "" }));
        Assert.That(sheet.Rows[1][7], Does.Contain("Partita IVA").And.Contain("cifra è di controllo").And.Contain("E-mail"));
    }

    [Test]
    public async Task UploadCompanies_WhenTwelveHundredRows_IsPreviewedInACoupleOfSecondsAndImportedWhole()
    {
        for (var index = 0; index < 20; index++)
        {
            await Given.Company($"Azienda {index}", vatNumber: Given.VatNumber(1_000_000 + index));
        }

        var rows = Enumerable.Range(0, 1_200).Select(index => new object?[] { $"Azienda {index}", Given.VatNumber(1_000_000 + index), "Grottammare", $"0735 {100_000 + index}", "bar" }).ToArray();
        var file = await Xlsx(["Ragione sociale", "P.IVA", "Comune", "Tel.", "Settore"], rows);

        var watch = Stopwatch.StartNew();
        var import = await As(Role.CompanyOperator).Upload("company-imports", "tante.xlsx", file).Expect(201);
        TestContext.Out.WriteLine($"1,200 rows previewed in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var result = await As(Role.CompanyOperator).Post($"company-imports/{import.Id}/confirmation").Expect(200);
        TestContext.Out.WriteLine($"1,200 rows imported in {watch.ElapsedMilliseconds} ms");

        Assert.That((Count(import, "new"), Count(import, "updates")), Is.EqualTo((1_180, 20)));
        Assert.That((result["created"]!.GetValue<int>(), result["updated"]!.GetValue<int>()), Is.EqualTo((1_180, 20)));
        var counted = await As(Role.Educator).Get("companies?limit=1&total=true").Expect(200);
        Assert.That(counted["total"]!.GetValue<int>(), Is.EqualTo(1_200));
    }

    [Test]
    public async Task Import_WhenOfSomebodyElse_IsSeenByCoordinatorsOnlyAndGoneAfterItsDays()
    {
        var id = (await Upload(Messy)).Id;
        var other = await AnotherPerson(Role.CompanyOperator);

        await other.Get($"company-imports/{id}").Expect(404, "company-import.not-found");
        await other.Post($"company-imports/{id}/confirmation").Expect(404);
        await As(Role.Coordinator).Get($"company-imports/{id}").Expect(200);
        await As(Role.BulletinEditor).Get($"company-imports/{id}").Expect(403);
        await As(Role.BulletinEditor).Upload("company-imports", "a.csv", Windows1252(Messy)).Expect(403);
        Assert.That((await As(Role.CompanyOperator).Get("company-imports").Expect(200)).Ids, Is.EqualTo(new[] { id }));

        Clock.Advance(TimeSpan.FromDays(15));
        await As(Role.CompanyOperator).Get($"company-imports/{id}").Expect(404);
        await InScope(services => ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(new InclusionPlatform.CompanyNetwork.Imports.DeleteExpiredImports()));
        Assert.That(await Scalar<int>("select count(*) from company_network_import_row"), Is.Zero);
    }

    [Test]
    public async Task UploadCompanies_WhenFileCannotBeTaken_SaysWhyAndKeepsNothing()
    {
        await As(Role.CompanyOperator).Upload("company-imports", "vuoto.csv", []).Expect(422, "spreadsheet.empty");
        await As(Role.CompanyOperator).Upload("company-imports", "foto.xlsx", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1]).Expect(422);
        await As(Role.CompanyOperator).Upload("company-imports", "vecchio.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("Workbook")]).Expect(422, "spreadsheet.old-excel");
        var many = "Azienda;Comune\n" + string.Concat(Enumerable.Range(0, 120_001).Select(index => $"Azienda {index};Roma\n"));
        await As(Role.CompanyOperator).Upload("company-imports", "troppe.csv", Windows1252(many)).Expect(413, "spreadsheet.too-large");
        await As(Role.CompanyOperator).Upload("company-imports", "grande.csv", new byte[(25 * 1024 * 1024) + 1]).Expect(413, "spreadsheet.too-large");

        Assert.That(await Scalar<int>("select count(*) from company_network_import"), Is.Zero);
    }

    [Test]
    public async Task Import_WhenCompanyIsArchivedOrNumberBelongsToAnother_IsWrongAndSaysSo()
    {
        var archived = await Given.Company("Chiusa", vatNumber: "12345678903");
        await As(Role.CompanyOperator).Post($"companies/{archived}/archiving", new { reason = "cessata" }).Expect(204);

        var import = await Upload("Azienda;P.IVA;Comune\nChiusa;12345678903;Grottammare\n");

        Assert.That(Codes(Row(import, 2), "errors", "name"), Is.EqualTo(new[] { "company.archived" }));
    }

    [Test]
    public async Task ListImports_WhenManyArePagedThrough_GivesEachOnceTheLatestFirst()
    {
        var made = new List<Guid>();
        for (var number = 0; number < 7; number++)
        {
            made.Insert(0, (await Upload($"Azienda;Comune\nBar {number};Roma\n")).Id);
            // Two in the same instant, so that the key has to tell them apart too.
            Clock.Advance(TimeSpan.FromMinutes(number % 2));
        }

        await As(Role.CompanyOperator).Post($"company-imports/{made[0]}/confirmation").Expect(200);

        var seen = new List<JsonNode?>();
        for (string? cursor = null; ;)
        {
            var page = await As(Role.CompanyOperator).Get($"company-imports?limit=3&total=true&cursor={cursor}").Expect(200);
            Assert.That(page["total"]!.GetValue<int>(), Is.EqualTo(7));
            Assert.That(page.Ids, Has.Count.LessThanOrEqualTo(3));
            seen.AddRange(page.Items);
            cursor = page["nextCursor"]?.ToString();
            if (cursor is null)
            {
                break;
            }
        }

        Assert.That(seen.Select(item => item!["id"]!.GetValue<Guid>()), Is.EquivalentTo(made));
        Assert.That(seen.Select(item => item!["createdAt"]!.GetValue<DateTimeOffset>()), Is.Ordered.Descending);
        var open = await As(Role.CompanyOperator).Get("company-imports?open=true&limit=3&total=true").Expect(200);
        Assert.That((open["total"]!.GetValue<int>(), open.Ids.Contains(made[0])), Is.EqualTo((6, false)));
        await As(Role.CompanyOperator).Get("company-imports?cursor=made-up").Expect(422, "paging.cursor");
    }

    [Test]
    public async Task DiscardImport_WhenOpen_IsGone()
    {
        var id = (await Upload(Messy)).Id;
        await As(Role.CompanyOperator).Delete($"company-imports/{id}").Expect(204);
        await As(Role.CompanyOperator).Get($"company-imports/{id}").Expect(404);
    }
}
