using InclusionPlatform.Shared;

namespace InclusionPlatform.Bulletin.Contracts;

/// <summary>Published opportunities that one can still apply to, the latest first. They are public: nothing about anybody is in them.</summary>
/// <param name="Q">Words of title, organiser or place.</param>
/// <param name="Provinces">Codes of provinces; none is everywhere. What happens anywhere is always there.</param>
/// <param name="Most">How many at most.</param>
public sealed record ListOpenOpportunities(string? Q, IReadOnlyList<string> Provinces, int Most) : IQuery<IReadOnlyList<OpenOpportunity>>;

/// <summary>An opportunity by its id, while one can apply to it; null otherwise.</summary>
/// <param name="Id">The opportunity.</param>
public sealed record FindOpenOpportunity(Guid Id) : IQuery<OpenOpportunity?>;

/// <summary>An opportunity to apply to.</summary>
/// <param name="Id">The opportunity.</param>
/// <param name="Title">One line.</param>
/// <param name="Organiser">Employer or organiser.</param>
/// <param name="MunicipalityName">Where.</param>
/// <param name="ApplyEmail">Office to write to.</param>
/// <param name="ApplyUrl">Page where to apply.</param>
/// <param name="Deadline">Last day to apply.</param>
public sealed record OpenOpportunity(Guid Id, string Title, string Organiser, string? MunicipalityName, string? ApplyEmail, string? ApplyUrl, DateOnly? Deadline);
