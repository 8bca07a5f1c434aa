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
