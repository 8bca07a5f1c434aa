using InclusionPlatform.Shared;

namespace InclusionPlatform.CompanyNetwork.Contracts;

/// <summary>A company as possible host of an internship.</summary>
/// <param name="CompanyId">The company.</param>
public sealed record FindHost(Guid CompanyId) : IQuery<Host>;

/// <summary>What the rules of internships need of a host.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="TaxCode">Tax code, or the VAT number where there is no other, or null when not known yet.</param>
/// <param name="MunicipalityIstat">ISTAT code of the operating unit's municipality.</param>
/// <param name="MunicipalityName">Its name.</param>
/// <param name="Region">Region of the operating unit, as ISTAT writes it.</param>
/// <param name="Sector">Code of the sector as the service names it.</param>
/// <param name="PermanentStaff">Permanent employees of the operating unit, or null when not known.</param>
/// <param name="IsArchived">Archived companies host nobody.</param>
public sealed record Host(
    Guid Id, string Name, string? TaxCode, string? MunicipalityIstat, string? MunicipalityName, string? Region, string Sector, int? PermanentStaff, bool IsArchived);

/// <summary>The sites of a company, for papers that ask for its seat and for the place of work: the main one first.</summary>
/// <param name="CompanyId">The company.</param>
public sealed record FindHostSites(Guid CompanyId) : IQuery<IReadOnlyList<HostSite>>;

/// <summary>A site of a company.</summary>
/// <param name="Name">As the company calls it; null for one that has no name.</param>
/// <param name="Address">Street and number.</param>
/// <param name="PostalCode">Its postal code.</param>
/// <param name="MunicipalityIstat">ISTAT code of its municipality.</param>
/// <param name="MunicipalityName">Name of its municipality, with the province.</param>
/// <param name="IsMain">The company's own seat.</param>
public sealed record HostSite(string? Name, string? Address, string? PostalCode, string? MunicipalityIstat, string? MunicipalityName, bool IsMain)
{
    /// <summary>As it is written on one line; empty when nothing is known.</summary>
    public string Line => string.Join(", ", new[] { Address, string.Join(" ", new[] { PostalCode, MunicipalityName }.Where(part => !string.IsNullOrEmpty(part))) }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>Names of companies, for lists of other modules. Unknown ids are left out.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record DescribeCompanies(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyList<CompanyLabel>>;

/// <summary>The companies that are called so, archived ones too: every word begins a word of the name.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Most">At most so many of each kind, by name.</param>
public sealed record FindCompanies(string Text, int Most) : IQuery<IReadOnlyList<Guid>>;

/// <summary>A company in a list of another module.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityName">Where it is.</param>
/// <param name="Sector">Code of the sector.</param>
public sealed record CompanyLabel(Guid Id, string Name, string? MunicipalityName, string Sector);

/// <summary>Names of partner bodies, for lists of other modules.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record DescribePartnerBodies(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyList<PartnerBodyLabel>>;

/// <summary>A partner body in a list of another module.</summary>
/// <param name="Id">The body.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Code of its kind, such as <c>addictionService</c>, <c>penalExecution</c>, <c>municipality</c>.</param>
public sealed record PartnerBodyLabel(Guid Id, string Name, string Kind);

/// <summary>How many companies were in the bank at the end of a day.</summary>
/// <param name="On">The day.</param>
public sealed record CountCompanies(DateOnly On) : IQuery<int>;
