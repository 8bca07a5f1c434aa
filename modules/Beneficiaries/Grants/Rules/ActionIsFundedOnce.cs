namespace InclusionPlatform.Beneficiaries.Grants.Rules;

/// <summary>
/// The same action of a person is paid by one programme (Reg. EU 2021/1060 art. 63(9): what one programme declares no other one does), and by that one once. Between two programmes an
/// action named by its id is the same whatever the money is called; where an action is not named on both sides, money is the same when its kind and its days are: a dowry and a
/// contribution that name no common action pay for different things. Within one programme different kinds of money may meet on one action; a dowry or an allowance is paid by the day and
/// is not given twice for the same days, a contribution pays a thing and is the same when it is for the same action on the very same days. What ended early counts against other programmes
/// by what was spent, and does not hinder its own programme from assigning anew.
/// </summary>
internal static class ActionIsFundedOnce
{
    public const string Act = "Reg. (UE) 2021/1060, art. 63, par. 9";

    /// <exception cref="ConflictException"><c>programme.double-funding</c>, naming the programme that pays already.</exception>
    public static void Check(Funding wanted, IEnumerable<Funding> existing, string? field = null)
    {
        if (existing.FirstOrDefault(other => Same(wanted, other)) is not { } first)
        {
            return;
        }

        if (first.ProgrammeId == wanted.ProgrammeId)
        {
            throw new ConflictException("programme.double-funding", new Words(
                "«{0}» paga già a questa persona la stessa cosa in questi giorni. Cambiare i giorni, dire per quale altra azione, oppure chiudere prima quanto è già assegnato.",
                "“{0}” already pays this person the same thing in these days. Change the days, say for which other action, or end first what is assigned already.").With(first.ProgrammeName))
            {
                Act = Act, Field = field,
            };
        }

        var words = first.Action is not null && first.Action == wanted.Action
            ? new Words(
                "«{0}» paga già questa azione: la stessa azione non si finanzia due volte. Scegliere un'altra azione, oppure chiudere prima quanto è assegnato là.",
                "“{0}” pays this action already: the same action is not funded twice. Choose another action, or end first what is assigned there.")
            : new Words(
                "«{0}» paga già a questa persona la stessa cosa in questi giorni: la stessa azione non si finanzia due volte. Cambiare i giorni, dire per quale azione, oppure chiudere prima quanto è assegnato là.",
                "“{0}” already pays this person the same thing in these days: the same action is not funded twice. Change the days, say for which action, or end first what is assigned there.");
        throw new ConflictException("programme.double-funding", words.With(first.ProgrammeName)) { Act = Act, Field = field };
    }

    private static bool Same(Funding wanted, Funding other) => wanted.ProgrammeId == other.ProgrammeId ? SameWithinOne(wanted, other)
        : wanted.Action is not null && other.Action is not null ? wanted.Action == other.Action
        : SameKind(wanted, other) && Overlap(wanted, other);

    private static bool SameWithinOne(Funding wanted, Funding other) =>
        SameKind(wanted, other) && !wanted.Ended && !other.Ended
        && (wanted.Kind is GrantKind.Contribution
            ? wanted.Action == other.Action && wanted.FromOn == other.FromOn && wanted.ToOn == other.ToOn
            : (wanted.Action is null || other.Action is null || wanted.Action == other.Action) && Overlap(wanted, other));

    private static bool SameKind(Funding wanted, Funding other) => wanted.Kind is not null && wanted.Kind == other.Kind;

    private static bool Overlap(Funding wanted, Funding other) => wanted.FromOn <= other.ToOn && other.FromOn <= wanted.ToOn;
}
