namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>The rows of one sheet that hold something, before the header is looked for; each time they are gone through, the file is read anew and nothing of it is kept.</summary>
internal sealed record SheetContent(string Name, IEnumerable<SpreadsheetRow> Rows)
{
    /// <summary>Leaves out the rows and the cells at the end that hold nothing, and refuses what is over the limits when it comes to it.</summary>
    public static IEnumerable<SpreadsheetRow> Filled(IEnumerable<(int Number, IReadOnlyList<string> Cells)> rows, SpreadsheetLimits limits)
    {
        var count = 0;
        foreach (var (number, cells) in rows)
        {
            var length = cells.Count;
            while (length > 0 && string.IsNullOrWhiteSpace(cells[length - 1])) length--;
            if (length == 0) continue;

            if (count++ == limits.Rows)
                throw SpreadsheetException.TooLarge($"ha più di {limits.Rows} righe", $"it has more than {limits.Rows} rows");
            if (length > limits.Columns)
                throw SpreadsheetException.TooLarge($"ha più di {limits.Columns} colonne", $"it has more than {limits.Columns} columns");
            for (var i = 0; i < length; i++)
                if (cells[i].Length > limits.CellCharacters) throw SpreadsheetException.CellTooLong(number, limits.CellCharacters);

            yield return new SpreadsheetRow(number, length == cells.Count ? cells : [.. cells.Take(length)]);
        }
    }

    /// <summary>Gives the rows that an upright merged cell spans its value: it is said once but meant for each of them.</summary>
    public static IEnumerable<SpreadsheetRow> FilledDown(IEnumerable<SpreadsheetRow> rows, IEnumerable<UprightCell> merged)
    {
        var (waiting, open) = (new Queue<UprightCell>(merged.OrderBy(cell => cell.First)), new List<(UprightCell Cell, string Value)>());
        foreach (var row in rows)
        {
            open.RemoveAll(spanning => spanning.Cell.Last < row.Number);
            List<string>? cells = null;
            foreach (var (cell, value) in open)
            {
                if (row[cell.Column].Length > 0) continue;
                cells ??= [.. row.Cells];
                while (cells.Count <= cell.Column) cells.Add("");
                cells[cell.Column] = value;
            }
            while (waiting.TryPeek(out var next) && next.First <= row.Number)
            {
                waiting.Dequeue();
                if (next.First == row.Number && row[next.Column] is { Length: > 0 } value) open.Add((next, value));
            }
            yield return cells is null ? row : row with { Cells = cells };
        }
    }
}

/// <summary>A merged cell of one column over several rows, numbered as a spreadsheet program shows them.</summary>
internal readonly record struct UprightCell(int Column, int First, int Last);
