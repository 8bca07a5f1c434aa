using System.Globalization;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>A company that may suit, as the database tells it.</summary>
internal sealed record Candidate(
    Guid Id, string Name, string Sector, string? Municipality, int? PermanentStaff, int AvailablePlaces, DateOnly? AvailableUntil, DateOnly? VerifiedOn);

/// <summary>Points of a company and the reason for each: up to 40 for a current availability, 35 for the wished sector, 25 for nearness.</summary>
internal static class CompanyScore
{
    private const int ForAvailability = 40, ForSector = 35, ForNearness = 25;

    public static CompanyMatch Of(Candidate company, Municipality home, int maxKm, IReadOnlyCollection<string> wished, DateOnly today)
    {
        var place = Municipalities.ByIstat(company.Municipality);
        var km = place is null ? null : Municipalities.DistanceKm(home, place);
        var available = company.AvailableUntil >= today;
        var sectorIsWished = wished.Contains(company.Sector);
        var reasons = new List<MatchReason>
        {
            available
                ? new("availability.current", Say(
                    $"Disponibilità verificata il {Day(company.VerifiedOn)}: posti {company.AvailablePlaces}",
                    $"Availability verified on {Day(company.VerifiedOn)}: {company.AvailablePlaces} places"), ForAvailability)
                : new("availability.unknown", Say("Disponibilità da verificare con una chiamata", "Availability to be verified by a call"), 0),
        };
        if (wished.Count > 0)
        {
            reasons.Add(sectorIsWished
                ? new("sector.wished", Say("Settore desiderato", "Wished sector"), ForSector)
                : new("sector.other", Say("Settore diverso da quelli desiderati", "Not one of the wished sectors"), 0));
        }

        var nearness = km is null ? 0 : (int)Math.Round(ForNearness * Math.Max(0, 1 - (km.Value / maxKm)));
        reasons.Add(km switch
        {
            null => new("distance.unknown", Say("Distanza non nota", "Distance not known"), 0),
            < 1 => new("distance.same", Say("Nello stesso comune", "In the same municipality"), ForNearness),
            _ => new("distance.km", Say($"A {Math.Round(km.Value).ToString("0", CultureInfo.InvariantCulture)} km in linea d'aria", $"{Math.Round(km.Value).ToString("0", CultureInfo.InvariantCulture)} km away as the crow flies"), nearness),
        });
        return new(
            company.Id, company.Name, company.Sector, place?.Name, place?.ProvinceCode, km is { } known ? Math.Round(known, 1) : null, sectorIsWished, available,
            available ? company.AvailablePlaces : 0, company.VerifiedOn, company.AvailableUntil, company.PermanentStaff, reasons.Sum(reason => reason.Points), reasons);
    }

    private static string Say(string it, string en) => new Words(it, en).ToString();

    private static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(Words.English ? "en-GB" : "it-IT")) ?? "";
}
