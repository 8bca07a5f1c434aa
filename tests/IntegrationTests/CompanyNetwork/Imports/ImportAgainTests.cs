using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Imports;

[TestFixtureSource(typeof(Engines))]
internal sealed class ImportAgainTests(Engine engine) : SliceTests(engine)
{
    private async Task<Reply> Upload(string text) => await As(Role.CompanyOperator).Upload("company-imports", "aziende.csv", Encoding.UTF8.GetBytes(text)).Expect(201);

    private async Task<Reply> Confirm(Reply import) => await As(Role.CompanyOperator).Post($"company-imports/{import.Id}/confirmation").Expect(200);

    private static JsonNode Row(Reply import, int number) => import["rows"]!["items"]!.AsArray().Single(row => row!["number"]!.GetValue<int>() == number)!;

    private static string State(Reply import, int number) => Row(import, number)["state"]!.ToString();

    private static string[] Changes(Reply import, int number) => [.. Row(import, number)["changes"]!.AsArray().Select(change => $"{change!["field"]}: {change["before"]} > {change["after"]}")];

    private async Task<JsonNode> OnlyCompany() => (await As(Role.Educator).Get($"companies/{(await As(Role.Educator).Get("companies").Expect(200)).Ids.Single()}").Expect(200)).Json;

    [Test]
    public async Task Import_WhenSheetHasItsOwnIds_FindsTheCompanyAgainByThem()
    {
        await Confirm(await Upload("Codice;Azienda;Comune;Codice fiscale;CAP\na-17;Bar Uno;Grottammare;;63066\nA-18;Bar Uno;Grottammare;;63066\n"));
        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.EqualTo(2), "one name and place, but two ids of the list: two companies");

        var again = await Upload("Codice;Azienda;Comune;P.IVA\nA-17;Bar Primo;Bologna;12345678903\nA-18;Bar Uno;;\nA-17;Bar Terzo;Bologna;\n");

