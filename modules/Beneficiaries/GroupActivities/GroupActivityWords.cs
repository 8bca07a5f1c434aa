namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>What a group does together.</summary>
internal enum GroupActivityKind
{
    GroupMeeting,
    Workshop,
    Orientation,
    Outing,
    Other,
}

/// <summary>Where a planned activity stands.</summary>
internal enum PlannedActivityState
{
    Planned,
    Recorded,
    Cancelled,
}

/// <summary>The encrypted part of a plan.</summary>
internal sealed record PlannedActivityContent(string Title, string? Place)
{
    public static PlannedActivityContent Of(IActivityPlan plan) => new(plan.Title!.Trim(), string.IsNullOrWhiteSpace(plan.Place) ? null : plan.Place.Trim());
}

/// <summary>The encrypted part: both may say what the people have in common.</summary>
internal sealed record GroupActivityContent(string Title, string Text);

/// <summary>Somebody who was expected.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Present">Whether the person was there.</param>
internal sealed record GroupParticipant(Guid? CaseId, bool? Present);

/// <summary>What planning and recording say alike.</summary>
internal static class GroupSentences
{
    /// <summary>How many people a group has at most.</summary>
    public const int Most = 60;

    public static Words Nobody { get; } = new("Scegliere almeno una persona.", "Choose at least one person.");

    public static Words TooMany { get; } = new("Al massimo 60 persone: dividere l'attività in due gruppi.", "At most 60 people: divide the activity into two groups.");

    public static Words Twice { get; } = new("La stessa persona è indicata due volte: lasciarla una volta sola.", "The same person is named twice: keep them once.");
}
