namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>The rows of one sheet that hold something, before the header is looked for.</summary>
internal sealed class SheetContent(string name, SpreadsheetLimits limits)
{
    private readonly List<SpreadsheetRow> _rows = [];

    public string Name => name;

    public IReadOnlyList<SpreadsheetRow> Rows => _rows;

    public void Add(int number, List<string> cells)
    {
        var length = cells.Count;
        while (length > 0 && string.IsNullOrWhiteSpace(cells[length - 1])) length--;
        if (length == 0) return;

        if (_rows.Count == limits.Rows)
            throw SpreadsheetException.TooLarge($"ha più di {limits.Rows} righe", $"it has more than {limits.Rows} rows");
        if (length > limits.Columns)
            throw SpreadsheetException.TooLarge($"ha più di {limits.Columns} colonne", $"it has more than {limits.Columns} columns");
        for (var i = 0; i < length; i++)
            if (cells[i].Length > limits.CellCharacters) throw SpreadsheetException.CellTooLong(number, limits.CellCharacters);

        _rows.Add(new SpreadsheetRow(number, [.. cells.Take(length)]));
    }

    /// <summary>Gives the rows that an upright merged cell spans its value: it is said once but meant for each of them.</summary>
    public void FillDown(IReadOnlyList<(int Column, int First, int Last)> merged)
    {
        if (merged.Count == 0) return;
        var places = new Dictionary<int, int>();
        for (var i = 0; i < _rows.Count; i++) places.TryAdd(_rows[i].Number, i);

        foreach (var (column, first, last) in merged)
        {
            if (column >= limits.Columns || !places.TryGetValue(first, out var start) || _rows[start][column] is not { Length: > 0 } value) continue;
            for (var i = start + 1; i < _rows.Count && _rows[i].Number > first && _rows[i].Number <= last; i++) Fill(i, column, value);
        }
    }

    private void Fill(int index, int column, string value)
    {
        if (_rows[index][column].Length > 0) return;
        var cells = _rows[index].Cells.ToList();
        while (cells.Count <= column) cells.Add("");
        cells[column] = value;
        _rows[index] = _rows[index] with { Cells = cells };
    }
}
