namespace InclusionPlatform.Internships.Rules;

/// <summary>Never more hours a week than the sector's contract.</summary>
internal sealed class WeeklyHours : InternshipRule
{
    public override string Code => "internship.weekly-hours";

    public override string? Field => "weeklyHours";

    public override RuleResult Check(RuleFacts facts)
    {
        var (hours, most) = (facts.Plan.WeeklyHours, facts.Figures.MaxWeeklyHours);
        var (said, numbers) = (WeeklyTime.Said(hours), WeeklyTime.Numbers(hours));
        numbers["allowed"] = most;
        var toVerify = facts.Figures.IsToVerify("maxWeeklyHours");
        return hours <= most
            ? Ok(facts.FrameAct, new Words($"{said.It} a settimana su {{0}}.", $"{said.En} a week of {{0}}.").With(most), numbers, toVerify)
            : Blocks(facts.FrameAct, new Words(
                $"{said.It} a settimana superano le {{0}} del contratto di settore: ridurre l'orario.",
                $"{said.En} a week are above the {{0}} of the sector's contract: reduce the hours.").With(most), numbers, toVerify);
    }
}
