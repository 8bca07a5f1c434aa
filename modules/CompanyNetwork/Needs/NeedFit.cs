using System.Globalization;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>A reason for or against an opening.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Fits">Whether it speaks for it.</param>
internal sealed record FitReason(string Code, string Text, bool Fits);

/// <summary>How an availability answers a need, reason by reason. What nobody has asked the company speaks neither for nor against.</summary>
internal static class NeedFit
{
    public static IReadOnlyList<FitReason> Of(NeedRow need, AvailabilityRow offer, string sector, double? km)
    {
        var reasons = new List<FitReason>();
        void Say(bool applies, string code, bool fits, string it, string en)
        {
            if (applies)
            {
                reasons.Add(new(code, new Words(it, en).ToString(), fits));
            }
        }

        var wished = need.SectorCodes;
        Say(wished.Count > 0 && wished.Contains(sector), "sector", true, "settore cercato", "sector looked for");
        Say(wished.Count > 0 && !wished.Contains(sector), "sector", false, "settore diverso", "another sector");
        var distance = km?.ToString("0", CultureInfo.InvariantCulture);
        Say(km is not null, "distance", km <= need.MaxKm, $"a {distance} km", $"{distance} km away");
        Say(need.Context is not null && need.Context != offer.Context, "context", false, "altro contesto", "another context");
        Say(need.WeeklyHours < offer.WeeklyHours, "hours", false, $"{offer.WeeklyHours} ore, più di quelle cercate", $"{offer.WeeklyHours} hours, more than looked for");
        Say(need.WeeklyHours >= offer.WeeklyHours, "hours", true, $"{offer.WeeklyHours} ore", $"{offer.WeeklyHours} hours");
        var (asked, given) = (WeekSlots.Read(need.Slots), WeekSlots.Read(offer.Slots));
        var outside = given.Count(slot => !asked.Contains(slot));
        Say(asked.Count > 0 && given.Count > 0 && outside == 0, "slots", true, "giorni e fasce adatti", "days and times suit");
        Say(asked.Count > 0 && given.Count > 0 && outside > 0, "slots", false, "alcune fasce non vanno bene", "some times do not suit");
        Say(need.HasLicence == false && offer.DrivingLicence == true, "licence", false, "serve la patente", "needs a driving licence");
        Say(need.CanDoShifts == false && offer.Shifts == true, "shifts", false, "si lavora su turni", "works in shifts");
        Say(offer.PhysicalEffort > need.MostEffort, "effort", false, "sforzo fisico maggiore", "more physical effort");
        Say(offer.PhysicalEffort <= need.MostEffort, "effort", true, "sforzo fisico adatto", "physical effort suits");
        Say(need.NeedsInterruptions == true && offer.Interruptions is InterruptionTolerance.No, "interruptions", false, "interruzioni non tollerate", "interruptions not tolerated");
        Say(need.NeedsInterruptions == true && (offer.Interruptions is InterruptionTolerance.Yes or InterruptionTolerance.Some), "interruptions", true, "interruzioni tollerate", "interruptions tolerated");
        return reasons;
    }

    /// <summary>Kilometres between a need and a company, where both places are known.</summary>
    public static double? Km(NeedRow need, string? municipality) =>
        Municipalities.ByIstat(need.Municipality) is { } home && Municipalities.ByIstat(municipality) is { } place ? Municipalities.DistanceKm(home, place) : null;
}
