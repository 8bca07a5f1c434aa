using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Exports;

[TestFixtureSource(typeof(Engines))]
internal sealed class ExportCompaniesTests(Engine engine) : SliceTests(engine)
{
    private static Spreadsheet Read(Reply file) => SpreadsheetReader.Read(new MemoryStream(file.Bytes), "aziende");

    [Test]
    public async Task ExportCompanies_WhenFiltered_WritesWhatTheListShowsInTheColumnsWanted()
    {
        await Given.Company("Trattoria Uno", "catering", vatNumber: "12345678903", permanentStaff: 4);
        await Given.Company("Àncora bar", "catering", Given.Place.Bologna);
        await Given.Company("Edile", "construction");

        foreach (var format in new[] { "xlsx", "csv" })
        {
            var file = await As(Role.CompanyOperator).Post("company-exports", new { filters = new { sector = "catering" }, columns = new[] { "name", "municipality", "vatNumber", "permanentStaff", "kind" }, format }).Expect(200);

            var sheet = Read(file);
            Assert.Multiple(() =>
            {
                Assert.That(file.ContentHeaders.ContentDisposition?.FileNameStar ?? file.ContentHeaders.ContentDisposition?.FileName, Is.EqualTo($"aziende.{format}"));
                Assert.That(sheet.Header.Cells, Is.EqualTo(new[] { "Ragione sociale", "Comune", "Partita IVA", "N. dipendenti", "Tipo" }));
                Assert.That(sheet.Rows.Select(row => row[0]), Is.EqualTo(new[] { "Àncora bar", "Trattoria Uno" }));
                Assert.That((sheet.Rows[1][1], sheet.Rows[1][2], sheet.Rows[1][3], sheet.Rows[1][4]), Is.EqualTo(("Grottammare", "12345678903", "4", "Azienda")));
            });
        }

        Assert.That(await Scalar<string>("select purpose from shared_audit_entry where kind = 'export' and purpose like '%csv'"), Is.EqualTo("list; rows=2; format=csv"));
    }

    [Test]
    public async Task ExportCompanies_WhenATextLooksLikeAFormula_IsNotOne()
    {
        await Given.Company("=HYPERLINK(\"http://evil.test\")");
        await Given.Company("+39 cooperativa");

        var csv = await As(Role.CompanyOperator).Post("company-exports", new { columns = new[] { "name" }, format = "csv" }).Expect(200);
        var xlsx = await As(Role.CompanyOperator).Post("company-exports", new { columns = new[] { "name" }, format = "xlsx" }).Expect(200);

        Assert.That(csv.Text, Does.Contain("\"'=HYPERLINK").And.Contain("'+39 cooperativa"));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(xlsx.Bytes));
        using var part = new StreamReader(zip.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        Assert.That(await part.ReadToEndAsync(), Does.Not.Contain("<x:f>").And.Not.Contain("<f>"));
        Assert.That(Read(xlsx).Rows.Select(row => row[0]), Does.Contain("=HYPERLINK(\"http://evil.test\")"), "the text itself is kept");
    }

    [Test]
    public async Task ExportCompanies_WhenChosen_WritesOnlyThose()
    {
        var one = await Given.Company("Uno");
        await Given.Company("Due");
        var three = await Given.Company("Tre");

        var file = await As(Role.CompanyOperator).Post("company-exports", new { ids = new[] { one, three, Guid.NewGuid() }, format = "csv" }).Expect(200);

        Assert.That(Read(file).Rows.Select(row => row[0]), Is.EqualTo(new[] { "Tre", "Uno" }));
        Assert.That(await Scalar<string>("select purpose from shared_audit_entry where kind = 'export'"), Is.EqualTo("chosen; rows=2; format=csv"));
    }

    [Test]
    public async Task ExportCompanies_WhenThousands_StreamsThemAll()
    {
        var rows = string.Concat(Enumerable.Range(0, 2_345).Select(index => $"Azienda {index:0000};Grottammare\n"));
        var import = await As(Role.CompanyOperator).Upload("company-imports", "a.csv", System.Text.Encoding.UTF8.GetBytes("Azienda;Comune\n" + rows)).Expect(201);
        await As(Role.CompanyOperator).Post($"company-imports/{import.Id}/confirmation").Expect(200);

        var file = await As(Role.CompanyOperator).Post("company-exports", new { format = "xlsx" }).Expect(200);

        var names = Read(file).Rows.Select(row => row[0]).ToList();
        Assert.That(names, Has.Count.EqualTo(2_345));
        Assert.That(names, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public async Task ExportCompanies_WhenAskedWrongly_SaysWhy()
    {
        await As(Role.Educator).Post("company-exports", new { format = "csv" }).Expect(403);
        var columns = await As(Role.CompanyOperator).Post("company-exports", new { columns = new[] { "colour" }, format = "csv" }).Expect(422, "validation.failed");
        Assert.That(columns.CodesOf("columns"), Is.EqualTo(new[] { "company-export.column-unknown" }));
        await As(Role.CompanyOperator).Post("company-exports", new { format = "pdf" }).Expect(422);
        await As(Role.CompanyOperator).Post("company-exports", new { filters = new { sort = "size" }, format = "csv" }).Expect(422, "validation.failed");
        await As(Role.CompanyOperator).Post("company-exports", new { ids = Enumerable.Range(0, 501).Select(_ => Guid.NewGuid()), format = "csv" }).Expect(422, "validation.failed");
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where kind = 'export'"), Is.Zero);
    }

    [Test]
    public async Task ExportCompanies_WhenNoneIsChosen_IsRefusedRatherThanGivingTheWholeBank()
    {
        await Given.Company();

        var refused = await As(Role.CompanyOperator).Post("company-exports", new { ids = Array.Empty<Guid>(), format = "csv" }).Expect(422);

        Assert.That(refused.CodesOf("ids"), Is.EqualTo(new[] { "companies.none-chosen" }));
    }
}
