using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>The words whose beginnings find a company: its name, its place, its number and its sector as it is called.</summary>
internal static class CompanyWords
{
    public const int LongestWord = 60;

    /// <summary>More words than this tell nothing more of a company; it is also what one statement takes.</summary>
    public const int Most = 16;

    /// <summary>What every word that begins so is below, on both engines: words are made of digits and letters, and z is the last in binary as in Latin collations.</summary>
    public static string EndOf(string beginning) => beginning.PadRight(LongestWord + 1, 'z');

    /// <summary>The random end of a company's id, which orders those of one word by chance.</summary>
    public static string Spread(Guid company) => company.ToString().ToUpperInvariant()[^8..];

    public static string SortName(string name)
    {
        var key = SearchText.Normalize(name);
        return key.Length <= 200 ? key : key[..200];
    }

    public static IReadOnlyList<string> Of(string name, string? municipality, string? vatNumber, string sector, string? tradeName = null) =>
        [.. SearchText.Words(name)
            .Concat(SearchText.Words(tradeName))
            .Concat(vatNumber is null ? [] : [vatNumber])
            .Concat(SearchText.Words(Municipalities.ByIstat(municipality)?.Name))
            .Concat(SearchText.Words(SectorNames.Italian(sector)))
            .Select(word => word.Length > LongestWord ? word[..LongestWord] : word)
            .Distinct(StringComparer.Ordinal)
            .Take(Most)];
}
