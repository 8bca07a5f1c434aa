using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace InclusionPlatform.Shared.Spreadsheets.Csv;

/// <summary>Reads a CSV whatever its separator; the rows are numbered as a spreadsheet program would show them.</summary>
internal static class CsvFile
{
    // Italian Excel saves with semicolons, so they win when nothing else decides.
    private static readonly char[] Separators = [';', '\t', ',', '|'];

    public static SheetContent Read(Stream file, string fileName, IReadOnlyList<KnownColumn> known, SpreadsheetLimits limits)
    {
        var text = CsvText.Of(file);
        if (text.IsBlank) throw SpreadsheetException.Empty();

        var (declared, skipped) = DeclaredSeparator(text);
        var separator = declared ?? Separators.MaxBy(candidate => Fit(text, candidate, known, limits));
        return new SheetContent(
            Path.GetFileNameWithoutExtension(fileName),
            SheetContent.Filled(Records(text, separator, limits).Skip(skipped).Select(row => (row.Number, (IReadOnlyList<string>)[.. row.Cells.Select(CsvSafety.Restore)])), limits));
    }

    // Excel writes and reads a first line such as "sep=;".
    private static (char? Separator, int Lines) DeclaredSeparator(CsvText text)
    {
        using var reader = text.Open();
        var start = new char[16];
        var line = start.AsSpan(0, reader.ReadBlock(start));
        line = (line.IndexOfAny('\r', '\n') is var end and >= 0 ? line[..end] : line).Trim('"');
        return line.Length == 5 && ((ReadOnlySpan<char>)line).StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? (line[4], 1) : (null, 0);
    }

    /// <summary>How well a separator explains the first rows: by the column names it uncovers, then by how alike it makes the rows.</summary>
    private static (double Names, double Shape) Fit(CsvText text, char separator, IReadOnlyList<KnownColumn> known, SpreadsheetLimits limits)
    {
        var rows = Records(text, separator, limits).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).Take(HeaderRow.SearchedRows).ToList();
        if (rows.Count == 0) return (0, 0);

        var usual = rows.GroupBy(row => row.Cells.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
        var alike = (double)usual.Count() / rows.Count;
        return (rows.Max(row => HeaderRow.Score(row, known)), alike * alike * (usual.Key - 1));
    }

    private static IEnumerable<SpreadsheetRow> Records(CsvText text, char separator, SpreadsheetLimits limits)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = limits.CellCharacters * 2.0
        };
        using var parser = new CsvParser(text.Open(), configuration);
        while (Next(parser, limits)) yield return new SpreadsheetRow(parser.Row, parser.Record ?? []);
    }

    private static bool Next(CsvParser parser, SpreadsheetLimits limits)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw SpreadsheetException.CellTooLong(parser.Row, limits.CellCharacters);
        }
    }
}
