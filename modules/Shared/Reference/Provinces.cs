using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Shared.Reference;

/// <summary>A province or metropolitan city.</summary>
/// <param name="Code">Two letters, such as AP.</param>
/// <param name="Istat">Three digits.</param>
/// <param name="Name">Italian name.</param>
/// <param name="RegionCode">ISTAT code of its region, two digits.</param>
/// <param name="RegionName">Name of its region.</param>
public sealed record Province(string Code, string Istat, string Name, string RegionCode, string RegionName)
{
    internal string Key { get; } = SearchText.Normalize(Name);
}

/// <summary>The provinces of today.</summary>
public static class Provinces
{
    private static readonly Lazy<IReadOnlyList<Province>> Table = new(() =>
        [.. EmbeddedTable.Rows("provinces.csv").Select(row => new Province(row[0], row[1], row[2], row[3], row[4])).OrderBy(province => province.Key, StringComparer.Ordinal)]);

    private static readonly Lazy<Dictionary<string, Province>> Codes = new(() => All.ToDictionary(province => province.Code, StringComparer.OrdinalIgnoreCase));

    /// <summary>All, by name.</summary>
    public static IReadOnlyList<Province> All => Table.Value;

    /// <summary>The one with this code in any case, or null.</summary>
    public static Province? ByCode(string? code) => code is null ? null : Codes.Value.GetValueOrDefault(code);

    /// <summary>The one with this code or name, in any case, with or without accents; null when none.</summary>
    public static Province? Find(string? codeOrName)
    {
        var key = SearchText.Normalize(codeOrName);
        return key.Length == 0 ? null : ByCode(key) ?? All.FirstOrDefault(province => province.Key == key);
    }
}
