namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>What a person's file says: the header row that was found and the rows below it, as text.</summary>
/// <param name="SheetName">Name of the sheet that was read; for a CSV the file name without extension.</param>
/// <param name="Header">The row with the column names.</param>
/// <param name="Rows">The rows below the header that hold something, in the file's order.</param>
public sealed record Spreadsheet(string SheetName, SpreadsheetRow Header, IReadOnlyList<SpreadsheetRow> Rows);

/// <summary>As <see cref="Spreadsheet"/>, for files that are not to be held whole.</summary>
/// <param name="SheetName">Name of the sheet.</param>
/// <param name="Header">The row with the column names.</param>
/// <param name="Rows">
/// The rows below the header that hold something, at least one. They are read from the file as they are gone through, each time anew; what is wrong further down is a
/// <see cref="SpreadsheetException"/> when it is come to.
/// </param>
public sealed record SpreadsheetSource(string SheetName, SpreadsheetRow Header, IEnumerable<SpreadsheetRow> Rows);

/// <summary>One row of a sheet.</summary>
/// <param name="Number">Number of the row as a spreadsheet program shows it, from 1.</param>
/// <param name="Cells">The cells' text from column A on; empty cells at the end are left out.</param>
public sealed record SpreadsheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The text in a column, counted from 0; empty where the row is shorter.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
