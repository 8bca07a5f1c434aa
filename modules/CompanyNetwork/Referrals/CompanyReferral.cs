using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Needs;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>Where a company referral stands.</summary>
internal enum CompanyReferralState
{
    /// <summary>A place is kept for the educator, who has not answered yet.</summary>
    Proposed,

    /// <summary>The educator took it up; the place stays kept.</summary>
    Accepted,

    /// <summary>An internship was proposed from it; the place is used.</summary>
    Internship,

    /// <summary>The educator said no, with the reason.</summary>
    Declined,

    /// <summary>Whoever proposed it took it back.</summary>
    Withdrawn,

    /// <summary>Nobody answered by its day.</summary>
    Expired,
}

/// <summary>Why an educator says no. About the place, never about a person.</summary>
internal enum CompanyDeclineReason
{
    NobodySuitable,
    TooFar,
    HoursDoNotFit,
    DutiesDoNotFit,
    ConstraintsDoNotFit,
    NotInterested,
    FoundElsewhere,

    /// <summary>Said in the note.</summary>
    Other,
}

/// <summary>What happened to a referral.</summary>
internal enum CompanyReferralMomentKind
{
    Proposed,
    Accepted,
    Declined,
    Withdrawn,
    Expired,
    InternshipProposed,
    InternshipStarted,
    InternshipCancelled,
    InternshipEnded,
    PlaceFree,

    /// <summary>The company was archived: it was withdrawn for that.</summary>
    CompanyArchived,

    /// <summary>The company said that it does not want to host any more: it was withdrawn for that.</summary>
    CompanySaidNever,
}

/// <summary>Something that happened to a referral.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, while the account is known; null for the platform itself.</param>
internal sealed record CompanyReferralMoment(CompanyReferralMomentKind Kind, DateTimeOffset At, string? By);

/// <summary>A referral in a list or a lane of the board.</summary>
/// <param name="Id">The referral.</param>
/// <param name="State">As it stands today, whatever the job has written.</param>
/// <param name="CompanyId">The company.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="MunicipalityName">Where it is.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="Duties">What one would do.</param>
/// <param name="Context">What is offered.</param>
/// <param name="WeeklyHours">Hours a week.</param>
/// <param name="EducatorName">To whom.</param>
/// <param name="ProposedByName">By whom.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="ReservedUntil">Last day to answer.</param>
/// <param name="AnsweredAt">When it was answered or closed.</param>
/// <param name="DeclineReason">Why the educator said no.</param>
/// <param name="NeedId">The need that it answers.</param>
/// <param name="PersonName">For whom, only if whoever asks may see the case.</param>
internal sealed record ListedCompanyReferral(
    Guid Id, CompanyReferralState State, Guid CompanyId, string CompanyName, string? MunicipalityName, string Sector, string Duties, AvailabilityContext Context, int? WeeklyHours,
    string? EducatorName, string? ProposedByName, DateTimeOffset ProposedAt, DateOnly ReservedUntil, DateTimeOffset? AnsweredAt, CompanyDeclineReason? DeclineReason, Guid? NeedId, string? PersonName);

/// <summary>The whole referral, with its story and what whoever reads may do with it.</summary>
/// <param name="Id">The referral.</param>
/// <param name="Version">Grows with each change.</param>
/// <param name="State">As it stands today.</param>
/// <param name="CompanyId">The company.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="MunicipalityName">Where it is.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="Availability">The availability, as it is today.</param>
/// <param name="EducatorId">To whom.</param>
/// <param name="EducatorName">To whom.</param>
/// <param name="ProposedById">By whom.</param>
/// <param name="ProposedByName">By whom.</param>
/// <param name="Note">What whoever proposed it adds.</param>
/// <param name="ReservedUntil">Last day to answer.</param>
/// <param name="DeclineReason">Why the educator said no.</param>
/// <param name="DeclineNote">In words.</param>
/// <param name="Need">The need that it answers.</param>
/// <param name="Case">For whom, only if whoever asks may see the case.</param>
/// <param name="InternshipId">What became of it, only if whoever asks may see the case.</param>
/// <param name="MayAnswer">Whoever asks may accept or decline it.</param>
/// <param name="MayWithdraw">Whoever asks may take it back.</param>
/// <param name="MayProposeInternship">Whoever asks may turn it into an internship.</param>
/// <param name="History">What happened, the latest first.</param>
/// <param name="Contact">Whom to call at the company.</param>
internal sealed record CompanyReferralRecord(
    Guid Id, int Version, CompanyReferralState State, Guid CompanyId, string CompanyName, string? MunicipalityName, string Sector, Availability Availability, Guid EducatorId, string? EducatorName,
    Guid ProposedById, string? ProposedByName, string? Note, DateOnly ReservedUntil, CompanyDeclineReason? DeclineReason, string? DeclineNote, PlacementNeed? Need, CompanyReferralCase? Case,
    Guid? InternshipId, bool MayAnswer, bool MayWithdraw, bool MayProposeInternship, IReadOnlyList<CompanyReferralMoment> History, CompanyReferralContact Contact) : IVersioned;

/// <summary>Whom to call at the company.</summary>
/// <param name="Name">The first person to speak with.</param>
/// <param name="Phone">That person's number, or the company's.</param>
/// <param name="DoNotCall">They asked not to be called.</param>
internal sealed record CompanyReferralContact(string? Name, string? Phone, bool DoNotCall);

/// <summary>The case that the educator linked.</summary>
internal sealed record CompanyReferralCase(Guid CaseId, Guid BeneficiaryId, string DisplayName);

/// <summary>A referral's row.</summary>
internal sealed record ReferralRow(
    Guid Id, int Version, Guid CompanyId, Guid AvailabilityId, Guid EducatorId, Guid? NeedId, string? Note, CompanyReferralState State, DateOnly ReservedUntil, DateTimeOffset ProposedAt,
    Guid ProposedBy, DateTimeOffset? AnsweredAt, CompanyDeclineReason? DeclineReason, string? DeclineNote, Guid? CaseId, Guid? InternshipId, DateTimeOffset? ReleasedAt)
{
    private const string Columns = """
        id as Id, version as Version, company_id as CompanyId, availability_id as AvailabilityId, educator_id as EducatorId, need_id as NeedId, note as Note, state as State,
        reserved_until as ReservedUntil, proposed_at as ProposedAt, proposed_by as ProposedBy, answered_at as AnsweredAt, decline_reason as DeclineReason,
        decline_note as DeclineNote, case_id as CaseId, internship_id as InternshipId, released_at as ReleasedAt
        """;

    public const string SelectById = $"select {Columns}\nfrom company_network_referral\nwhere id = @Id";

    public const string SelectByInternship = $"select {Columns}\nfrom company_network_referral\nwhere internship_id = @InternshipId";

    public const string SelectUnansweredOf = $"select {Columns}\nfrom company_network_referral\nwhere availability_id = @AvailabilityId and state = 'proposed' and reserved_until >= @Today";

    public const string SelectOpenOfCompany = $"""
        select {Columns}
        from   company_network_referral
        where  company_id = @CompanyId and (state = 'accepted' or (state = 'proposed' and reserved_until >= @Today))
        order by proposed_at, id
        """;

    public const string SelectRunOut = $"select {Columns}\nfrom company_network_referral\nwhere state = 'proposed' and reserved_until < @Today";

    /// <summary>The state as it is today: a proposal whose day is over has expired, whether the job has said so or not.</summary>
    public CompanyReferralState StateOn(DateOnly today) => State is CompanyReferralState.Proposed && ReservedUntil < today ? CompanyReferralState.Expired : State;
}
