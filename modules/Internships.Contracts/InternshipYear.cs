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

/// <summary>How many internships are running, so how many places of companies are used. A number only: nobody is told.</summary>
public sealed record CountRunningInternships : IQuery<int>;

/// <summary>What a company has done as a host, for whoever calls it. Numbers only: nobody is told, nor who is outside the quota.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="PermanentStaff">Permanent employees of its operating unit, or null when not known.</param>
/// <param name="Region">Region of its operating unit, or null when not known.</param>
public sealed record FindHosting(Guid CompanyId, int? PermanentStaff, string? Region) : IQuery<Hosting>;

/// <summary>A host's story in numbers.</summary>
/// <param name="Hosted">Internships that began there.</param>
/// <param name="Running">Those that are not over.</param>
/// <param name="Hired">Those after which the host hired the person.</param>
/// <param name="Quota">How many ordinary internships it may host at once, by its staff; null when the staff is not known.</param>
/// <param name="Starting">Those about to begin: the project is signed or with those who sign it.</param>
public sealed record Hosting(int Hosted, int Running, int Hired, int? Quota, int Starting);

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

/// <summary>Some time after an internship's end the company said that it hired the person.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="CaseId">Whose.</param>
/// <param name="CompanyId">Where.</param>
/// <param name="HiredOn">From when on.</param>
/// <param name="Contract">Code of the contract, such as <c>fixedTerm</c>.</param>
public sealed record InternshipHired(Guid InternshipId, Guid CaseId, Guid CompanyId, DateOnly HiredOn, string Contract) : IEvent;
