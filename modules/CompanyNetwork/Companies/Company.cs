using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>What a member of the bank is: all of them can host people.</summary>
internal enum CompanyKind
{
    Company,
    PublicBody,
    Association,
    SocialCooperativeA,
    SocialCooperativeB,
}

/// <summary>In which form of law it works.</summary>
internal enum LegalForm
{
    SoleTrader,
    GeneralPartnership,
    LimitedPartnership,
    LimitedCompany,
    SimplifiedLimitedCompany,
    JointStockCompany,
    Cooperative,
    Consortium,
    Association,
    Foundation,
    PublicBody,
    Other,
}

/// <summary>Whether a company has given the places that L. 68/99 asks of it.</summary>
internal enum TargetedPlacement
{
    Covered,
    NotCovered,
}

/// <summary>Whom to speak with.</summary>
internal sealed record ContactPerson(string? Name, string? Role, string? Phone, string? Email, string? PreferredHours, bool DoNotCall);

/// <summary>What a person writes of a company; the same for a form, a third-party system and a row of a spreadsheet.</summary>
internal sealed record CompanyData(
    string Name,
    string? VatNumber,
    string? TaxCode,
    CompanyKind Kind,
    string Sector,
    string? AtecoSection,
    string? AtecoCode,
    string? Address,
    string? Cap,
    string? Municipality,
    int? PermanentStaff,
    string? Phone,
    string? Email,
    string? Website,
    ContactPerson? ContactPerson,
    string? Notes)
{
    /// <summary>The name on the sign, when it is not the legal one.</summary>
    public string? TradeName { get; init; }

    public LegalForm? LegalForm { get; init; }

    /// <summary>Member of the network of solidarity enterprises.</summary>
    public bool? SolidarityNetwork { get; init; }

    /// <summary>The colleague who looks after it.</summary>
    public Guid? LookedAfterBy { get; init; }

    /// <summary>What was said of the use of its data.</summary>
    public string? ConsentNotes { get; init; }

    /// <summary>Staff that counts for L. 68/99, when it is not the sum of the sites' permanent staff.</summary>
    public int? ObligationStaff { get; init; }

    /// <summary>Whether the places of L. 68/99 are given; null when nobody asked.</summary>
    public TargetedPlacement? TargetedPlacement { get; init; }

    /// <summary>Number or name of the convention under art. 14 D.Lgs. 276/2003.</summary>
    public string? Article14Convention { get; init; }

    public DateOnly? Article14Until { get; init; }
}

/// <summary>The whole record, as its page shows it.</summary>
internal sealed record Company(
    Guid Id,
    int Version,
    string Name,
    string? VatNumber,
    string? TaxCode,
    CompanyKind Kind,
    string Sector,
    string? AtecoSection,
    string? AtecoCode,
    string? Address,
    string? Cap,
    string? Municipality,
    string? MunicipalityName,
    string? Province,
    string? Region,
    int? PermanentStaff,
    string? Phone,
    string? Email,
    string? Website,
    ContactPerson ContactPerson,
    string? Notes,
    int AvailablePlaces,
    DateOnly? AvailableUntil,
    bool AvailabilityIsKnown,
    DateOnly? NextContactOn,
    DateTimeOffset? LastContactAt,
    string? LastOutcome,
    int UnreachedInARow,
    DateTimeOffset? ArchivedAt,
    string? ArchiveReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt) : IVersioned
{
    public required string? TradeName { get; init; }

    public required LegalForm? LegalForm { get; init; }

    public required bool SolidarityNetwork { get; init; }

    public required Guid? LookedAfterBy { get; init; }

    public required string? LookedAfterByName { get; init; }

    public required string? ConsentNotes { get; init; }

    public required int? ObligationStaff { get; init; }

    public required TargetedPlacement? TargetedPlacement { get; init; }

    public required string? Article14Convention { get; init; }

    public required DateOnly? Article14Until { get; init; }

    /// <summary>When it last said what it offers; null when it offers nothing that is written.</summary>
    public required DateOnly? AvailabilityVerifiedOn { get; init; }

    /// <summary>What L. 68/99 asks of it.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The main one first.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>The first one to speak with first.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }
}
