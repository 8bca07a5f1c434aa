using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>
/// Columns that hold something with no name above it: notes at the side of a list, or what follows a separator that nobody quoted. They get the letter that spreadsheet programs show, so
/// that a person sees them among the others and decides, in place of losing them unseen.
/// </summary>
internal sealed class UnnamedColumns(IReadOnlyList<string> names)
{
    private readonly HashSet<int> filled = [];

    /// <summary>Looks at rows as they go by.</summary>
    public void See(IEnumerable<SpreadsheetRow> rows)
    {
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                if ((column >= names.Count || names[column].Length == 0) && !string.IsNullOrWhiteSpace(row.Cells[column]))
                {
                    filled.Add(column);
                }
            }
        }
    }

    /// <summary>The names, with those that were given.</summary>
    public IReadOnlyList<string> Headers() =>
        [.. Enumerable.Range(0, Math.Max(names.Count, filled.Count == 0 ? 0 : filled.Max() + 1))
            .Select(column => filled.Contains(column) ? NameOf(column).ToString() : column < names.Count ? names[column] : "")];

    /// <summary>The columns that have such a name.</summary>
    public static IReadOnlySet<int> In(IReadOnlyList<string> headers) =>
        Enumerable.Range(0, headers.Count).Where(column => NameOf(column) is var name && (headers[column] == name.It || headers[column] == name.En)).ToHashSet();

    private static Words NameOf(int column) => ImportWords.UnnamedColumn.With(Letters(column));

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);
}
