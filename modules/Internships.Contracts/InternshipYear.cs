using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships.Contracts;

/// <summary>The internships activated in a calendar year.</summary>
/// <param name="Year">Calendar year.</param>
public sealed record CountInternships(int Year) : IQuery<InternshipYear>;

/// <summary>What was done in a year.</summary>
/// <param name="Activated">Internships activated in the year.</param>
/// <param name="CaseIds">The case of each of them; a case with two internships is there twice.</param>
/// <param name="HostIds">The hosts, each once.</param>
/// <param name="BySector">By sector of the host, largest first.</param>
public sealed record InternshipYear(int Activated, IReadOnlyList<Guid> CaseIds, IReadOnlyList<Guid> HostIds, IReadOnlyList<SectorCount> BySector);

/// <summary>Internships of a sector.</summary>
/// <param name="Sector">Code of the sector.</param>
/// <param name="Count">How many.</param>
public sealed record SectorCount(string Sector, int Count);

/// <summary>An internship was proposed; nothing has begun yet.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="CaseId">Whose.</param>
/// <param name="CompanyId">Where.</param>
/// <param name="ReferralId">The company referral that it comes from, if it comes from one.</param>
public sealed record InternshipProposed(Guid InternshipId, Guid CaseId, Guid CompanyId, Guid? ReferralId) : IEvent;

/// <summary>An internship was given up before it began.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="CaseId">Whose.</param>
/// <param name="CompanyId">Where.</param>
public sealed record InternshipCancelled(Guid InternshipId, Guid CaseId, Guid CompanyId) : IEvent;

/// <summary>An internship began.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="CaseId">Whose.</param>
/// <param name="CompanyId">Where.</param>
/// <param name="StartsOn">First day.</param>
public sealed record InternshipActivated(Guid InternshipId, Guid CaseId, Guid CompanyId, DateOnly StartsOn) : IEvent;

/// <summary>An internship ended.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="CaseId">Whose.</param>
/// <param name="CompanyId">Where.</param>
/// <param name="EndedOn">Last day.</param>
/// <param name="Outcome">Code of the outcome, such as <c>hiredByHost</c>.</param>
public sealed record InternshipEnded(Guid InternshipId, Guid CaseId, Guid CompanyId, DateOnly EndedOn, string Outcome) : IEvent;
