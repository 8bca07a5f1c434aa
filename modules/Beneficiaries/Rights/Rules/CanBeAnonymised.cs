namespace InclusionPlatform.Beneficiaries.Rights.Rules;

/// <summary>How long people are kept: from the end of the last case, or from the registration of who never had one.</summary>
internal static class RetentionClock
{
    /// <summary>The day from which nothing personal may be kept any more; null while the clock stands still.</summary>
    public static DateOnly? DueOn(bool hasCase, DateOnly? lastClosedOn, DateOnly registeredOn, int months, int monthsWithoutCase) =>
        !hasCase ? registeredOn.AddMonths(monthsWithoutCase) : lastClosedOn?.AddMonths(months);
}

/// <summary>
/// Nobody is made anonymous while the service works with them, while they asked that data are kept (GDPR art. 18), while papers must be kept (art. 17(3)), or,
/// without their asking, before the retention time is over (art. 5(1)(e)).
/// </summary>
internal static class CanBeAnonymised
{
    public static void Check(bool openCase, bool openInternship, IReadOnlySet<MarkKind> marks, AnonymisationReason reason, DateOnly? dueOn, DateOnly today)
    {
        if (openCase)
        {
            throw new RuleBrokenException("anonymisation.case-open", new("La persona è in carico: prima va chiusa la presa in carico.", "The person has an open case: close it first."));
        }

        if (openInternship)
        {
            throw new RuleBrokenException("anonymisation.internship-running", new("C'è un tirocinio in corso: registrarne prima la conclusione.", "An internship is running: record its end first."));
        }

        if (marks.Contains(MarkKind.Restriction))
        {
            throw new RuleBrokenException("anonymisation.restricted", new(
                "La persona ha chiesto che i dati siano conservati (limitazione): toglierla prima, se non vale più.", "The person asked that data are kept (restriction): end it first, if it no longer holds."));
        }

        if (marks.Contains(MarkKind.Hold))
        {
            throw new RuleBrokenException("anonymisation.held", new(
                "I documenti di questa persona vanno conservati ancora: vedi il vincolo nella scheda.", "The papers of this person must still be kept: see the hold in the record."));
        }

        if (reason is AnonymisationReason.RetentionEnded && (dueOn is null || dueOn > today))
        {
            throw new RuleBrokenException("anonymisation.not-due", new(
                "Il tempo di conservazione non è finito: si può anonimizzare solo se lo chiede la persona.", "The retention time is not over: only the person's own request allows it now."));
        }
    }
}
