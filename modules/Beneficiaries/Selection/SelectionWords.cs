using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>How a selection stands.</summary>
internal enum CohortState
{
    /// <summary>Candidates are proposed, criteria may still change.</summary>
    Open,

    /// <summary>The ranking is fixed with its minutes.</summary>
    Frozen,
}

/// <summary>How a candidate stands.</summary>
internal enum CandidateState
{
    Proposed,

    /// <summary>Left out of the ranking, with a reason.</summary>
    Excluded,

    /// <summary>Has a place.</summary>
    Selected,

    /// <summary>On the ranking, without a place for now.</summary>
    Waiting,
    Renounced,

    /// <summary>Has entered the programme.</summary>
    Enrolled,
}

/// <summary>What happened to a candidate.</summary>
internal enum CandidateEventKind
{
    Proposed,
    PointsWritten,
    Excluded,
    Selected,
    Waiting,
    Renounced,

    /// <summary>Somebody before them renounced.</summary>
    MovedIn,
    Enrolled,
}

/// <summary>What a selection may give points for.</summary>
internal enum SelectionCriterion
{
    /// <summary>Parental responsibility for children under age.</summary>
    ParentOfMinors,

    /// <summary>Brings up children under age alone.</summary>
    SingleParent,

    /// <summary>Without work for so many months or more; the months are the argument.</summary>
    LongUnemployed,

    /// <summary>An attested category of disadvantage: the one of the argument, or any of the programme's.</summary>
    DisadvantageCategory,

    /// <summary>Age within the argument, such as 18-29, both included.</summary>
    AgeBand,

    /// <summary>Homelessness or housing exclusion, as FSE+ counts it.</summary>
    HousingExclusion,
    Woman,

    /// <summary>At most lower secondary education (ISCED 0-2).</summary>
    LowEducation,

    /// <summary>What the file cannot know: up to the points, by hand, with a reason. Its name is the argument.</summary>
    Judged,
}

/// <summary>What decides among equal points, in the declared order; at the very end the number of the candidate.</summary>
internal enum TieBreak
{
    MoreMinorChildren,
    LongerUnemployed,
    Older,
    Younger,
    EarlierProposed,

    /// <summary>The number: always the last, never declared.</summary>
    Number,
}

/// <summary>Why a line has its points.</summary>
internal enum ScoreBasis
{
    Met,
    NotMet,

    /// <summary>Somebody said so, with a reason.</summary>
    ByHand,

    /// <summary>Nobody knows: no points.</summary>
    Unknown,
}

/// <summary>A criterion with what it is worth.</summary>
/// <param name="Criterion">Which.</param>
/// <param name="Argument">What it looks at, where it needs to be said.</param>
/// <param name="Points">At most so many.</param>
internal sealed record DeclaredCriterion(SelectionCriterion Criterion, string? Argument, int Points)
{
    /// <summary>What by-hand points are kept by.</summary>
    public string Key => Argument is null ? Criterion.Code() : $"{Criterion.Code()}:{Argument}";
}

/// <summary>The points of one criterion: the explanation and the sum are the same thing.</summary>
/// <param name="Key">Of the criterion.</param>
/// <param name="Criterion">Which.</param>
/// <param name="Argument">What it looks at.</param>
/// <param name="Most">What it may give.</param>
/// <param name="Points">What it gives.</param>
/// <param name="Basis">Why.</param>
/// <param name="Reason">Of points by hand.</param>
internal sealed record ScoreLine(string Key, SelectionCriterion Criterion, string? Argument, int Most, int Points, ScoreBasis Basis, string? Reason);

/// <summary>A selection in a list.</summary>
/// <param name="Number">Number of the selection in its programme.</param>
/// <param name="Title">As people call it.</param>
/// <param name="Places">How many places it gives.</param>
/// <param name="Candidates">How many candidates there are.</param>
/// <param name="DeclaredBy">Name of who declared the criteria; null until then.</param>
internal sealed record CohortView(
    Guid Id, int Version, int Number, string Title, int Places, CohortState State, int Candidates, DateOnly? HeldOn, IReadOnlyList<DeclaredCriterion> Criteria, IReadOnlyList<TieBreak> TieBreaks, string? Note,
    DateOnly? DeclaredOn, string? DeclaredBy);

/// <summary>
/// The ranking: live until it is frozen, then as it was, but for who renounced and who moved in. The version grows with whatever happens to the selection or its candidates:
/// freezing needs the one that was seen.
/// </summary>
/// <param name="Places">How many places there are.</param>
/// <param name="Free">How many of them nobody has.</param>
internal sealed record RankingView(Guid CohortId, int Version, CohortState State, int Places, int Free, DateOnly? HeldOn, IReadOnlyList<RankedCandidate> Items) : IVersioned;

/// <summary>
/// A candidate in the ranking. Who has no need to know of the person reads number, points and state only (lines are null). Reserved points are the sum of the lines that only the
/// équipe reads, part of the points; the tie-break is what decided towards the candidate before; eligible tells whether an attestation in the programme's categories is known.
/// </summary>
/// <param name="Number">The candidate's number in the selection.</param>
/// <param name="Position">Place in the ranking, from 1; null for who is not in it.</param>
/// <param name="Points">Sum of the points.</param>
/// <param name="ReservedPoints">Those of the points that come from lines which only the équipe reads.</param>
/// <param name="TieBreak">What decided towards the candidate before; null where nothing had to.</param>
/// <param name="Eligible">Whether an attestation in the programme's categories is known; null for who may not know.</param>
internal sealed record RankedCandidate(
    Guid Id, int Number, int? Position, int Points, CandidateState State, Sight Sight, string? DisplayName, Guid? BeneficiaryId, Guid? ReferralId, IReadOnlyList<ScoreLine>? Lines, int ReservedPoints,
    TieBreak? TieBreak, bool? Eligible);

/// <summary>A candidate with the story.</summary>
/// <param name="Number">The candidate's number in the selection.</param>
/// <param name="DisplayName">Whole name; null for who has no need to know it.</param>
internal sealed record CandidateView(
    Guid Id, int Version, int Number, CandidateState State, Sight Sight, string? DisplayName, Guid? BeneficiaryId, Guid? ReferralId, string? BodyName, DateOnly ProposedOn, DateOnly? ConsentOn,
    ConsentKind? ConsentKind, IReadOnlyList<CandidateStory> Story) : IVersioned;

/// <summary>A line of the story.</summary>
internal sealed record CandidateStory(CandidateEventKind Kind, DateTimeOffset At, string? By, string? Note);

/// <summary>Who was there when a ranking was fixed.</summary>
/// <param name="Name">Name and surname of who was there.</param>
/// <param name="Body">For which body.</param>
internal sealed record MinutesMember(string? Name, string? Body);

/// <summary>The minutes of a ranking.</summary>
/// <param name="Text">The minutes.</param>
internal sealed record RankingMinutes(DateOnly HeldOn, IReadOnlyList<MinutesMember> Members, string Text);
