namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>
/// The hours of the opening, less those in which the person is not available, still hold the hours a week that are to be worked. Why somebody is not
/// available (a therapy, a penal permit) is not known here and does not matter.
/// </summary>
internal sealed class HoursFitTheFreeTime : HardConstraint
{
    public override string Code => "match.hours-overlap";

    public override Words? Broken(MatchFacts facts)
    {
        if (facts.Opening is not { Times.Count: > 0 } opening || facts.Wish.Unavailable.Count == 0)
        {
            return null;
        }

        var (all, free) = (WeekHours.Minutes(opening.Times), WeekHours.FreeMinutes(opening.Times, facts.Wish.Unavailable));
        var needed = Math.Min(all, (opening.WeeklyHours ?? facts.Wish.WeeklyHours) * 60 ?? all);
        return free >= needed ? null : new Words(
            "L'orario cade in momenti non disponibili: restano {0} ore su {1}.",
            "Its hours fall when the person is not available: {0} hours of {1} are left.").With(free / 60, (needed + 59) / 60);
    }
}
