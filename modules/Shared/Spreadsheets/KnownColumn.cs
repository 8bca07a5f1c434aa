namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>A field that an import can fill, with the ways in which people write it above a column.</summary>
public sealed record KnownColumn
{
    /// <summary>Names a field and its spellings; case, accents, dots and spaces need not be repeated.</summary>
    /// <param name="field">Name of the field in code, as in <c>vatNumber</c>.</param>
    /// <param name="synonyms">What the column is called: "P.IVA", "Partita IVA", "VAT".</param>
    public KnownColumn(string field, params string[] synonyms)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        Field = field;
        Synonyms = synonyms;
        Names = [.. synonyms.Append(field).Select(HeaderName.Of)];
    }

    /// <summary>Name of the field in code.</summary>
    public string Field { get; }

    /// <summary>What the column is called by people.</summary>
    public IReadOnlyList<string> Synonyms { get; }

    /// <summary>Only a header that is one of the names is taken: for short names, such as "Codice", that many others contain.</summary>
    public bool OnlyExact { get; init; }

    internal IReadOnlyList<HeaderName> Names { get; }
}
