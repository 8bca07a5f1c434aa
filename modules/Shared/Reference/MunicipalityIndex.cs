using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Shared.Reference;

/// <summary>The municipalities by their codes and, from the first search on, by their names.</summary>
internal sealed class MunicipalityIndex
{
    private readonly Lazy<Named[]> named;
    private readonly Lazy<ILookup<string, Named>> byKey;
    private readonly Lazy<ILookup<string, Named>> byShortName;
    private readonly Lazy<ILookup<(int Words, char Initial), Named>> byShape;

    private MunicipalityIndex(List<Municipality> all)
    {
        All = all.AsReadOnly();
        ByIstat = all.Where(municipality => municipality.Istat is not null).ToDictionary(municipality => municipality.Istat!);
        ByBelfiore = all.ToDictionary(municipality => municipality.Belfiore, StringComparer.OrdinalIgnoreCase);
        named = new(() => [.. all.Select(Named.From)]);
        byKey = new(() => named.Value.ToLookup(name => name.Key));
        byShortName = new(() => named.Value.ToLookup(name => name.ShortName));
        byShape = new(() => named.Value.Where(name => name.Municipality.IsActive).ToLookup(name => Shape(name.Key)));
    }

    public IReadOnlyList<Municipality> All { get; }

    public Dictionary<string, Municipality> ByIstat { get; }

    public Dictionary<string, Municipality> ByBelfiore { get; }

    public static MunicipalityIndex Load() => new([.. EmbeddedTable.Rows("municipalities.csv").Select(Municipality.FromRow)]);

    public Municipality? Find(string? text, string? province)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var known = Provinces.Find(province)?.Code;
        var whole = SearchText.Normalize(text);
        var (key, written) = MunicipalityNames.WithoutProvince(text);

        // As written first, then without what looks like a province: "San Benedetto del Tr." does not end with Terni, "Cameri NO" is not Camerino.
        return Only(byKey.Value[whole], known)
            ?? (written is null ? null : Only(byKey.Value[key], known ?? written) ?? Only(ShortenedAs(key), known ?? written))
            ?? Only(ShortenedAs(whole), known)
            ?? Only(Abbreviated(key), known ?? written)
            ?? Only(Abbreviated(whole), known);
    }

    public IReadOnlyList<Municipality> Search(string? text, int max, bool includeSuppressed)
    {
        var key = SearchText.Normalize(text);
        if (key.Length == 0 || max <= 0)
        {
            return [];
        }

        var words = key.Split(' ');
        var shortName = string.Concat(words[..^1].Select(MunicipalityNames.ShortenedWord)) + words[^1];
        return [.. named.Value
            .Where(name => includeSuppressed || name.Municipality.IsActive)
            .Select(name => (name.Municipality, rank: Rank(name, key, shortName, words)))
            .Where(found => found.rank is not null)
            .OrderBy(found => found.rank)
            .ThenByDescending(found => found.Municipality.IsActive)
            .ThenByDescending(found => found.Municipality.Population ?? 0)
            .Take(max)
            .Select(found => found.Municipality)];
    }

    private static int? Rank(Named name, string key, string shortName, string[] words) =>
        name.Key == key ? 0
        : name.Key.StartsWith(key, StringComparison.Ordinal) ? 1
        : words.Length > 1 && name.ShortName.StartsWith(shortName, StringComparison.Ordinal) ? 2
        : words.All(word => BeginsSomeWord(name, word)) ? 3
        : null;

    private static bool BeginsSomeWord(Named name, string word) =>
        name.Key.StartsWith(word, StringComparison.Ordinal)
        || name.Key.Contains(" " + word, StringComparison.Ordinal)
        || name.Municipality.ProvinceCode.Equals(word, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Named> ShortenedAs(string key) => byShortName.Value[MunicipalityNames.Shortened(key)];

    private IEnumerable<Named> Abbreviated(string key)
    {
        var words = key.Split(' ');
        return byShape.Value[Shape(key)].Where(name => MunicipalityNames.IsAbbreviation(words, name.Key));
    }

    // An abbreviation keeps the number of words and the first letter: an import of a thousand rows looks at few names for each.
    private static (int Words, char Initial) Shape(string key) => (key.AsSpan().Count(' ') + 1, key.FirstOrDefault());

    private static Municipality? Only(IEnumerable<Named> names, string? province)
    {
        var possible = names.Select(name => name.Municipality).Where(candidate => province is null || candidate.ProvinceCode == province).ToList();
        var active = possible.Where(candidate => candidate.IsActive).ToList();
        return active.Count == 1 ? active[0] : possible.Count == 1 ? possible[0] : null;
    }

    private sealed record Named(Municipality Municipality, string Key, string ShortName)
    {
        public static Named From(Municipality municipality)
        {
            var key = SearchText.Normalize(municipality.Name);
            return new(municipality, key, MunicipalityNames.Shortened(key));
        }
    }
}
