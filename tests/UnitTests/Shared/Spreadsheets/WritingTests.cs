using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

internal sealed class WritingTests
{
    private static readonly string[] Headers = ["Azienda", "Dipendenti", "Importo", "Ultimo contatto", "Alle", "Ora", "Attiva", "Note"];

    private static readonly object?[] Values =
    [
        "Caffè Città", 12, 1234.5m, new DateOnly(2024, 3, 3), new DateTimeOffset(2024, 7, 1, 8, 0, 0, TimeSpan.Zero), new TimeOnly(9, 30), true, "=1+1"
    ];

    private static async Task<byte[]> Xlsx(string name, string[] headers, params object?[][] rows)
    {
        using var file = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(file, name, headers, rows);
        return file.ToArray();
    }

    private static async Task<string> Csv(params object?[][] rows)
    {
        using var file = new MemoryStream();
        await SpreadsheetWriter.WriteCsvAsync(file, Headers, rows);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    [Test]
    public async Task Xlsx_Written_IsValidAndHasRealTypes()
    {
        var file = await Xlsx("Aziende: 2024/25 [tutte le province d'Italia]", Headers, Values, [new string('a', 40_000)]);

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
        Assert.That(document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single().Name!.Value, Is.EqualTo("Aziende  2024 25  tutte le prov"));
        var sheet = document.WorkbookPart.WorksheetParts.Single().Worksheet;
        var cells = sheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToList();
        Assert.That(cells.Select(cell => cell.DataType?.Value), Is.EqualTo(new CellValues?[]
            { CellValues.InlineString, null, null, null, null, null, CellValues.Boolean, CellValues.InlineString }));
        Assert.That(cells[3].CellValue!.Text, Is.EqualTo("45354"));
        Assert.That(cells[7], Has.Property("CellFormula").Null.And.Property("InnerText").EqualTo("=1+1"));
        Assert.That(sheet.Descendants<Pane>().Single().State!.Value, Is.EqualTo(PaneStateValues.Frozen));
        Assert.That(sheet.Elements<AutoFilter>().Single().Reference!.Value, Is.EqualTo("A1:H3"));
        Assert.That(sheet.Descendants<Column>().Select(column => column.Width!.Value), Is.All.InRange(8, 60));
        var header = sheet.Descendants<Cell>().First();
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet;
        var font = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)header.StyleIndex!.Value).FontId!.Value;
        Assert.That(styles.Fonts!.Elements<Font>().ElementAt((int)font).Bold, Is.Not.Null);
    }

    [Test]
    public async Task Xlsx_WrittenAndReadBack_SaysTheSame()
    {
        var sheet = Sheets.Read(await Xlsx("Aziende", Headers, Values, [1234567890123456789, 0.1, -3, new DateOnly(1899, 12, 31), null, null, false]));

        Assert.That(sheet.SheetName, Is.EqualTo("Aziende"));
        Assert.That(sheet.Rows[0].Cells, Is.EqualTo(new[] { "Caffè Città", "12", "1234.5", "2024-03-03", "2024-07-01T10:00:00", "09:30", "sì", "=1+1" }));
        Assert.That(sheet.Rows[1].Cells, Is.EqualTo(new[] { "1234567890123456789", "0.1", "-3", "31/12/1899", "", "", "no" }));
    }

    [Test]
    public async Task Csv_Written_IsWhatItalianExcelOpens()
    {
        var csv = await Csv(Values);

        Assert.That(csv, Is.EqualTo("\ufeffAzienda;Dipendenti;Importo;Ultimo contatto;Alle;Ora;Attiva;Note\r\n"
            + "Caffè Città;12;1234,5;03/03/2024;01/07/2024 10:00;09:30;sì;'=1+1\r\n"));
    }

    [TestCase("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [TestCase("+39 0735 1", "'+39 0735 1")]
    [TestCase("-5", "'-5")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "\"'\t=1\"")]
    [TestCase("\r=1", "\"'\r=1\"")]
    [TestCase("'=1", "''=1")]
    [TestCase("'ndrina", "'ndrina")]
    [TestCase("a=1", "a=1")]
    public async Task Csv_TextThatWouldRunAsAFormula_IsDefused(string text, string written)
    {
        Assert.That(await Csv([text]), Does.EndWith("\r\n" + written + "\r\n"));
        Assert.That(Sheets.ReadCsv(await Csv([text])).Rows[0][0], Is.EqualTo(text));
    }

    [Test]
    public async Task Csv_NegativeNumber_StaysANumber() => Assert.That(await Csv([-5, -1.5m]), Does.EndWith("\r\n-5;-1,5\r\n"));

    [Test]
    public async Task Xlsx_IntoAStreamThatOnlyWritesAsynchronously_IsWritten()
    {
        await using var response = new ResponseLikeStream();
        await SpreadsheetWriter.WriteXlsxAsync(response, "A", ["Azienda"], Rows());

        Assert.That(Sheets.Read(response.Written.ToArray()).Rows, Has.Count.EqualTo(300));

        static async IAsyncEnumerable<IReadOnlyList<object?>> Rows()
        {
            for (var i = 0; i < 300; i++)
            {
                await Task.Yield();
                yield return [$"Azienda numero {i}"];
            }
        }
    }

    private sealed class ResponseLikeStream : Stream
    {
        public MemoryStream Written { get; } = new();
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Written.WriteAsync(buffer, cancellationToken);
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Written.WriteAsync(buffer, offset, count, cancellationToken);
    }
}
