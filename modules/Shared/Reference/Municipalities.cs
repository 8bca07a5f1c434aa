namespace InclusionPlatform.Shared.Reference;

/// <summary>Every Italian municipality, read from the assembly at first use, once for all threads.</summary>
public static class Municipalities
{
    private const double EarthRadiusKm = 6371.0088;

    private static readonly Lazy<MunicipalityIndex> Index = new(MunicipalityIndex.Load);

    /// <summary>All, suppressed ones included, by name.</summary>
    public static IReadOnlyList<Municipality> All => Index.Value.All;

    /// <summary>The one with this ISTAT code (six digits), or null.</summary>
    public static Municipality? ByIstat(string? istat) => istat is null ? null : Index.Value.ByIstat.GetValueOrDefault(istat);

    /// <summary>The one with this Belfiore code in any case, suppressed ones included, or null.</summary>
    public static Municipality? ByBelfiore(string? belfiore) => belfiore is null ? null : Index.Value.ByBelfiore.GetValueOrDefault(belfiore);

    /// <summary>
    /// Understands a municipality as people write it: any case, with or without accents, "S. Benedetto del T.", "Monte Prandone",
    /// "Grottammare (AP)", "Grottammare - AP".
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="province">Code or name of the province, if another field has it.</param>
    /// <returns>The only one that it can mean, those of today before suppressed ones; null when none or several.</returns>
    public static Municipality? Find(string? text, string? province = null) => Index.Value.Find(text, province);

    /// <summary>
    /// For completing while somebody types: names that begin with the text come first, the larger before the smaller, then those where each
    /// typed word begins some word.
    /// </summary>
    public static IReadOnlyList<Municipality> Search(string? text, int max, bool includeSuppressed = false) =>
        Index.Value.Search(text, max, includeSuppressed);

    /// <summary>As the crow flies between the two seats, in kilometres; null when a place is unknown.</summary>
    public static double? DistanceKm(Municipality a, Municipality b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a is { Latitude: { } latitudeA, Longitude: { } longitudeA } && b is { Latitude: { } latitudeB, Longitude: { } longitudeB }
            ? DistanceKm(latitudeA, longitudeA, latitudeB, longitudeB)
            : null;
    }

    /// <summary>As the crow flies between two points in degrees (haversine), in kilometres.</summary>
    public static double DistanceKm(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var halfLatitude = double.DegreesToRadians(latitudeB - latitudeA) / 2;
        var halfLongitude = double.DegreesToRadians(longitudeB - longitudeA) / 2;
        var chord = Math.Pow(Math.Sin(halfLatitude), 2)
            + (Math.Cos(double.DegreesToRadians(latitudeA)) * Math.Cos(double.DegreesToRadians(latitudeB)) * Math.Pow(Math.Sin(halfLongitude), 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary>Those of today whose seat is at most so far from the centre's, the nearest first, the centre included.</summary>
    public static IReadOnlyList<Municipality> Within(Municipality centre, double km) =>
        [.. All.Where(municipality => municipality.IsActive)
            .Select(municipality => (municipality, distance: DistanceKm(centre, municipality)))
            .Where(near => near.distance <= km)
            .OrderBy(near => near.distance)
            .Select(near => near.municipality)];
}
