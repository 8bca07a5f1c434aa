namespace InclusionPlatform.Training.Editions.Rules;

/// <summary>An edition goes forward; a step taken by mistake can be taken back, except into what has already been held.</summary>
internal static class EditionMayChangeState
{
    public static void Check(EditionState from, EditionState to, DateOnly startsOn, DateOnly today)
    {
        var allowed = from == to || (from, to) switch
        {
            (EditionState.Planned, EditionState.Enrolling or EditionState.Running or EditionState.Cancelled) => true,
            (EditionState.Enrolling, EditionState.Planned or EditionState.Running or EditionState.Cancelled) => true,
            (EditionState.Running, EditionState.Enrolling or EditionState.Ended or EditionState.Cancelled) => true,
            (EditionState.Ended, EditionState.Running) => true,
            (EditionState.Cancelled, EditionState.Planned) => true,
            _ => false,
        };
        if (!allowed)
        {
            throw new FieldException("state", "edition.state-step", new(
                "Da questo stato non si può passare a quello scelto: un'edizione va avanti passo per passo (in preparazione, iscrizioni aperte, in corso, conclusa).",
                "The edition cannot go to that state from where it is: it goes step by step (planned, enrolling, running, ended)."));
        }

        if (from != to && to == EditionState.Ended && today < startsOn)
        {
            throw new FieldException("state", "edition.not-begun", new(
                "L'edizione non è ancora cominciata: non può essere conclusa. Se non si fa, annullarla.",
                "The edition has not begun yet and cannot be ended. If it is not held, cancel it."));
        }
    }
}
