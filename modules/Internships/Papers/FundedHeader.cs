using System.Globalization;

namespace InclusionPlatform.Internships.Papers;

/// <summary>
/// The emblem of the Union with the words that go with it, as who is paid by the FSE+ has to show them (Reg. EU 2021/1060, art. 47, 50 and annex IX): twelve upright stars on a circle, whose radius is a third of
/// the flag's height and that of each star an eighteenth.
/// </summary>
internal static class FundedHeader
{
    private const int Stars = 12, Points = 5, Width = 54, Height = 36;
    private const double Ring = Height / 3d, Star = Height / 18d, Inner = 0.381966;

    /// <summary>The whole, as SVG that says what it is to who does not see it.</summary>
    public static string Svg { get; } = string.Create(CultureInfo.InvariantCulture, $"""
        <svg role="img" aria-label="Cofinanziato dall'Unione europea" width="210" height="{Height}" viewBox="0 0 210 {Height}" font-family="Arial, Liberation Sans, sans-serif"><rect width="{Width}" height="{Height}" fill="#003399"/><path fill="#FFCC00" d="{Drawn()}"/><text x="62" y="16" font-size="10" fill="#17324d">Cofinanziato</text><text x="62" y="29" font-size="10" fill="#17324d">dall'Unione europea</text></svg>
        """);

    private static string Drawn() => string.Concat(Enumerable.Range(0, Stars).Select(hour => StarAt(At(hour, Stars, Ring, Width / 2d, Height / 2d))));

    private static string StarAt((double X, double Y) centre)
    {
        var corners = Enumerable.Range(0, 2 * Points).Select(corner => At(corner, 2 * Points, corner % 2 == 0 ? Star : Star * Inner, centre.X, centre.Y));
        return $"M{string.Join('L', corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.X:0.##} {corner.Y:0.##}")))}Z";
    }

    /// <summary>The point of a circle at so many parts of its round, the first at the top.</summary>
    private static (double X, double Y) At(int part, int parts, double radius, double x, double y) =>
        (x + (radius * Math.Sin(2 * Math.PI * part / parts)), y - (radius * Math.Cos(2 * Math.PI * part / parts)));
}
