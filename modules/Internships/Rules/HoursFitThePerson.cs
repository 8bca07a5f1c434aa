namespace InclusionPlatform.Internships.Rules;

/// <summary>The hours leave therapy, permits and whatever else binds the person free. The rule knows when, never why; it is checked by those of the équipe only.</summary>
internal sealed class HoursFitThePerson : InternshipRule
{
    public override string Code => "internship.hours-fit-the-person";

    public override string? Field => "hours";

    public override RuleResult Check(RuleFacts facts)
    {
        if (facts.Person.Limits is not { } limits)
        {
            return Ok(null, new(
                "Gli orari in cui la persona non può lavorare li vede e li verifica la sua équipe.", "The times at which the person cannot work are seen and checked by their team."));
        }

        if (facts.Plan.Hours is not { } hours)
        {
            return limits.Unavailable.Count == 0
                ? Ok(null, new("La persona non ha indicato orari in cui non può lavorare.", "The person has named no times at which they cannot work."))
                : Warns(null, new(
                    "La persona ha orari in cui non può lavorare: indicare le ore di ogni giorno per poterli verificare.",
                    "There are times at which the person cannot work: give the hours of each day so that they can be checked."));
        }

        var clashes = hours.Shared(limits.Unavailable);
        var numbers = new Dictionary<string, long> { ["clashes"] = clashes.Count, ["minutes"] = clashes.Sum(clash => clash.Minutes) };
        if (clashes.Count > 0)
        {
            return Blocks(null, new(
                $"In queste ore la persona non può lavorare: {string.Join(", ", clashes.Select(clash => clash.Said.It))}. Cambiare l'orario, oppure aggiornare il suo profilo di lavoro.",
                $"At these hours the person cannot work: {string.Join(", ", clashes.Select(clash => clash.Said.En))}. Change the hours, or bring the work profile up to date."), numbers);
        }

        var said = WeeklyTime.Said(hours.Hours);
        return limits.WeeklyHours is { } wished && hours.Hours > wished
            ? Warns(null, new Words(
                $"Il progetto chiede {said.It} a settimana; nel profilo di lavoro la persona ne indica {{0}}.", $"The project asks for {said.En} a week; the work profile says {{0}}.").With(wished),
                new Dictionary<string, long>(WeeklyTime.Numbers(hours.Hours)) { ["wished"] = wished })
            : Ok(null, new("L'orario lascia liberi gli impegni della persona.", "The hours leave the person's commitments free."), numbers);
    }
}