        Assert.Multiple(() =>
        {
            Assert.That((State(again, 2), State(again, 3), State(again, 4)), Is.EqualTo(("updates", "unchanged", "duplicate")));
            Assert.That(Changes(again, 2), Is.EqualTo(new[] { "name: Bar Uno > Bar Primo", "vatNumber:  > 12345678903", "municipality: Grottammare (AP) > Bologna (BO)" }));
        });
        var result = await Confirm(again);
        Assert.That((result["created"]!.GetValue<int>(), result["updated"]!.GetValue<int>()), Is.EqualTo((0, 1)));
        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.EqualTo(2));
    }

    [Test]
    public async Task Import_WhenIdsAreOfAnotherList_DoesNotTakeThemForTheSame()
    {
        await Confirm(await Upload("Codice;Azienda;Comune\n1;Bar Uno;Grottammare\n"));
        var other = await Upload("Codice;Azienda;Comune\n1;Edile;Bologna\n");
        Assert.That(State(other, 2), Is.EqualTo("updates"), "the list imported last is proposed");
        Assert.That(other["source"]!.ToString(), Is.EqualTo("aziende"));

        var mapped = await As(Role.CompanyOperator).Put($"company-imports/{other.Id}/mapping", new { columns = new { }, source = "Elenco della Camera" }, other.Version).Expect(200);

        Assert.That(State(mapped, 2), Is.EqualTo("new"));
        await Confirm(mapped);
        Assert.That(await Scalar<int>("select count(*) from company_network_external_id where external_id = '1'"), Is.EqualTo(2));
    }

    [Test]
    public async Task Import_WhenVatNumberAndIdAreOfTwoCompanies_IsWrongAndSaysSo()
    {
        await Given.Company("Con partita IVA", vatNumber: "12345678903");
        await Confirm(await Upload("Codice;Azienda;Comune\n7;Bar Uno;Grottammare\n"));

        var mixed = await Upload("Codice;Azienda;Comune;P.IVA\n7;Bar Uno;Grottammare;12345678903\n");

        Assert.That(State(mixed, 2), Is.EqualTo("wrong"));
        Assert.That(Row(mixed, 2)["errors"]![0]!["code"]!.ToString(), Is.EqualTo("company.external-id-taken"));
    }

    [Test]
    public async Task Import_WhenToldThatEmptyMeansNone_BlanksThatColumnOnlyAndShowsItBefore()
    {
        await Confirm(await Upload("Azienda;P.IVA;Comune;Telefono;Note;Sito\nBar Uno;12345678903;Grottammare;0735 111111;Buona;bar.test\n"));
        var again = await Upload("Azienda;P.IVA;Comune;Telefono;Note\nBar Uno;12345678903;;;\n");
        Assert.That(State(again, 2), Is.EqualTo("unchanged"), "an empty cell changes nothing by itself");

        var told = await As(Role.CompanyOperator).Put($"company-imports/{again.Id}/mapping", new { columns = new { }, blanks = new[] { "phone", "website" } }, again.Version).Expect(200);

        Assert.That(Changes(told, 2), Is.EqualTo(new[] { "phone: 0735 111111 > " }), "the site has no column in this file");
        Assert.That(told["columns"]!.AsArray().Where(column => column!["blanksEmpty"]!.GetValue<bool>()).Select(column => column!["field"]!.ToString()), Is.EqualTo(new[] { "phone" }));
        await Confirm(told);
        var company = await OnlyCompany();
        Assert.That((company["phone"]?.ToString(), company["notes"]!.ToString(), company["website"]!.ToString()), Is.EqualTo(((string?)null, "Buona", "bar.test")));
        var refused = await As(Role.CompanyOperator).Put($"company-imports/{(await Upload("Azienda\nX\n")).Id}/mapping", new { columns = new { }, blanks = new[] { "name" } }, 1).Expect(422, "validation.failed");
        Assert.That(refused.CodesOf("blanks"), Is.EqualTo(new[] { "company-import.cannot-blank" }));
    }

    [Test]
    public async Task ConfirmImport_WhenRowsSpanSeveralBatches_CountsAsThePreviewDid()
    {
        var text = new StringBuilder("Azienda;Comune;P.IVA\n");
        for (var index = 0; index < 4_500; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Azienda {index % 4_400};Grottammare;{Given.VatNumber(2_000_000 + (index % 4_400))}\n");
        }

        var import = await Upload(text.ToString());
        var result = await Confirm(import);

        Assert.That((import["counts"]!["new"]!.GetValue<int>(), import["counts"]!["duplicate"]!.GetValue<int>()), Is.EqualTo((4_400, 100)));
        Assert.That((result["created"]!.GetValue<int>(), result["duplicates"]!.GetValue<int>(), result["updated"]!.GetValue<int>()), Is.EqualTo((4_400, 100, 0)));
    }

    [Test]
    public async Task UploadCompanies_WhenTwoHundredMegabytes_IsRefusedInItalianWithoutHoldingThem()
    {
        var user = await SignIn(Role.CompanyOperator);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var refused = await user.Send(HttpMethod.Post, "company-imports", new MultipartFormDataContent { { new StreamContent(new Zeros(200L * 1024 * 1024)), "file", "enorme.xlsx" } }).Expect(413, "spreadsheet.too-large");

        Assert.That(refused.Text, Does.Contain("troppo grande").And.Contain("25 MB").And.Contain("Nulla è stato modificato"));
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan(60L * 1024 * 1024));
        Assert.That(await Scalar<int>("select count(*) from company_network_import"), Is.Zero);
    }

    [Test]
    public async Task UploadCompanies_WhenItWouldInflateWithoutEnd_IsRefusedInItalianAndNothingIsKept()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }

            Part("_rels/.rels", """<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="r" Type="x/worksheet" Target="sheet.xml"/></Relationships>""");
            Part("xl/workbook.xml", """<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" r:id="r"/></sheets></workbook>""");
            await using var sheet = zip.CreateEntry("xl/sheet.xml").Open();
            await sheet.WriteAsync("<worksheet><sheetData>"u8.ToArray());
            var row = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<row></row>", 100_000)));
            for (var megabytes = 0; megabytes < 300; megabytes++)
            {
                await sheet.WriteAsync(row);
            }
        }

        var refused = await As(Role.CompanyOperator).Upload("company-imports", "bomba.xlsx", bomb.ToArray()).Expect(413, "spreadsheet.too-large");

        Assert.That(refused.Text, Does.Contain("una volta aperto occupa troppo spazio"));
        Assert.That(await Scalar<int>("select count(*) from company_network_import"), Is.Zero);
    }

    [Test]
    [Explicit("Takes a minute: how a hundred thousand rows fare beside a bare insert of the same rows.")]
    public async Task ConfirmImport_WhenAHundredThousandRows_StaysNearABareInsert()
    {
        var text = new StringBuilder("Azienda;Comune;P.IVA;Telefono;Settore;Indirizzo\n");
        for (var index = 0; index < 100_000; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Azienda numero {index};Grottammare;{Given.VatNumber(1_000_000 + index)};0735 {100_000 + (index % 900_000)};bar;Via Roma {index}\n");
        }

        var watch = Stopwatch.StartNew();
        var import = await Upload(text.ToString());
        var uploaded = watch.Elapsed;
        watch.Restart();
        await Confirm(import);
        var confirmed = watch.Elapsed;
        watch.Restart();
        await As(Role.CompanyOperator).Get($"company-imports/{import.Id}?limit=1").Expect(200);
        TestContext.Out.WriteLine($"upload and preview {uploaded.TotalSeconds:0.0} s, confirmation {confirmed.TotalSeconds:0.0} s, a page of rows {watch.Elapsed.TotalSeconds:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.EqualTo(100_000));
    }

    /// <summary>So many bytes of nothing, made as they are read.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - position);
            Array.Clear(buffer, offset, given);
            position += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
