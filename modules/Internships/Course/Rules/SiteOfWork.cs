using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>
/// The communication asks for the municipality of the place of work. A project that names no place is carried out at the company's seat; the place that it names is looked for among the company's sites,
/// by name, address or municipality. A place of which nothing is known there is to be verified, not guessed silently.
/// </summary>
internal static class SiteOfWork
{
    /// <param name="workplace">As the project writes it; null for the company's seat.</param>
    /// <param name="sites">The company's.</param>
    public static (HostSite? Site, bool IsSure) Of(string? workplace, IReadOnlyList<HostSite> sites)
    {
        var seat = sites.FirstOrDefault(site => site.IsMain) ?? (sites.Count > 0 ? sites[0] : null);
        var place = SearchText.Normalize(workplace);
        if (place.Length == 0)
        {
            return (seat, true);
        }

        var named = sites.FirstOrDefault(site => Says(place, site.Address)) ?? sites.FirstOrDefault(site => Says(place, site.Name)) ?? sites.FirstOrDefault(site => Says(place, Town(site)));
        return (named ?? seat, named is not null);
    }

    private static bool Says(string place, string? part) => SearchText.Normalize(part) is { Length: > 0 } known && place.Contains(known, StringComparison.Ordinal);

    private static string? Town(HostSite site) => site.MunicipalityName?.Split(" (")[0];
}
