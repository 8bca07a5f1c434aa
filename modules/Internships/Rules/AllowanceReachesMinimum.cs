using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.Internships.Rules;

/// <summary>The monthly allowance is neither below the least nor above the most that the region sets.</summary>
internal sealed class AllowanceReachesMinimum : InternshipRule
{
    private const int WeeksInAYear = 52, MonthsInAYear = 12;

    public override string Code => "internship.allowance-minimum";

    public override string? Field => "allowanceCents";

    /// <summary>The least a month, or null where the project alone decides. For a step by duration, what is due from the first month.</summary>
    public static long? Least(RuleSet figures, PlanFacts plan) => figures.Allowances
        .Where(step => step.ReachedAt <= step.Basis switch
        {
            AllowanceBasis.WeeklyHours => plan.WeeklyHours,
            AllowanceBasis.MonthlyHours => plan.WeeklyHours * WeeksInAYear / MonthsInAYear,
            AllowanceBasis.DailyHours => HourOf(plan.LongestDay),
            _ => 0,
        })
        .OrderBy(step => step.ReachedAt)
        .Select(step => (long?)(plan.MealsProvided ? step.CentsWithMeals ?? step.Cents : step.Cents))
        .LastOrDefault();

    /// <summary>Into which hour so many minutes go: 4:00 is the fourth, 4:01 the fifth.</summary>
    private static int HourOf(int minutes) => (minutes + TimeUnits.MinutesInAnHour - 1) / TimeUnits.MinutesInAnHour;

    /// <summary>The step by duration that a long internship reaches later, or null.</summary>
    public static AllowanceStep? Later(RuleSet figures, int months) =>
        figures.Allowances.LastOrDefault(step => step.Basis is AllowanceBasis.DurationMonths && step.ReachedAt > 0 && step.ReachedAt <= months);

    public override RuleResult Check(RuleFacts facts)
    {
        var (figures, cents) = (facts.Figures, facts.Plan.AllowanceCents);
        var toVerify = figures.IsToVerify("allowances");
        var least = Least(figures, facts.Plan);
        var numbers = new Dictionary<string, long> { ["cents"] = cents };
        if (figures.MaxAllowanceCents is { } most)
        {
            numbers["mostCents"] = most;
            if (cents > most)
            {
                return Blocks(figures.Act, new Words(
                    "L'indennità di {0:N2} € supera il massimo di {1:N2} € al mese: ridurla.",
                    "The allowance of {0:N2} € is above the maximum of {1:N2} € a month: reduce it.").With(cents / 100m, most / 100m), numbers, toVerify);
            }
        }

        if (least is not { } floor)
        {
            return Ok(figures.Act, new Words("Indennità di {0:N2} € al mese, stabilita nel progetto.", "Allowance of {0:N2} € a month, set in the project.").With(cents / 100m), numbers, toVerify);
        }

        numbers["leastCents"] = floor;
        if (figures.Allowances.Any(step => step.Basis is AllowanceBasis.DailyHours))
        {
            numbers["longestDay"] = facts.Plan.LongestDay;
            if (cents < floor)
            {
                return Blocks(figures.Act, new Words(
                    "L'indennità di {0:N2} € è sotto il minimo di {1:N2} € lordi al mese per giornate fino a {2} ore: aumentarla, oppure correggere le ore dei giorni.",
                    "The allowance of {0:N2} € is below the minimum of {1:N2} € gross a month for days of up to {2} hours: raise it, or correct the hours of the days.")
                    .With(cents / 100m, floor / 100m, WeeklyTime.OfDay(facts.Plan.LongestDay)), numbers, toVerify);
            }
        }

        if (cents < floor)
        {
            var said = WeeklyTime.Said(facts.Plan.WeeklyHours);
            return Blocks(figures.Act, new Words(
                $"L'indennità di {{0:N2}} € è sotto il minimo di {{1:N2}} € lordi al mese per {said.It} a settimana: aumentarla.",
                $"The allowance of {{0:N2}} € is below the minimum of {{1:N2}} € gross a month for {said.En} a week: raise it.").With(cents / 100m, floor / 100m), numbers, toVerify);
        }

        return Later(figures, InternshipMonths.Begun(facts.Plan.StartsOn, facts.Plan.EndsOn)) is { } later && cents < later.Cents
            ? Warns(figures.Act, new Words(
                "Indennità di {0:N2} € al mese: dal mese {1} ne servono {2:N2}.",
                "Allowance of {0:N2} € a month: from month {1} on {2:N2} are due.").With(cents / 100m, later.ReachedAt, later.Cents / 100m), numbers, toVerify)
            : Ok(figures.Act, new Words("Indennità di {0:N2} € al mese, minimo {1:N2} €.", "Allowance of {0:N2} € a month, minimum {1:N2} €.").With(cents / 100m, floor / 100m), numbers, toVerify);
    }
}
