using System.Globalization;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Shared.Reference;

/// <summary>A country, or one that ended and is still somebody's birthplace.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 (XK for Kosovo); for those that ended the four letters of ISO 3166-3.</param>
/// <param name="Italian">Name in Italian.</param>
/// <param name="English">Name in English.</param>
/// <param name="Belfiore">Z and three digits, as in the codice fiscale; null for Italy and where none is known.</param>
/// <param name="EndedOn">The day it ended; null for those of today.</param>
public sealed record Country(string Code, string Italian, string English, string? Belfiore, DateOnly? EndedOn)
{
    /// <summary>It exists today, so it can be a citizenship or part of an address.</summary>
    public bool IsActive => EndedOn is null;
}

/// <summary>The countries.</summary>
public static class Countries
{
    private static readonly Lazy<IReadOnlyList<Country>> Table = new(() =>
        [.. EmbeddedTable.Rows("countries.csv").Select(Read).OrderBy(country => SearchText.Normalize(country.Italian), StringComparer.Ordinal)]);

    /// <summary>All, those that ended included, by Italian name.</summary>
    public static IReadOnlyList<Country> All => Table.Value;

    /// <summary>The one with this code in any case, or null.</summary>
    public static Country? ByCode(string? code) => All.FirstOrDefault(country => country.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one with this Belfiore code in any case, or null.</summary>
    public static Country? ByBelfiore(string? belfiore) =>
        belfiore is null ? null : All.FirstOrDefault(country => belfiore.Equals(country.Belfiore, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one with this code or Italian or English name, in any case, with or without accents; null when none.</summary>
    public static Country? Find(string? codeOrName)
    {
        var key = SearchText.Normalize(codeOrName);
        return key.Length == 0 ? null : ByCode(key) ?? All.FirstOrDefault(country =>
            SearchText.Normalize(country.Italian) == key || SearchText.Normalize(country.English) == key);
    }

    private static Country Read(string[] row) => new(
        row[0],
        row[1],
        row[2],
        row[3].Length == 0 ? null : row[3],
        row[4].Length == 0 ? null : DateOnly.ParseExact(row[4], "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
