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

/// <summary>The encrypted part: both may say what the people have in common.</summary>
internal sealed record GroupActivityContent(string Title, string Text);

/// <summary>Somebody who was expected.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Present">Whether the person was there.</param>
internal sealed record GroupParticipant(Guid? CaseId, bool? Present);
