using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships.Contracts;

/// <summary>How much room hosts have left by their quota, and what came of the internships there: counts, nobody can be recognised. A constant number of statements.</summary>
/// <param name="Hosts">The operating units.</param>
public sealed record DescribeHosts(IReadOnlyList<HostUnit> Hosts) : IQuery<IReadOnlyList<HostRecord>>;

/// <summary>What the quota depends on.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Region">Region of the operating unit, as ISTAT writes it; null when not known.</param>
/// <param name="PermanentStaff">Permanent employees; null when not known.</param>
public sealed record HostUnit(Guid CompanyId, string? Region, int? PermanentStaff);

/// <summary>A host as internships know it.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Quotas">For each kind of internship.</param>
/// <param name="Paths">What came of the internships that ended, by kind of path.</param>
public sealed record HostRecord(Guid CompanyId, IReadOnlyList<HostQuotaLeft> Quotas, IReadOnlyList<PathResults> Paths);

/// <summary>Room left today.</summary>
/// <param name="Kind">Code of the kind of internship.</param>
/// <param name="Holds">Whether the quota holds for this kind at all.</param>
/// <param name="Allowed">Interns at once; null when the permanent staff is not known.</param>
/// <param name="Left">Places left; null when not known.</param>
public sealed record HostQuotaLeft(string Kind, bool Holds, int? Allowed, int? Left);

/// <summary>Internships that ended, by kind of path.</summary>
/// <param name="Kind">Code of the kind of internship.</param>
/// <param name="Modulation">Code of what they were for.</param>
/// <param name="Ended">How many ended, early ones included.</param>
/// <param name="Hired">Of these, how many found a job, here or elsewhere.</param>
/// <param name="Interrupted">Of these, how many ended early.</param>
public sealed record PathResults(string Kind, string Modulation, int Ended, int Hired, int Interrupted);
