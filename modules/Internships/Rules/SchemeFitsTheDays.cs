using InclusionPlatform.Internships.Allowances.Schemes;

namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// Where the scheme that pays is for short days (Lombardia, DGR X/7763/2018: the reduced amount up to four hours a day), no day of the week in force is longer. A scheme that does not fit is
/// not taken when it is chosen or the hours are amended; one that stood before the scheme said so is found here. It warns: what is paid is the office's matter, and no reason to stop.
/// </summary>
internal sealed class SchemeFitsTheDays : InternshipRule
{
    public override string Code => "internship.scheme-daily-hours";

    public override string? Field => null;

    public override RuleResult Check(RuleFacts facts)
    {
        if (facts.ShortDays is not { } scheme)
        {
            return Ok(null, new("L'indennità non dipende da quanto sono lunghi i giorni.", "The allowance does not depend on how long the days are."));
        }

        var longest = facts.Plan.LongestDay;
        var numbers = new Dictionary<string, long> { ["longestDay"] = longest, ["mostHours"] = scheme.MaxDailyHours };
        return SchemeFits.FitsDays(scheme.MaxDailyHours, longest)
            ? Ok(null, new Words("Nessun giorno supera le {0} ore dello schema dell'indennità.", "No day is longer than the {0} hours of the allowance's scheme.").With(scheme.MaxDailyHours), numbers)
            : Warns(null, SchemeFits.TooLong(scheme.Name, scheme.MaxDailyHours, longest, new(
                "Scegliere uno schema senza questo limite, oppure accorciare i giorni con una modifica.", "Choose a scheme without this limit, or shorten the days by an amendment.")), numbers);
    }
}
