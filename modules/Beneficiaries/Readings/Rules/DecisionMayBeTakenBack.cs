namespace InclusionPlatform.Beneficiaries.Readings.Rules;

/// <summary>
/// A decision is taken back while nothing has come of it but words. Taking on has opened a case, told its manager and given an équipe the sight of a person: that is ended where it stands, not unwritten.
/// </summary>
internal static class DecisionMayBeTakenBack
{
    /// <summary>Answers the decision.</summary>
    public static ReadingDecision Check(ReadingDecision? decision) => decision switch
    {
        null => throw new ConflictException("referral.not-decided", new(
            "Su questa segnalazione l'incontro non ha ancora deciso: non c'è nulla da togliere. Forse l'ha già fatto un collega: ricaricare la pagina.",
            "The meeting has not decided on this referral yet: there is nothing to take back. Perhaps a colleague did: reload the page.")),
        ReadingDecision.TakenOn => throw new RuleBrokenException("referral.case-opened", new(
            "Questa decisione ha già aperto la presa in carico e non si toglie da qui. Se è sbagliato l'operatore di riferimento, la si passa dalla sua scheda a un collega; se la persona non andava presa in carico, "
            + "la si chiude dalla sua scheda e lo si scrive nel verbale.",
            "This decision has opened the case already and is not taken back here. If the case manager is wrong, hand the case over on its page; if the person should not have been taken on, close the case on its "
            + "page and write so in the minutes.")),
        { } other => other,
    };
}
