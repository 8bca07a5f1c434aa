namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>Finds the row with the column names below titles, logos and blank lines.</summary>
internal static class HeaderRow
{
    /// <summary>How many of the first rows may be titles; beyond them a header is not looked for.</summary>
    internal const int SearchedRows = 30;

    public static SpreadsheetSource Split(SheetContent content, IReadOnlyList<KnownColumn> known)
    {
        var first = content.Rows.Take(SearchedRows).ToList();
        if (first.Count == 0) throw SpreadsheetException.Empty();
        var index = Find(first, known);
        if (index < 0) throw SpreadsheetException.NoHeader();

        var header = first[index];
        // A list pasted together from printed pages repeats its header.
        var rows = content.Rows.Skip(index + 1).Where(row => !row.Cells.SequenceEqual(header.Cells));
        if (!rows.Any()) throw SpreadsheetException.NoRows();
        return new SpreadsheetSource(content.Name, header, rows);
    }

    /// <summary>Index of the header among the rows, -1 if none looks like one.</summary>
    public static int Find(IReadOnlyList<SpreadsheetRow> rows, IReadOnlyList<KnownColumn> known)
    {
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < rows.Count && i < SearchedRows; i++)
        {
            // A list without names of columns must not lose its first row to a company that is called like one.
            var score = rows[i].Cells.Any(IsData) ? 0 : Score(rows[i], known);
            if (score > bestScore) (best, bestScore) = (i, score);
        }
        return best >= 0 ? best : FindByShape(rows);
    }

    /// <summary>How many known columns a row names, each counted by its confidence.</summary>
    public static double Score(SpreadsheetRow row, IReadOnlyList<KnownColumn> known) =>
        known.Count == 0 ? 0 : ColumnMapping.Suggest(row.Cells, known).Columns.Where(column => column.Confidence >= 0.75).Sum(column => column.Confidence);

    // Names of columns are short words, not numbers, dates or addresses, and they stand over most of the data's width.
    private static int FindByShape(IReadOnlyList<SpreadsheetRow> rows)
    {
        var searched = rows.Take(SearchedRows).ToList();
        var width = searched.Max(Filled);
        return searched.FindIndex(row => Filled(row) * 2 > width && row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).All(LooksLikeName));
    }

    // A long number, an address or a day by itself: never the name of a column.
    private static bool IsData(string cell)
    {
        var text = cell.Trim();
        return (text.Length >= 5 && text.All(char.IsAsciiDigit)) || (text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal))
            || (text.Length >= 8 && char.IsAsciiDigit(text[0]) && CellText.Date(text).HasValue);
    }

    private static int Filled(SpreadsheetRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    private static bool LooksLikeName(string cell) =>
        cell.Length <= 80 && cell.Any(char.IsLetter) && !cell.Contains('@', StringComparison.Ordinal) && cell.Count(char.IsDigit) < 5
        && !CellText.Date(cell).HasValue;
}
