namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// The programme that pays lasts as long as the internship. Who is paid for later days would work them for nothing: it is found when the end moves, not when the office makes the list.
/// </summary>
internal sealed class ProgrammeCoversTheDates : InternshipRule
{
    public override string Code => "internship.programme-dates";

    public override string? Field => "endsOn";

    public override RuleResult Check(RuleFacts facts)
    {
        if (facts.Programme is not { } programme)
        {
            return Ok(null, new("Nessun programma della piattaforma paga questo tirocinio: non ci sono date da rispettare.", "No programme of the platform pays this internship: there are no dates to keep to."));
        }

        var uncovered = Math.Max(0, programme.Days.First.DayNumber - facts.Days.First.DayNumber) + Math.Max(0, facts.Days.Last.DayNumber - programme.Days.Last.DayNumber);
        var numbers = new Dictionary<string, long> { ["uncoveredDays"] = uncovered };
        return uncovered == 0
            ? Ok(null, new Words("Il programma che paga, {0}, copre tutte le date.", "The programme that pays, {0}, covers all the dates.").With(programme.Name), numbers)
            : Blocks(null, new Words(
                "Il programma che paga, {0}, va dal {1:d} al {2:d}: i giorni fuori da queste date non sarebbero pagati. Restare in quelle date, oppure far prolungare il programma da chi lo segue.",
                "The programme that pays, {0}, runs from {1:d} to {2:d}: days outside those dates would not be paid. Stay within those dates, or have whoever follows the programme prolong it.")
                .With(programme.Name, programme.Days.First, programme.Days.Last), numbers);
    }
}
