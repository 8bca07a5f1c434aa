using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

internal sealed class SpreadsheetProperties
{
    private static readonly string[] Headers = ["Ragione sociale", "P.IVA", "Comune", "Note"];

    // Texts made of what breaks readers and writers, besides any text at all.
    private static readonly Gen<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.ListOf(Gen.Elements("à", "È", "ß", "€", "\"", "\"\"", ";", ",", "\t", "\n", "\r\n", "\r", " ", "'", "=", "+39", "-", "@", "_x000D_", "_x0041_x0042_", "<b>&amp;", "😀", "bar", "\u0001", "\ud800"))
            .Select(string.Concat),
        Gen.Elements("", "0735 123", "01234567890", "n.d.", "’", "\ufeff"));

    private static readonly Arbitrary<string[][]> Tables =
        Gen.NonEmptyListOf(Gen.ArrayOf(Texts, Headers.Length)).Select(rows => rows.ToArray()).ToArbitrary();

    [Test]
    public void Xlsx_WrittenAndRead_GivesTheSameTexts() => Prop.ForAll(Tables, table => ComesBack(table, (file, rows) =>
        SpreadsheetWriter.WriteXlsxAsync(file, "Elenco", Headers, rows))).QuickCheckThrowOnFailure();

    [Test]
    public void Csv_WrittenAndRead_GivesTheSameTexts() => Prop.ForAll(Tables, table => ComesBack(table, (file, rows) =>
        SpreadsheetWriter.WriteCsvAsync(file, Headers, rows))).QuickCheckThrowOnFailure();

    private static bool ComesBack(string[][] table, Func<Stream, IEnumerable<IReadOnlyList<object?>>, Task> write)
    {
        using var file = new MemoryStream();
        write(file, table).GetAwaiter().GetResult();
        var written = table.Select(row => row.Select(Shown).ToArray()).Where(row => row.Any(text => !string.IsNullOrWhiteSpace(text))).ToList();
        if (written.Count == 0) return Assert.Throws<SpreadsheetException>(() => Sheets.Read(file.ToArray()))!.Code == "spreadsheet.empty";

        var read = Sheets.Read(file.ToArray());
        return read.Header.Cells.SequenceEqual(Headers)
            && read.Rows.Select(row => Enumerable.Range(0, Headers.Length).Select(column => row[column]).ToArray())
                .Zip(written, (got, gave) => got.Zip(gave, (one, two) => one == two || (string.IsNullOrWhiteSpace(one) && string.IsNullOrWhiteSpace(two))).All(same => same))
                .All(same => same)
            && read.Rows.Count == written.Count;
    }

    // What no sheet can hold is left out: control characters, halves of characters.
    private static string Shown(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\r' or '\n' || !(System.Text.Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF)));

    [Test]
    public void Reader_OnAnyBytes_AnswersOrRefuses() =>
        Prop.ForAll<byte[]>(bytes => AnswersOrRefuses(bytes) && AnswersOrRefuses([.. "PK\u0003\u0004"u8, .. bytes])).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void Reader_OnAWorkbookCutShortOrWithChangedBytes_AnswersOrRefuses()
    {
        var workbook = Big(rows: 20);
        Prop.ForAll(Gen.Choose(0, workbook.Length - 1).ToArbitrary(), Gen.Choose(1, 255).ToArbitrary(), (place, change) =>
        {
            var spoilt = workbook.ToArray();
            spoilt[place] ^= (byte)change;
            return AnswersOrRefuses(spoilt) && AnswersOrRefuses(workbook[..place]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Test]
    public void Reader_OnAWorkbookWithSpoiltXml_AnswersOrRefuses()
    {
        var workbook = Big(rows: 3);
        string[] parts = ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"];
        Prop.ForAll(Gen.Elements(parts).ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), Gen.Elements("", "<", ">", "\"", "9", "-1", "Z", "é", "99999999999", "</x>", "<x/>", "\0").ToArbitrary(),
            (part, place, inserted) => AnswersOrRefuses(Sheets.Change(workbook, part, xml =>
            {
                var at = place % xml.Length;
                return xml[..at] + inserted + xml[Math.Min(xml.Length, at + 1)..];
            }))).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    private static bool AnswersOrRefuses(byte[] file)
    {
        try
        {
            return Sheets.Read(file).Rows.Count > 0;
        }
        catch (SpreadsheetException refusal)
        {
            return refusal.Code.StartsWith("spreadsheet.", StringComparison.Ordinal);
        }
    }

    [TestCase("XLSX")]
    [TestCase("CSV")]
    public void Reader_OnAServicesWholeList_ReadsEveryRow(string format)
    {
        var file = Big(rows: 1200, csv: format == "CSV");
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            var sheet = Sheets.Read(file);
            TestContext.Out.WriteLine($"1,200 rows of 15 columns, {format} of {file.Length / 1024} KB: {watch.ElapsedMilliseconds} ms");
            Assert.That(sheet.Rows, Has.Count.EqualTo(1200));
            Assert.That(sheet.Rows.Select(row => row.Cells.Count), Is.All.EqualTo(15));
        }
    }

    private static byte[] Big(int rows, bool csv = false)
    {
        string[] headers = [.. Sheets.CompanyColumns.Select(column => column.Synonyms[0]), "Referente", "Ruolo", "CAP", "Sito"];
        using var file = new MemoryStream();
        var list = Enumerable.Range(1, rows).Select(Row);
        (csv ? SpreadsheetWriter.WriteCsvAsync(file, headers, list) : SpreadsheetWriter.WriteXlsxAsync(file, "Aziende", headers, list)).GetAwaiter().GetResult();
        return file.ToArray();

        static IReadOnlyList<object?> Row(int i) =>
        [
            $"Azienda di prova {i} S.r.l.", (10_000_000_000 + i).ToString(CultureInfo.InvariantCulture), "x", 735_000_000L + i, $"azienda{i}@esempio.test", "Forlì", $"Via Roma, {i}",
            "Ristorazione", i % 50, new DateOnly(2024, 1, 1).AddDays(i % 300), "chiamare al mattino", "Nome Cognome", "titolare", "63074", "www.esempio.test"
        ];
    }
}
