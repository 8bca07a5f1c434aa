namespace InclusionPlatform.Beneficiaries.JobSearch.Rules;

/// <summary>Only what is planned is moved or gets an outcome; what waits for its hour cannot have been held or missed, but it can be called off.</summary>
internal static class JobSessionIsPlanned
{
    public static void CheckChange(JobSessionState state)
    {
        if (state is not JobSessionState.Planned)
        {
            throw new RuleBrokenException("job-session.recorded", new(
                "Questo incontro ha già un esito: per cambiarlo, prima togliere l'esito.", "This session has an outcome already: to change it, take the outcome back first."));
        }
    }

    public static void CheckOutcome(JobSessionState state, JobSessionState outcome, DateTimeOffset startsAt, DateTimeOffset now)
    {
        CheckChange(state);
        if (outcome is not JobSessionState.Cancelled && startsAt > now)
        {
            throw new RuleBrokenException("job-session.not-begun", new(
                "L'incontro deve ancora cominciare: si può annullare o spostare, l'esito si registra dopo.",
                "The session has not begun yet: it can be cancelled or moved; its outcome is recorded afterwards."));
        }
    }

    public static void CheckTakingBack(JobSessionState state)
    {
        if (state is JobSessionState.Planned)
        {
            throw new RuleBrokenException("job-session.no-outcome", new("Questo incontro non ha ancora un esito.", "This session has no outcome yet."));
        }
    }
}
