using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Shared.Reference;

/// <summary>A region, with its provinces.</summary>
/// <param name="Code">ISTAT code, two digits.</param>
/// <param name="Name">Italian name, with the other language where it is official.</param>
/// <param name="Provinces">By name.</param>
public sealed record Region(string Code, string Name, IReadOnlyList<Province> Provinces);

/// <summary>The twenty regions, derived from the provinces.</summary>
public static class Regions
{
    private static readonly Lazy<IReadOnlyList<Region>> Table = new(() =>
        [.. Provinces.All.GroupBy(province => (province.RegionCode, province.RegionName))
            .Select(group => new Region(group.Key.RegionCode, group.Key.RegionName, [.. group]))
            .OrderBy(region => region.Name, StringComparer.Ordinal)]);

    /// <summary>All, by name.</summary>
    public static IReadOnlyList<Region> All => Table.Value;

    /// <summary>The one with this ISTAT code, or null.</summary>
    public static Region? ByCode(string? code) => All.FirstOrDefault(region => region.Code == code);

    /// <summary>The one with this name, in any case, with or without accents or the second language; null when none.</summary>
    public static Region? Find(string? name)
    {
        var key = SearchText.Normalize(name);
        return key.Length == 0 ? null : All.FirstOrDefault(region =>
            SearchText.Normalize(region.Name) == key || region.Name.Split('/').Any(part => SearchText.Normalize(part) == key));
    }
}
