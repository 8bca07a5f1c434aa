namespace InclusionPlatform.Beneficiaries.Readings.Rules;

/// <summary>Decisions are taken in a meeting: not before its day, and its minutes close only when everything on the agenda was decided or taken off it.</summary>
internal static class DecisionIsOfTheMeeting
{
    public static void CheckDay(DateOnly heldOn, DateOnly today)
    {
        if (heldOn > today)
        {
            throw new RuleBrokenException("reading.not-held-yet", new(
                "L'incontro non si è ancora tenuto: se è stato anticipato, cambiarne prima la data.",
                "The meeting was not held yet: if it was brought forward, change its day first."));
        }
    }

    public static void CheckAllDecided(int undecided)
    {
        if (undecided > 0)
        {
            throw new RuleBrokenException("reading.undecided", new Words(
                "Sull'ordine del giorno restano segnalazioni senza decisione ({0}): decidere o toglierle, poi chiudere il verbale.",
                "The agenda still has referrals without a decision ({0}): decide or take them off, then close the minutes.").With(undecided));
        }
    }
}
