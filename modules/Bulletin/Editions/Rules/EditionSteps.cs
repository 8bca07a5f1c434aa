namespace InclusionPlatform.Bulletin.Editions.Rules;

/// <summary>Which steps an edition may take from where it is.</summary>
internal static class EditionSteps
{
    /// <summary>How far ahead an edition can be scheduled.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>A scheduled edition is taken back before it is changed; a sent one stays as it was mailed.</summary>
    public static void CheckChange(EditionState state)
    {
        if (state == EditionState.Scheduled)
        {
            throw new RuleBrokenException("edition.scheduled", new(
                "Il numero è programmato: annullare la programmazione prima di modificarlo.", "The edition is scheduled: cancel the schedule before changing it."));
        }

        if (state != EditionState.Draft)
        {
            throw new RuleBrokenException("edition.already-sent", new(
                "Il numero è già partito e resta come è stato inviato.", "The edition has gone out and stays as it was sent."));
        }
    }

    /// <summary>It has something to say, and its hour is still to come.</summary>
    public static void CheckSchedule(EditionState state, DateTimeOffset at, DateTimeOffset now, int openOpportunities)
    {
        CheckChange(state);
        if (at <= now)
        {
            throw new FieldException("at", "edition.schedule-past", new(
                "Il momento scelto è già passato: indicarne uno futuro.", "The moment chosen has passed: choose one in the future."));
        }

        if (at > now.AddDays(MostDaysAhead))
        {
            throw new FieldException("at", "edition.schedule-far", new(
                "Il momento scelto è tra più di un anno: controllare la data.", "The moment chosen is more than a year away: check the date."));
        }

        if (openOpportunities == 0)
        {
            throw new RuleBrokenException("edition.empty", new(
                "Il numero è vuoto: aggiungere almeno un'opportunità pubblicata e non scaduta.", "The edition is empty: add at least one opportunity that is published and open."));
        }
    }

    /// <summary>Only what waits can be taken back.</summary>
    public static void CheckUnschedule(EditionState state)
    {
        if (state != EditionState.Scheduled)
        {
            throw new RuleBrokenException("edition.not-scheduled", new(
                "Il numero non è programmato, o il suo invio è già cominciato.", "The edition is not scheduled, or its sending has begun."));
        }
    }
}
