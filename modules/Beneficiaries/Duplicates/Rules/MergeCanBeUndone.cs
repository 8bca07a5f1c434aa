namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>Why a merge cannot be undone.</summary>
internal enum UndoObstacle
{
    /// <summary>It was undone already.</summary>
    Already,

    /// <summary>Too much time has passed: what was written since belongs to one person.</summary>
    TooLate,
}

/// <summary>A merge is undone once, and within the days that the service has set.</summary>
internal static class MergeCanBeUndone
{
    /// <summary>The last day on which it can be undone.</summary>
    public static DateOnly Until(DateTimeOffset mergedAt, int days) => mergedAt.InItaly().AddDays(days);

    /// <summary>What stands in the way, or null.</summary>
    public static UndoObstacle? ObstacleOf(bool undone, DateTimeOffset mergedAt, DateOnly today, int days) =>
        undone ? UndoObstacle.Already : today > Until(mergedAt, days) ? UndoObstacle.TooLate : null;

    public static void Check(bool undone, DateTimeOffset mergedAt, DateOnly today, int days)
    {
        switch (ObstacleOf(undone, mergedAt, today, days))
        {
            case UndoObstacle.Already:
                throw new RuleBrokenException("merge.already-undone", new("Questa unione è già stata annullata: non c'è altro da fare.", "This merge was undone already: there is nothing left to do."));
            case UndoObstacle.TooLate:
                throw new RuleBrokenException("merge.too-late", new Words(
                    "Sono passati più di {0} giorni dall'unione: quello che è stato scritto da allora non si può più dividere. Se le persone sono due, registrare di nuovo quella che manca.",
                    "More than {0} days have passed since the merge: what was written since can no longer be divided. If they are two people, register the missing one again.").With(days));
            default:
                break;
        }
    }
}
