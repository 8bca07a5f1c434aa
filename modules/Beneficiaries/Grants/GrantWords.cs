using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>What the money is.</summary>
internal enum GrantKind
{
    /// <summary>A sum for a whole path, paid by the month or kept for a business idea.</summary>
    Dowry,

    /// <summary>For taking part.</summary>
    Allowance,

    /// <summary>For something that the path needs: transport, a licence, tools.</summary>
    Contribution,
}

/// <summary>How an assignment stands.</summary>
internal enum GrantState
{
    Assigned,

    /// <summary>Ended early: only what was spent still weighs on the line.</summary>
    Revoked,
}

/// <summary>What money may be assigned for, beside the path as a whole.</summary>
internal enum FundedActionKind
{
    Internship,

    /// <summary>A place in a course.</summary>
    Course,

    /// <summary>An action of the plan that no other module knows.</summary>
    PlanAction,
}

/// <summary>One action of one person.</summary>
internal sealed record FundedAction(FundedActionKind Kind, Guid Id);

/// <summary>Who pays what to a person and when, as far as paying it twice is concerned; a place in a course is no money of a kind. What was revoked has ended.</summary>
internal sealed record Funding(Guid ProgrammeId, string ProgrammeName, GrantKind? Kind, FundedAction? Action, DateOnly FromOn, DateOnly ToOn, bool Ended = false);

/// <summary>An action that money may be assigned for, with the other programme that pays it already, if one does.</summary>
/// <param name="Title">What it is, in words.</param>
/// <param name="PaidBy">Name of the other programme that pays it already; null if none does.</param>
internal sealed record FundableAction(FundedActionKind Kind, Guid Id, string Title, DateOnly? FromOn, DateOnly? ToOn, string? PaidBy);

/// <summary>The money assigned to people by a programme: line by line what is left, what may still be assigned in all once the allowances of internships are covered, and each assignment.</summary>
internal sealed record GrantsView(long LeftCents, IReadOnlyList<GrantLine> Lines, IReadOnlyList<ListedGrant> Items);

/// <summary>A line of the budget that can be assigned. All in euro cents.</summary>
/// <param name="Title">Title of the budget line.</param>
internal sealed record GrantLine(string Title, long Cents, long AssignedCents)
{
    public long LeftCents => Cents - AssignedCents;
}

/// <summary>An assignment. The name only for who may see the person, else the candidate's number; the reason for who sees all.</summary>
/// <param name="Number">The candidate's number in the selection.</param>
/// <param name="LineTitle">Title of the budget line that pays.</param>
internal sealed record ListedGrant(
    Guid Id, int Version, Guid CandidateId, int Number, Sight Sight, string? DisplayName, Guid? BeneficiaryId, string LineTitle, GrantKind Kind, FundedActionKind? ActionKind, DateOnly FromOn, DateOnly ToOn, long Cents, GrantState State, string? Reason);

/// <summary>What programmes assigned to a person.</summary>
internal sealed record PersonGrant(
    Guid Id, Guid ProgrammeId, string ProgrammeName, GrantKind Kind, FundedActionKind? ActionKind, DateOnly FromOn, DateOnly ToOn, long Cents, GrantState State, string? Reason);
