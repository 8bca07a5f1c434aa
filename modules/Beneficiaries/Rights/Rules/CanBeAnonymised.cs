using InclusionPlatform.Internships.Contracts;

namespace InclusionPlatform.Beneficiaries.Rights.Rules;

/// <summary>How long people are kept: from the end of the last case, or from the registration of who never had one.</summary>
internal static class RetentionClock
{
    /// <summary>The day from which nothing personal may be kept any more; null while the clock stands still.</summary>
    public static DateOnly? DueOn(bool hasCase, DateOnly? lastClosedOn, DateOnly registeredOn, int months, int monthsWithoutCase) =>
        !hasCase ? registeredOn.AddMonths(monthsWithoutCase) : lastClosedOn?.AddMonths(months);
}

/// <summary>
/// Nobody is made anonymous while the service works with them, while they asked that data are kept (GDPR art. 18), while papers must be kept (art. 17(3)),
/// while they take part in a programme or are paid by one, while something is still owed to them (who must account for it could no more: Reg. EU 2021/1060 annex XVII), or, without their asking, before the retention time is over (art. 5(1)(e)).
/// </summary>
internal static class CanBeAnonymised
{
    private static readonly Words Internship = new("C'è un tirocinio in corso: registrarne prima la conclusione.", "An internship is running: record its end first.");

    public static void Check(bool openCase, Unsettled unsettled, IReadOnlySet<MarkKind> marks, AnonymisationReason reason, DateOnly? dueOn, DateOnly today)
    {
        if (openCase)
        {
            throw new RuleBrokenException("anonymisation.case-open", new("La persona è in carico: prima va chiusa la presa in carico.", "The person has an open case: close it first."));
        }

        if (unsettled.Internship)
        {
            throw new RuleBrokenException("anonymisation.internship-running", Internship);
        }

        if (unsettled.Programmes.Count > 0)
        {
            throw new ConflictException("anonymisation.participating", Leaving(unsettled.Programmes[0]));
        }

        if (unsettled.Grants.Count > 0)
        {
            throw new ConflictException("anonymisation.grant-open", Granted(unsettled.Grants[0]));
        }

        if (unsettled.Payments != OpenPayments.None)
        {
            throw new ConflictException("anonymisation.payment-open", Owed(unsettled.Payments));
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

    /// <summary>What must be settled first, sentence by sentence: afterwards nobody could, as the person is found no more.</summary>
    public static IReadOnlyList<Words> Before(Unsettled unsettled) =>
    [
        .. unsettled.Internship ? [Internship] : Array.Empty<Words>(), .. unsettled.Programmes.Select(Leaving), .. unsettled.Grants.Select(Granted),
        .. unsettled.Payments != OpenPayments.None ? [Owed(unsettled.Payments)] : Array.Empty<Words>(),
    ];

    // Without name and account nobody could pay it any more, nor account for it.
    private static Words Owed(OpenPayments owed) => (owed.Cents, owed.Months) switch
    {
        (0, 1) => new(
            "Un mese di tirocinio con il registro firmato non è ancora in una lista di pagamento: l'ufficio che paga lo metta in lista e registri il pagamento.",
            "A month of internship with a signed register is on no pay list yet: the office that pays lists it and records the payment first."),
        (0, var months) => new Words(
            "{0} mesi di tirocinio con il registro firmato non sono ancora in una lista di pagamento: l'ufficio che paga li metta in lista e registri il pagamento.",
            "{0} months of internship with a signed register are on no pay list yet: the office that pays lists them and records the payment first.").With(months),
        (var cents, 0) => new Words(
            "C'è un pagamento aperto di {0:N2} € (indennità di tirocinio): l'ufficio che paga registri prima il bonifico come eseguito, o chiuda quello tornato indietro con la lista successiva.",
            "There is an open payment of {0:N2} € (internship allowance): the office that pays first records the transfer as done, or settles the returned one with the next list.").With(cents / 100m),
        var (cents, months) => new Words(
            "C'è un pagamento aperto di {0:N2} € (indennità di tirocinio), e mesi con il registro firmato che non sono ancora in una lista ({1}): l'ufficio che paga li chiuda prima.",
            "There is an open payment of {0:N2} € (internship allowance), and months with a signed register that are on no list yet ({1}): the office that pays settles them first.").With(cents / 100m, months),
    };

    private static Words Leaving(string programme) => new Words(
        "La persona partecipa a «{0}» e non ne è uscita: registrare prima l'uscita, nella pagina del programma.", "The person takes part in “{0}” and has not left: record the exit first, on the programme's page.").With(programme);

    private static Words Granted(string programme) => new Words(
        "«{0}» ha assegnato denaro alla persona per giorni non ancora finiti: chiudere prima l'assegnazione, nella pagina del programma.",
        "“{0}” has assigned money to the person for days that are not over: end the assignment first, on the programme's page.").With(programme);
}

/// <summary>What still runs for a person beside the case.</summary>
/// <param name="Internship">An internship runs.</param>
/// <param name="Programmes">Names of the programmes that they take part in without an exit.</param>
/// <param name="Grants">Names of the programmes that have assigned money for days that are not over.</param>
internal sealed record Unsettled(bool Internship, IReadOnlyList<string> Programmes, IReadOnlyList<string> Grants)
{
    public static readonly Unsettled Nothing = new(false, [], []);

    /// <summary>What programmes still owe them for internships.</summary>
    public OpenPayments Payments { get; init; } = OpenPayments.None;
}
