namespace InclusionPlatform.Beneficiaries.Grants.Rules;

/// <summary>
/// The same action of a person is paid by one programme (Reg. EU 2021/1060 art. 63(9): what one programme declares no other one does). An action named by its id is the same whatever the
/// money is called; money for the path as a whole is the same when its kind and its days are.
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

        var words = first.Action is not null && first.Action == wanted.Action
            ? new Words(
                "«{0}» paga già questa azione: la stessa azione non si finanzia due volte. Scegliere un'altra azione, oppure chiudere prima quanto è assegnato là.",
                "“{0}” pays this action already: the same action is not funded twice. Choose another action, or end first what is assigned there.")
            : new Words(
                "«{0}» paga già a questa persona la stessa cosa in questi giorni: la stessa azione non si finanzia due volte. Cambiare i giorni, dire per quale azione, oppure chiudere prima quanto è assegnato là.",
                "“{0}” already pays this person the same thing in these days: the same action is not funded twice. Change the days, say for which action, or end first what is assigned there.");
        throw new ConflictException("programme.double-funding", words.With(first.ProgrammeName)) { Act = Act, Field = field };
    }

    private static bool Same(Funding wanted, Funding other) =>
        wanted.ProgrammeId != other.ProgrammeId
        && (wanted.Action is not null && other.Action is not null
            ? wanted.Action == other.Action
            : wanted.Kind is not null && wanted.Kind == other.Kind && wanted.FromOn <= other.ToOn && other.FromOn <= wanted.ToOn);
}
