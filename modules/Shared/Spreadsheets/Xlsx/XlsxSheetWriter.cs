using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>Writes a workbook of one sheet in one go, part after part, straight into the zip.</summary>
internal static class XlsxSheetWriter
{
    private const int LastRow = 1_048_576;

    // Widths stand before the rows in the file, so they are judged by the first of them.
    private const int RowsJudgedForWidth = 200;

    public static async Task WriteAsync(
        Stream target, string sheetName, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        // The XML writer is synchronous, which a response's stream does not allow; the file also keeps a long export out of memory.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous
        };
        await using var file = new FileStream(Path.Combine(Path.GetTempPath(), $"sheet-{Path.GetRandomFileName()}"), options);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var name = XlsxParts.SheetName(sheetName);
            await using (var sheet = zip.CreateEntry(XlsxParts.SheetPart, CompressionLevel.Fastest).Open())
            {
                await WriteSheet(sheet, headers, rows, ct);
                await sheet.FlushAsync(ct);
            }
            XlsxParts.WriteRest(zip, name);
        }
        file.Position = 0;
        await file.CopyToAsync(target, ct);
    }

    private static async Task WriteSheet(
        Stream part, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        await using var source = rows.GetAsyncEnumerator(ct);
        var first = new List<IReadOnlyList<object?>>();
        while (first.Count < RowsJudgedForWidth && await source.MoveNextAsync()) first.Add(source.Current);

        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        if (headers.Count > 0) writer.WriteElement(XlsxParts.Widths(headers, first));
        writer.WriteStartElement(new SheetData());

        var number = 1;
        WriteRow(writer, number, headers, XlsxParts.HeaderStyle);
        foreach (var row in first) WriteRow(writer, ++number, row, 0);
        while (await source.MoveNextAsync())
        {
            if (number == LastRow) throw SpreadsheetException.TooLarge("un foglio Excel non può avere più di 1.048.576 righe", "an Excel sheet cannot have more than 1,048,576 rows");
            WriteRow(writer, ++number, source.Current, 0);
        }

        writer.WriteEndElement();
        if (headers.Count > 0) writer.WriteElement(new AutoFilter { Reference = $"A1:{ColumnName(headers.Count - 1)}{number}" });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < cells.Count; i++)
        {
            if (XlsxParts.Cell(cells[i], style) is not { } cell) continue;
            cell.CellReference = ColumnName(i) + number.ToString(CultureInfo.InvariantCulture);
            writer.WriteElement(cell);
        }
        writer.WriteEndElement();
    }

    private static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }
}
