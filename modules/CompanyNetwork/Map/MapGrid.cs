namespace InclusionPlatform.CompanyNetwork.Map;

/// <summary>A municipality with companies and where it is.</summary>
internal sealed record PlacedCount(string Municipality, string Name, string Province, double Latitude, double Longitude, int Count);

/// <summary>
/// Puts places that would lie on one another into one: a grid of squares of the screen at the zoom at hand (Web Mercator, tiles of 256 pixels), so that whatever the count of
/// companies only as many marks reach the client as a screen can show.
/// </summary>
internal static class MapGrid
{
    /// <summary>Side of a square in pixels: a mark and the air around it.</summary>
    public const int Square = 64;

    /// <summary>From here on each municipality stands by itself.</summary>
    public const int ClosestZoom = 11;

    private const int TileSide = 256;

    /// <summary>The places of each square, the largest squares first; without a zoom each place by itself.</summary>
    public static IReadOnlyList<IReadOnlyList<PlacedCount>> Group(IEnumerable<PlacedCount> places, int? zoom) => zoom is { } level && level < ClosestZoom
        ? Ordered(places.GroupBy(place => SquareOf(place, level)).Select(square => square.ToList()))
        : Ordered(places.Select(place => new List<PlacedCount> { place }));

    private static List<IReadOnlyList<PlacedCount>> Ordered(IEnumerable<List<PlacedCount>> squares) =>
        [.. squares.Select(square => (IReadOnlyList<PlacedCount>)[.. square.OrderByDescending(place => place.Count).ThenBy(place => place.Name, StringComparer.Ordinal)])
            .OrderByDescending(square => square.Sum(place => place.Count))];

    private static (long X, long Y) SquareOf(PlacedCount place, int zoom)
    {
        var world = TileSide * Math.Pow(2, zoom);
        var sine = Math.Sin(double.DegreesToRadians(place.Latitude));
        var x = (place.Longitude + 180) / 360 * world;
        var y = (0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI))) * world;
        return ((long)Math.Floor(x / Square), (long)Math.Floor(y / Square));
    }
}
