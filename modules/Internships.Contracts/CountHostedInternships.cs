using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships.Contracts;

/// <summary>How many internships each company has to its name, whatever became of them: by which one of two records of a company is the one that is used. Numbers only; one statement for each fifty companies.</summary>
/// <param name="CompanyIds">The companies; one without internships is left out.</param>
public sealed record CountHostedInternships(IReadOnlyCollection<Guid> CompanyIds) : IQuery<IReadOnlyList<HostedInternships>>;

/// <summary>The internships of a company.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Count">How many.</param>
public sealed record HostedInternships(Guid CompanyId, int Count);
