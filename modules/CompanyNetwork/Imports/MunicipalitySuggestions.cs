using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>What somebody may have meant by a municipality that is not one: names that go on from the text, then names a few letters away.</summary>
internal static class MunicipalitySuggestions
{
    private const int Most = 5;
    private const int MostEdits = 3;

    private static readonly Lazy<(string Key, Municipality Place)[]> Active = new(() =>
        [.. Municipalities.All.Where(place => place.IsActive && place.Istat is not null).Select(place => (SearchText.Normalize(place.Name), place))]);

    public static IReadOnlyList<Municipality> For(string text, string? province = null)
    {
        var key = SearchText.Normalize(text);
        if (key.Length is < 3 or > 60)
        {
            return [];
        }

        var home = Provinces.Find(province)?.Code;
        var begun = Municipalities.Search(key, Most);
        var alike = Active.Value
            .Where(known => Math.Abs(known.Key.Length - key.Length) <= MostEdits)
            .Select(known => (known.Place, Edits: Edits(known.Key, key)))
            .Where(known => known.Edits <= Math.Min(MostEdits, key.Length / 3))
            .OrderBy(known => known.Edits)
            .ThenByDescending(known => known.Place.ProvinceCode == home)
            .ThenByDescending(known => known.Place.Population ?? 0)
            .Select(known => known.Place);
        return [.. begun.Concat(alike).DistinctBy(place => place.Istat).Take(Most)];
    }

    /// <summary>Letters to change, add or leave out (Levenshtein's distance).</summary>
    internal static int Edits(string one, string two)
    {
        var previous = Enumerable.Range(0, two.Length + 1).ToArray();
        var current = new int[two.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= two.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[two.Length];
    }
}
