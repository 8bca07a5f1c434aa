namespace InclusionPlatform.Beneficiaries.Readings.Rules;

/// <summary>
/// A decision is taken back while nothing has come of it but words. A case that it opened and in which nobody recorded anything is such: it ends as opened by mistake. One in which somebody did is ended
/// where it stands, not unwritten.
/// </summary>
internal static class DecisionMayBeTakenBack
{
    /// <summary>Answers the decision.</summary>
    public static ReadingDecision Check(ReadingDecision? decision) => decision ?? throw new ConflictException("referral.not-decided", new(
        "Su questa segnalazione l'incontro non ha ancora deciso: non c'è nulla da togliere. Forse l'ha già fatto un collega: ricaricare la pagina.",
        "The meeting has not decided on this referral yet: there is nothing to take back. Perhaps a colleague did: reload the page."));

    /// <summary>Looks at the case that the decision opened.</summary>
    /// <exception cref="RuleBrokenException"><c>referral.case-opened</c>.</exception>
    public static void CheckCase(bool untouched)
    {
        if (!untouched)
        {
            throw new RuleBrokenException("referral.case-opened", new(
                "Nella presa in carico aperta da questa decisione è già stato fatto qualcosa (diario, appuntamenti, progetto, équipe, chiusura o altro): la decisione non si toglie più da qui. Se è sbagliato l'operatore di "
                + "riferimento, la si passa dalla scheda della persona a un collega; se la persona non andava presa in carico, la si chiude dalla sua scheda e lo si scrive nel verbale.",
                "Something was done already in the case that this decision opened (diary, appointments, plan, team, closing or else): the decision is no longer taken back here. If the case manager is wrong, hand the "
                + "case over on the person's page; if the person should not have been taken on, close the case on their page and write so in the minutes."));
        }
    }
}
