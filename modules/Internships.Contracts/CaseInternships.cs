using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships.Contracts;

/// <summary>
/// The internships of a case that began, for the progress of its plan. Whoever sends this has let the asker in already: need to know of cases is the asking module's own. One statement.
/// </summary>
/// <param name="CaseId">The case.</param>
public sealed record ListInternshipsOfCase(Guid CaseId) : IQuery<IReadOnlyList<InternshipOfCase>>;

/// <summary>An internship that began.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="Running">Whether it still runs.</param>
/// <param name="Interrupted">Whether it was interrupted by the person, the host or the service.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day: the real one when it is over, else the planned one.</param>
/// <param name="CompanyId">Where.</param>
/// <param name="Duties">What the person does there.</param>
public sealed record InternshipOfCase(Guid InternshipId, bool Running, bool Interrupted, DateOnly StartsOn, DateOnly EndsOn, Guid CompanyId, string Duties);

/// <summary>
/// The internship of each case that runs or, if none does, that began last. Whoever sends this has let the asker in already. One statement for each fifty cases.
/// </summary>
/// <param name="CaseIds">However many; a case without internships is left out.</param>
public sealed record LatestInternships(IReadOnlyCollection<Guid> CaseIds) : IQuery<IReadOnlyList<LatestInternship>>;

/// <summary>The internship of a case that counts now.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="InternshipId">The internship.</param>
/// <param name="CompanyId">Where.</param>
/// <param name="Running">Whether it still runs.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day: the real one when it is over, else the planned one.</param>
public sealed record LatestInternship(Guid CaseId, Guid InternshipId, Guid CompanyId, bool Running, DateOnly StartsOn, DateOnly EndsOn);
