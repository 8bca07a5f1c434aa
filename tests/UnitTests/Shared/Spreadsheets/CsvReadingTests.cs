using System.Text;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

internal sealed class CsvReadingTests
{
    private const string List = "Ragione sociale;P.IVA;Comune\r\nCaffè Città;01234567890;Forlì\r\n";

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(false)).SetName("UTF-8");
        yield return new TestCaseData(new UTF8Encoding(true)).SetName("UTF-8 with mark");
        yield return new TestCaseData(Encoding.Unicode).SetName("UTF-16");
        yield return new TestCaseData(Encoding.BigEndianUnicode).SetName("UTF-16 big-endian");
        yield return new TestCaseData(CodePagesEncodingProvider.Instance.GetEncoding(1252)).SetName("Windows-1252");
    }

    [TestCaseSource(nameof(Encodings))]
    public void Csv_InAnyUsualEncoding_AccentsAreRead(Encoding encoding)
    {
        var sheet = Sheets.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(List)]);

        Assert.That(sheet.Header.Cells, Is.EqualTo(new[] { "Ragione sociale", "P.IVA", "Comune" }));
        Assert.That(sheet.Rows[0].Cells, Is.EqualTo(new[] { "Caffè Città", "01234567890", "Forlì" }));
    }

    [Test]
    public void Csv_LongerThanWhatIsReadAtOnce_EachLetterOfSeveralBytesIsRead()
    {
        var names = Enumerable.Range(0, 20_000).Select(number => $"Caffè {number} Città €").ToArray();

        var sheet = Sheets.ReadCsv("Azienda;Comune\n" + string.Concat(names.Select(name => $"{name};Forlì\n")));

        Assert.That(sheet.Rows.Select(row => row[0]), Is.EqualTo(names));
    }

    [TestCase(";")]
    [TestCase(",")]
    [TestCase("\t")]
    [TestCase("|")]
    public void Csv_WithAnyUsualSeparator_ColumnsAreSplit(string separator)
    {
        var sheet = Sheets.ReadCsv(string.Join('\n', new[] { "Azienda|Indirizzo|Note", "Bar Uno|\"Via Roma, 3; int. 2\"|a", "Bar Due|\"Via Po, 4\"|b" }).Replace("|", separator));

        Assert.That(sheet.Rows.Select(row => row.Cells.Count), Is.All.EqualTo(3));
        Assert.That(sheet.Rows[0][1], Is.EqualTo("Via Roma, 3; int. 2"));
    }

    [Test]
    public void Csv_WithSemicolonsAndMoreCommasInside_IsSplitAtSemicolons()
    {
        var sheet = SpreadsheetReader.Read(new MemoryStream("voce;luogo\nuno;Via Roma, 3, Bergamo\ndue;Via Po, 4, Bergamo\n"u8.ToArray()), "luoghi.csv");

        Assert.That(sheet.SheetName, Is.EqualTo("luoghi"));
        Assert.That(sheet.Rows[1].Cells, Is.EqualTo(new[] { "due", "Via Po, 4, Bergamo" }));
    }

    [Test]
    public void Csv_WithDeclaredSeparator_FollowsItAndCountsItsLine()
    {
        var sheet = Sheets.ReadCsv("sep=|\nAzienda|Comune\nBar, Uno; Due|Fano\n");

        Assert.That(sheet.Rows[0].Cells, Is.EqualTo(new[] { "Bar, Uno; Due", "Fano" }));
        Assert.That(sheet.Rows[0].Number, Is.EqualTo(3));
    }

    [Test]
    public void Csv_WithQuotesAndLineBreaksInside_KeepsThem()
    {
        var sheet = Sheets.ReadCsv("Azienda;Note;Comune\n\"Bar \"\"Da Gino\"\"\";\"prima\nseconda\";Fano\nBar \"Al Porto\";due;Pesaro\n");

        Assert.That(sheet.Rows[0].Cells, Is.EqualTo(new[] { "Bar \"Da Gino\"", "prima\nseconda", "Fano" }));
        Assert.That(sheet.Rows[1].Cells, Is.EqualTo(new[] { "Bar \"Al Porto\"", "due", "Pesaro" }));
    }

    [Test]
    public void Csv_WithTitlesAndBlankLines_FindsTheHeaderAndKeepsTheFilesRowNumbers()
    {
        var sheet = Sheets.ReadCsv("ELENCO AZIENDE 2024;;\n\nAggiornato al;3/12/2024;\nRagione sociale;Tel.;Comune\nUno;0735 1;Fano\n;;\n\nDue;0735 2;Pesaro\n");

        Assert.That(sheet.Header.Number, Is.EqualTo(4));
        Assert.That(sheet.Rows.Select(row => row.Number), Is.EqualTo(new[] { 5, 8 }));
    }

    [Test]
    public void Csv_WithAHeaderRepeatedOnEachPage_SkipsTheRepetitions()
    {
        var sheet = Sheets.ReadCsv("Azienda;Comune\nUno;Fano\nAzienda;Comune\nDue;Pesaro\n");

        Assert.That(sheet.Rows.Select(row => row[0]), Is.EqualTo(new[] { "Uno", "Due" }));
    }

    [Test]
    public void Csv_WithUnknownColumnNames_TakesTheFirstRowThatLooksLikeNames()
    {
        var sheet = Sheets.ReadCsv("Riepilogo;;\nQualifica;Livello;Ente\nA;3;Alfa\n");

        Assert.That(sheet.Header.Cells, Is.EqualTo(new[] { "Qualifica", "Livello", "Ente" }));
    }

    [Test]
    public void Csv_WithoutColumnNames_IsRefusedWithTheWayOut()
    {
        var refusal = Sheets.Refusal("Uno;01234567890;uno@esempio.test\nDue;01234567891;due@esempio.test\n"u8.ToArray());

        Assert.That(refusal.Code, Is.EqualTo("spreadsheet.no-header"));
    }

    [TestCase("Ditta Alfa;20000410447;Offida\nDitta Beta;20000420446;Offida")]
    [TestCase("Nome Azienda Uno;info@uno.test;Offida\nAzienda Due;info@due.test;Offida")]
    [TestCase("Azienda Uno;12/03/2024\nAzienda Due;13/03/2024")]
    public void Csv_WithoutColumnNamesButWithCompaniesCalledLikeOne_LosesNoFirstRow(string text) =>
        Assert.That(Sheets.Refusal(Encoding.UTF8.GetBytes(text)).Code, Is.EqualTo("spreadsheet.no-header"));

    [Test]
    public void Csv_WithAQuoteNeverClosed_SaysFromWhichRow()
    {
        var refusal = Sheets.Refusal(Encoding.UTF8.GetBytes("Azienda;Comune\nUno;Fano\n\"Due;Fano\n" + string.Concat(Enumerable.Repeat("Tre;Pesaro\n", 9000))));

        Assert.That(refusal.Code, Is.EqualTo("spreadsheet.too-large"));
        Assert.That(refusal.Italian, Does.Contain("riga 3").And.Contain("virgolette"));
    }
}
