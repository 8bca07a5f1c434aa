namespace InclusionPlatform.Beneficiaries.GroupActivities.Rules;

/// <summary>Only what is still planned is recorded or called off; it is recorded once it has begun, on its own day, and of everybody who was expected it is said whether they came.</summary>
internal static class ActivityIsPlanned
{
    public static void Check(PlannedActivityState state)
    {
        if (state is not PlannedActivityState.Planned)
        {
            throw new RuleBrokenException("planned-activity.settled", new(
                "Questa attività è già stata registrata o annullata: aggiornare l'elenco.", "This activity was recorded or called off already: refresh the list."));
        }
    }

    public static void CheckBegun(DateTimeOffset startsAt, DateTimeOffset now)
    {
        if (startsAt > now)
        {
            throw new RuleBrokenException("planned-activity.not-begun", new(
                "L'attività deve ancora cominciare: si può annullare, chi c'era si registra dopo.", "The activity has not begun yet: it can be called off; who came is recorded afterwards."));
        }
    }

    public static void CheckDay(DateOnly planned, DateOnly on)
    {
        if (planned != on)
        {
            throw new FieldException("on", "planned-activity.other-day", new Words(
                "L'attività era in programma il {0:d MMMM yyyy}: si registra in quel giorno. Se si è fatta in un altro, annullarla e registrarla a parte.",
                "The activity was planned for {0:d MMMM yyyy}: it is recorded on that day. If it was held on another, call it off and record it apart.").With(planned.ToDateTime(TimeOnly.MinValue)));
        }
    }

    /// <param name="missing">How many were expected and are not spoken of.</param>
    public static void CheckEverybodyIsToldOf(int missing)
    {
        if (missing > 0)
        {
            throw new FieldException("participants", "planned-activity.somebody-missing", new Words(
                "Di {0} persone che erano attese non è detto se c'erano: lasciarle nell'elenco e segnare chi è mancato.",
                "Of {0} people who were expected it is not said whether they came: keep them in the list and mark who did not.").With(missing));
        }
    }
}
