namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>Where a meeting stands.</summary>
internal enum ReadingState
{
    Planned,
    Closed,
}

/// <summary>What an équipe decides of a referral.</summary>
internal enum ReadingDecision
{
    TakenOn,
    WaitingList,
    Declined,

    /// <summary>Something is missing: the referral goes back to whoever sent it.</summary>
    MoreInformation,
}

/// <summary>What is planned of a meeting.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="StartsAt">HH:mm, or null.</param>
/// <param name="Place">Where, or how to connect.</param>
/// <param name="Members">The équipe of this meeting.</param>
internal sealed record ReadingPlan(DateOnly? HeldOn, string? StartsAt, string? Place, IReadOnlyList<ReadingMemberData>? Members);

/// <summary>Somebody of the équipe: a colleague by account, or somebody of a partner body by name.</summary>
internal sealed record ReadingMemberData(Guid? UserId, string? Name, Guid? BodyId);
