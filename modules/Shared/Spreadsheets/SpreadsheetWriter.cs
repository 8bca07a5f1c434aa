using InclusionPlatform.Shared.Spreadsheets.Csv;
using InclusionPlatform.Shared.Spreadsheets.Xlsx;

namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>
/// Writes lists for people: XLSX with real dates and numbers, or a CSV that Italian Excel opens rightly. Rows are taken one by one and never held together.
/// Cells may be texts, numbers, <see cref="DateOnly"/>, <see cref="DateTime"/>, <see cref="DateTimeOffset"/> (shown in Italian time),
/// <see cref="TimeOnly"/>, true or false, null; anything else is written as its text. A text is never run as a formula.
/// </summary>
public static class SpreadsheetWriter
{
    /// <summary>Media type of an XLSX.</summary>
    public const string XlsxMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Media type of a CSV.</summary>
    public const string CsvMediaType = "text/csv; charset=utf-8";

    /// <summary>Writes a workbook of one sheet: bold frozen header with filters, columns as wide as what they hold. The target need not be seekable.</summary>
    /// <exception cref="SpreadsheetException"><c>spreadsheet.too-large</c>: more rows than a sheet can have (1,048,576).</exception>
    public static Task WriteXlsxAsync(
        Stream target, string sheetName, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default) =>
        XlsxSheetWriter.WriteAsync(target, sheetName, headers, rows, ct);

    /// <inheritdoc cref="WriteXlsxAsync(Stream, string, IReadOnlyList{string}, IAsyncEnumerable{IReadOnlyList{object}}, CancellationToken)"/>
    public static Task WriteXlsxAsync(
        Stream target, string sheetName, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default) =>
        XlsxSheetWriter.WriteAsync(target, sheetName, headers, rows.ToAsyncEnumerable(), ct);

    /// <summary>Writes a CSV: UTF-8 with its mark, semicolons, decimal comma, days as dd/MM/yyyy. The target need not be seekable.</summary>
    public static Task WriteCsvAsync(
        Stream target, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default) =>
        CsvSheetWriter.WriteAsync(target, headers, rows, ct);

    /// <inheritdoc cref="WriteCsvAsync(Stream, IReadOnlyList{string}, IAsyncEnumerable{IReadOnlyList{object}}, CancellationToken)"/>
    public static Task WriteCsvAsync(
        Stream target, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default) =>
        CsvSheetWriter.WriteAsync(target, headers, rows.ToAsyncEnumerable(), ct);
}
