namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>How a column came to be taken for a field.</summary>
public enum MappingSource
{
    /// <summary>The header is one of the field's known names.</summary>
    Exact,

    /// <summary>The header is like one of the field's known names.</summary>
    Similar,

    /// <summary>A person said so.</summary>
    Person
}

/// <summary>A column taken for a field.</summary>
/// <param name="Field">The field in code.</param>
/// <param name="Column">The column, counted from 0.</param>
/// <param name="Header">What is written above it.</param>
/// <param name="Confidence">From 0 to 1; 1 when the name is a known one or a person chose it.</param>
/// <param name="Source">How it was chosen.</param>
/// <param name="IsAmbiguous">Another column, or another field, would fit about as well: a person should look.</param>
public sealed record MappedColumn(string Field, int Column, string Header, double Confidence, MappingSource Source, bool IsAmbiguous);

/// <summary>A column with a name that no field took.</summary>
/// <param name="Column">The column, counted from 0.</param>
/// <param name="Header">What is written above it.</param>
public sealed record UnmappedColumn(int Column, string Header);

/// <summary>Which column of a file fills which field: at most one column for a field and one field for a column. The same input gives the same mapping.</summary>
public sealed class ColumnMapping
{
    private const double Threshold = 0.62;
    private const double TooCloseToCall = 0.05;

    private readonly IReadOnlyList<string> _headers;
    private readonly IReadOnlyList<KnownColumn> _known;
    private readonly IReadOnlySet<int> _unguessed;
    private readonly Dictionary<string, MappedColumn> _byField;

    private ColumnMapping(IReadOnlyList<string> headers, IReadOnlyList<KnownColumn> known, IReadOnlySet<int> unguessed, IEnumerable<MappedColumn> columns)
    {
        (_headers, _known, _unguessed) = (headers, known, unguessed);
        Columns = [.. columns.OrderBy(column => column.Column)];
        _byField = Columns.ToDictionary(column => column.Field);
        var taken = Columns.Select(column => column.Column).ToHashSet();
        UnmappedFields = [.. known.Select(column => column.Field).Where(field => !_byField.ContainsKey(field))];
        UnmappedColumns = [.. headers.Select((header, column) => new UnmappedColumn(column, header.Trim()))
            .Where(column => column.Header.Length > 0 && !taken.Contains(column.Column))];
    }

    /// <summary>The columns that fill a field, in the file's order.</summary>
    public IReadOnlyList<MappedColumn> Columns { get; }

    /// <summary>Fields that no column fills.</summary>
    public IReadOnlyList<string> UnmappedFields { get; }

    /// <summary>Columns with a name that fill no field.</summary>
    public IReadOnlyList<UnmappedColumn> UnmappedColumns { get; }

    /// <summary>Finds for each field the header that names it best: known names first, then likeness of words and letters.</summary>
    /// <param name="headers">What is written above the columns.</param>
    /// <param name="known">The fields.</param>
    /// <param name="unguessed">Columns of which the name says nothing, because we gave it: only a person maps them.</param>
    public static ColumnMapping Suggest(IReadOnlyList<string> headers, IReadOnlyList<KnownColumn> known, IReadOnlySet<int>? unguessed = null)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(known);
        unguessed ??= new HashSet<int>();
        return new ColumnMapping(headers, known, unguessed, Assign(Candidates(headers, known, [], unguessed), headers, known));
    }

    /// <summary>Applies a person's choices, field to column (null: leave the field out); the columns they free or take are shared out again.</summary>
    /// <exception cref="SpreadsheetException"><c>spreadsheet.mapping-invalid</c>: unknown field, missing column, or one column for two fields.</exception>
    public ColumnMapping With(IReadOnlyDictionary<string, int?> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var taken = new HashSet<int>();
        foreach (var (field, column) in choices)
        {
            if (_known.All(each => each.Field != field))
                throw SpreadsheetException.MappingInvalid("un campo indicato non esiste", "one of the fields does not exist");
            if (column is < 0 || column >= _headers.Count)
                throw SpreadsheetException.MappingInvalid("una colonna indicata non c'è nel file", "one of the columns is not in the file");
            if (column is { } index && !taken.Add(index))
                throw SpreadsheetException.MappingInvalid("la stessa colonna è abbinata a due campi", "one column is mapped to two fields");
        }
        var chosen = choices.Where(choice => choice.Value is not null)
            .Select(choice => new MappedColumn(choice.Key, choice.Value!.Value, _headers[choice.Value.Value].Trim(), 1, MappingSource.Person, false));
        var rest = Candidates(_headers, _known, choices.Keys.ToHashSet(), taken.Union(_unguessed).ToHashSet());
        return new ColumnMapping(_headers, _known, _unguessed, [.. chosen, .. Assign(rest, _headers, _known)]);
    }

    /// <summary>The column of a field, null when none fills it.</summary>
    public MappedColumn? Of(string field) => _byField.GetValueOrDefault(field);

    /// <summary>The text that a row holds for a field, as in the file; empty when no column fills it.</summary>
    public string Text(SpreadsheetRow row, string field)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _byField.TryGetValue(field, out var column) ? row[column.Column] : "";
    }

    private readonly record struct Candidate(int Column, int Field, double Likeness);

    private static List<Candidate> Candidates(
        IReadOnlyList<string> headers, IReadOnlyList<KnownColumn> known, HashSet<string> settledFields, IReadOnlySet<int> settledColumns)
    {
        var candidates = new List<Candidate>();
        for (var column = 0; column < headers.Count; column++)
        {
            if (settledColumns.Contains(column) || string.IsNullOrWhiteSpace(headers[column]) || headers[column].Length > 200) continue;
            var name = HeaderName.Of(headers[column]);
            for (var field = 0; field < known.Count; field++)
            {
                if (settledFields.Contains(known[field].Field)) continue;
                var likeness = known[field].Names.Max(name.Likeness);
                if (likeness >= (known[field].OnlyExact ? 1 : Threshold)) candidates.Add(new Candidate(column, field, likeness));
            }
        }
        return candidates;
    }

    // The surest pair first; among equals the leftmost column, then the first field.
    private static List<MappedColumn> Assign(List<Candidate> candidates, IReadOnlyList<string> headers, IReadOnlyList<KnownColumn> known)
    {
        var (columns, fields, chosen) = (new HashSet<int>(), new HashSet<int>(), new List<Candidate>());
        foreach (var candidate in candidates.OrderByDescending(each => each.Likeness).ThenBy(each => each.Column).ThenBy(each => each.Field))
        {
            if (columns.Contains(candidate.Column) || fields.Contains(candidate.Field)) continue;
            columns.Add(candidate.Column);
            fields.Add(candidate.Field);
            chosen.Add(candidate);
        }
        return [.. chosen.Select(pair => new MappedColumn(
            known[pair.Field].Field, pair.Column, headers[pair.Column].Trim(), Math.Round(pair.Likeness, 2),
            pair.Likeness == 1 ? MappingSource.Exact : MappingSource.Similar, HasRival(pair)))];

        bool HasRival(Candidate pair) => candidates.Any(other => other.Likeness >= pair.Likeness - TooCloseToCall
            && ((other.Field == pair.Field && !columns.Contains(other.Column)) || (other.Column == pair.Column && !fields.Contains(other.Field))));
    }
}
