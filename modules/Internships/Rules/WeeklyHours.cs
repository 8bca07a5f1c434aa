namespace InclusionPlatform.Internships.Rules;

/// <summary>Never more hours a week than the sector's contract.</summary>
internal sealed class WeeklyHours : InternshipRule
{
    public override string Code => "internship.weekly-hours";

    public override string? Field => "weeklyHours";

    public override RuleResult Check(RuleFacts facts)
    {
        var (hours, most) = (facts.Plan.WeeklyHours, facts.Figures.MaxWeeklyHours);
        var numbers = new Dictionary<string, long> { ["hours"] = hours, ["allowed"] = most };
        var toVerify = facts.Figures.IsToVerify("maxWeeklyHours");
        return hours <= most
            ? Ok(facts.FrameAct, new Words("{0} ore a settimana su {1}.", "{0} hours a week of {1}.").With(hours, most), numbers, toVerify)
            : Blocks(facts.FrameAct, new Words(
                "{0} ore a settimana superano le {1} del contratto di settore: ridurre l'orario.",
                "{0} hours a week are above the {1} of the sector's contract: reduce the hours.").With(hours, most), numbers, toVerify);
    }
}
