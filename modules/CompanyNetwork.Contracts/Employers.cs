using InclusionPlatform.Shared;

namespace InclusionPlatform.CompanyNetwork.Contracts;

/// <summary>Companies of an area to which somebody may apply, by name. Nobody is told for whom.</summary>
/// <param name="Q">Words of the name.</param>
/// <param name="Municipalities">ISTAT codes; with <paramref name="Provinces"/> the area. None of both is everywhere.</param>
/// <param name="Provinces">Codes of provinces.</param>
/// <param name="Sector">Code of a sector, or null for all.</param>
/// <param name="OnlyAvailable">Only those with a current availability.</param>
/// <param name="Most">How many at most.</param>
public sealed record ListEmployers(string? Q, IReadOnlyList<string> Municipalities, IReadOnlyList<string> Provinces, string? Sector, bool OnlyAvailable, int Most) : IQuery<IReadOnlyList<Employer>>;

/// <summary>A company to which somebody may apply, by its id or by that of its availability; null when there is none, or it is archived.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="AvailabilityId">The availability, while it counts.</param>
public sealed record FindEmployer(Guid? CompanyId, Guid? AvailabilityId) : IQuery<Employer?>;

/// <summary>A possible employer.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityName">Where it is.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="Email">Where to write, if known.</param>
/// <param name="DoNotContact">The company asked not to be contacted.</param>
/// <param name="Offer">What it can offer now.</param>
public sealed record Employer(Guid Id, string Name, string? MunicipalityName, string Sector, string? Email, bool DoNotContact, EmployerOffer? Offer);

/// <summary>A current availability.</summary>
/// <param name="AvailabilityId">The availability.</param>
/// <param name="Duties">What is to be done.</param>
/// <param name="WeeklyHours">Hours a week, if said.</param>
public sealed record EmployerOffer(Guid AvailabilityId, string Duties, int? WeeklyHours);

/// <summary>Employment agencies of the network, by name.</summary>
/// <param name="Q">Words of the name.</param>
/// <param name="Provinces">Codes of provinces; none is everywhere. Agencies without a place are always there.</param>
/// <param name="Most">How many at most.</param>
public sealed record ListAgencies(string? Q, IReadOnlyList<string> Provinces, int Most) : IQuery<IReadOnlyList<Agency>>;

/// <summary>An employment agency by its id, or null.</summary>
/// <param name="Id">The body.</param>
public sealed record FindAgency(Guid Id) : IQuery<Agency?>;

/// <summary>An employment agency.</summary>
/// <param name="Id">The body.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityName">Where it is.</param>
/// <param name="Email">Where to write, if known.</param>
public sealed record Agency(Guid Id, string Name, string? MunicipalityName, string? Email);
