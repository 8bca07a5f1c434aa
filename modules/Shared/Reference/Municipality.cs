using System.Globalization;

namespace InclusionPlatform.Shared.Reference;

/// <summary>An Italian municipality, of today or suppressed: a suppressed one stays valid as a birthplace.</summary>
/// <param name="Istat">Six digits; null for those suppressed before the code or not in the sources.</param>
/// <param name="Name">Italian name with its accents.</param>
/// <param name="ProvinceCode">Two letters; for a suppressed one perhaps of a province that is no more (FU, PL, ZA).</param>
/// <param name="Belfiore">Letter and three digits, as in the codice fiscale.</param>
/// <param name="Caps">Postal codes as ranges, such as "20121-20162"; empty when unknown.</param>
/// <param name="Population">Census of 2011; null when unknown.</param>
/// <param name="Latitude">Of the seat, in degrees; null when unknown.</param>
/// <param name="Longitude">Of the seat, in degrees; null when unknown.</param>
/// <param name="SuppressedOn">The day it ended; null for those of today.</param>
public sealed record Municipality(
    string? Istat,
    string Name,
    string ProvinceCode,
    string Belfiore,
    string Caps,
    int? Population,
    double? Latitude,
    double? Longitude,
    DateOnly? SuppressedOn)
{
    /// <summary>It exists today.</summary>
    public bool IsActive => SuppressedOn is null;

    /// <summary>The first postal code, the only one in all but the larger cities; null when unknown.</summary>
    public string? Cap => Caps.Length == 0 ? null : Caps[..5];

    /// <summary>The province of today; null for a suppressed one of a province that is no more.</summary>
    public Province? Province => Provinces.ByCode(ProvinceCode);

    /// <summary>"Grottammare (AP)".</summary>
    public string NameWithProvince => $"{Name} ({ProvinceCode})";

    /// <summary>Whether a postal code is one of this municipality's.</summary>
    public bool HasCap(string? cap) => cap is { Length: 5 } && Caps.Split(' ').Any(range =>
        string.CompareOrdinal(range, 0, cap, 0, 5) <= 0 && string.CompareOrdinal(range, Math.Max(0, range.Length - 5), cap, 0, 5) >= 0);

    /// <summary>The name with its province.</summary>
    public override string ToString() => NameWithProvince;

    internal static Municipality FromRow(string[] row) => new(
        row[0].Length == 0 ? null : row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        row[5].Length == 0 ? null : int.Parse(row[5], CultureInfo.InvariantCulture),
        row[6].Length == 0 ? null : double.Parse(row[6], CultureInfo.InvariantCulture),
        row[7].Length == 0 ? null : double.Parse(row[7], CultureInfo.InvariantCulture),
        row[8].Length == 0 ? null : DateOnly.ParseExact(row[8], "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
