namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// Nobody is admitted to work below 16, after ten years of schooling (art. 1, c. 622, L. 296/2006); the regions ask the same of internships. Who is 16 or 17 is a minor: at most 8 hours a day and
/// 40 a week (art. 18 L. 977/1967, as changed by D.Lgs. 345/1999). How far the law of minors at work reaches internships is to be verified region by region, so that its hours warn and do not block.
/// The rule tells the years of a minor, never the day of birth, and of an adult nothing but that they are one.
/// </summary>
internal sealed class PersonIsOldEnough : InternshipRule
{
    private const int LeastYears = 16, AdultYears = 18, MostHoursADay = 8, MostHoursAWeek = 40;
    private const string Admission = "L. 296/2006, art. 1, c. 622", Minors = "L. 977/1967, artt. 8 e 18, e D.Lgs. 345/1999";

    public override string Code => "internship.minimum-age";

    public override bool MayBeSetAside => false;

    public override string? Field => "startsOn";

    /// <summary>Whole years on a day.</summary>
    public static int Years(DateOnly birth, DateOnly day) => day.Year - birth.Year - (birth.AddYears(day.Year - birth.Year) > day ? 1 : 0);

    public override RuleResult Check(RuleFacts facts)
    {
        if (facts.Person.Age is not { } age || age >= AdultYears)
        {
            return Ok(Admission, new("La persona è maggiorenne il primo giorno.", "The person is of age on the first day."));
        }

        var numbers = new Dictionary<string, long> { ["age"] = age };
        if (age < LeastYears)
        {
            return Blocks(Admission, new Words(
                "Il primo giorno la persona ha {0} anni: si comincia da {1}, dopo dieci anni di scuola. Spostare l'inizio, oppure pensare con la famiglia e la scuola a un percorso di formazione.",
                "On the first day the person is {0}: one begins at {1}, after ten years of school. Move the start, or think of a path of training with family and school.").With(age, LeastYears), numbers, toVerify: true);
        }

        var (day, week) = (facts.Plan.LongestDay, facts.Plan.Hours?.Minutes ?? WeeklyTime.Minutes(facts.Plan.WeeklyHours));
        (numbers["dayMinutes"], numbers["weekMinutes"]) = (day, week);
        if (day > MostHoursADay * TimeUnits.MinutesInAnHour || week > MostHoursAWeek * TimeUnits.MinutesInAnHour)
        {
            var (longest, all) = (WeeklyTime.OfDay(day), WeeklyTime.Said((decimal)week / TimeUnits.MinutesInAnHour));
            return Warns(Minors, new Words(
                $"La persona ha {{0}} anni: un minorenne lavora al massimo {{1}} ore al giorno e {{2}} a settimana, ma il progetto ne chiede {longest} nel giorno più lungo e {all.It} a settimana. Ridurre l'orario. "
                + "Servono anche l'obbligo scolastico assolto, la visita medica e la firma di chi esercita la responsabilità genitoriale.",
                $"The person is {{0}}: a minor works at most {{1}} hours a day and {{2}} a week, but the project asks for {longest} on the longest day and {all.En} a week. Reduce the hours. "
                + "Compulsory schooling done, the medical check and the signature of whoever has parental responsibility are needed too.").With(age, MostHoursADay, MostHoursAWeek), numbers, toVerify: true) with
            {
                Field = facts.Plan.Hours is null ? "weeklyHours" : "hours",
            };
        }

        return Warns(Minors, new Words(
            "La persona ha {0} anni: verificare che abbia assolto l'obbligo scolastico e la visita medica, e far firmare il progetto anche a chi esercita la responsabilità genitoriale. L'orario resta entro {1} ore al giorno e {2} a settimana.",
            "The person is {0}: check that compulsory schooling and the medical check are done, and have whoever has parental responsibility sign the project too. The hours stay within {1} a day and {2} a week.")
            .With(age, MostHoursADay, MostHoursAWeek), numbers, toVerify: true) with { Field = null };
    }
}
