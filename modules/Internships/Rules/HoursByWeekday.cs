namespace InclusionPlatform.Internships.Rules;

/// <summary>The project says in which hours of which days: who signs it, INAIL and the register go by them.</summary>
internal sealed class HoursByWeekday : InternshipRule
{
    private const int MostMinutesOfADay = 8 * 60;

    public override string Code => "internship.hours-by-weekday";

    public override string? Field => "hours";

    public override RuleResult Check(RuleFacts facts)
    {
        if (facts.Plan.Hours is not { } hours)
        {
            return Warns(facts.FrameAct, new(
                "Il progetto non dice in quali ore di quali giorni: indicarle, perché valgono anche per il registro e la copertura INAIL.",
                "The project does not say in which hours of which days: give them, because the register and the INAIL cover go by them."));
        }

        var longest = Enum.GetValues<DayOfWeek>().Max(hours.MinutesOn);
        var numbers = new Dictionary<string, long> { ["minutes"] = longest };
        return longest > MostMinutesOfADay
            ? Warns(null, new Words(
                "In un giorno sono previste più di 8 ore ({0}:{1:00}): verificare che il contratto di settore lo permetta.",
                "On one day there are more than 8 hours ({0}:{1:00}): check that the sector's contract allows it.").With(longest / 60, longest % 60), numbers)
            : Ok(facts.FrameAct, new("Il progetto dice le ore di ogni giorno.", "The project says the hours of each day."), numbers);
    }
}
