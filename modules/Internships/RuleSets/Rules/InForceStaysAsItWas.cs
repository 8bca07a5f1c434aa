namespace InclusionPlatform.Internships.RuleSets.Rules;

/// <summary>What has been in force is never rewritten: internships were started by it. A new version begins tomorrow at the earliest, and only one that has not begun is corrected.</summary>
internal static class InForceStaysAsItWas
{
    /// <exception cref="FieldException"><c>rule-set.from-the-past</c> (422).</exception>
    public static void CheckFirstDay(DateOnly from, DateOnly today)
    {
        if (from <= today)
        {
            throw new FieldException("validFrom", "rule-set.from-the-past", new Words(
                "Una nuova versione comincia al più presto domani, {0:d}: quello che è stato in vigore non si riscrive.",
                "A new version begins tomorrow, {0:d}, at the earliest: what has been in force is not rewritten.").With(today.AddDays(1)));
        }
    }

    /// <exception cref="ConflictException"><c>rule-set.in-force</c> (409).</exception>
    public static void CheckNotBegun(DateOnly from, DateOnly today)
    {
        if (from <= today)
        {
            throw new ConflictException("rule-set.in-force", new Words(
                "Questa versione è in vigore dal {0:d} e non si riscrive: per cambiare un valore se ne fa una nuova, da un giorno in poi.",
                "This version is in force since {0:d} and is not rewritten: to change a figure make a new one, from a day on.").With(from));
        }
    }
}
