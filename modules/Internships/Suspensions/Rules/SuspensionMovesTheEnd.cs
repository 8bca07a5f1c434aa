using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.Internships.Suspensions.Rules;

/// <summary>
/// Maternity, an illness or injury of at least thirty days and a closure of at least fifteen calendar days do not count in the maximum (guidelines 25-5-2017, rep. 86/CSR; for
/// social inclusion as the region says, to verify): the end moves by as many days. A quarantine is reckoned as an illness. Shorter ones, and others, rest without moving the end.
/// </summary>
internal static class SuspensionMovesTheEnd
{
    /// <summary>By how many days; none while the last day is not known.</summary>
    public static int Days(SuspensionReason reason, DateOnly from, DateOnly? to, RuleSet figures)
    {
        if (to is not { } last)
        {
            return 0;
        }

        var days = last.DayNumber - from.DayNumber + 1;
        var least = reason switch
        {
            SuspensionReason.Maternity => 1,
            SuspensionReason.Illness or SuspensionReason.Injury or SuspensionReason.Quarantine => figures.SuspensionIllnessDays ?? 1,
            SuspensionReason.Closure => figures.SuspensionClosureDays ?? 1,
            _ => int.MaxValue,
        };
        return days >= least ? days : 0;
    }
}
