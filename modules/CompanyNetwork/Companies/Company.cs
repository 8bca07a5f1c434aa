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
/// <param name="Name">Name and surname; null if nobody is named.</param>
/// <param name="Role">What they do at the company.</param>
/// <param name="DoNotCall">They asked not to be called: the company is on no call list.</param>
internal sealed record ContactPerson(string? Name, string? Role, string? Phone, string? Email, string? PreferredHours, bool DoNotCall);

/// <summary>What a person writes of a company; the same for a form, a third-party system and a row of a spreadsheet.</summary>
/// <param name="Name">The legal name.</param>
/// <param name="VatNumber">Eleven digits with their check digit; no two companies have the same.</param>
/// <param name="TaxCode">Of a sole trader sixteen characters, else eleven digits; it may be the VAT number.</param>
/// <param name="Address">Street and number of the main site.</param>
/// <param name="Municipality">ISTAT code of the municipality of the main site.</param>
/// <param name="PermanentStaff">Permanent employees of the main site: on them depends how many internships it may host.</param>
/// <param name="Website">Whole web address.</param>
/// <param name="ContactPerson">Whom to speak with first.</param>
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
/// <param name="Name">The legal name.</param>
/// <param name="Address">Street and number of the main site.</param>
/// <param name="Municipality">ISTAT code of the municipality of the main site.</param>
/// <param name="PermanentStaff">Permanent employees of the main site: on them depends how many internships it may host.</param>
/// <param name="Website">Web address.</param>
/// <param name="ContactPerson">Whom to speak with first.</param>
/// <param name="AvailablePlaces">Places that it offers and nobody has taken.</param>
/// <param name="AvailableUntil">Until when what it offers counts as known; null when it offers nothing that is written.</param>
/// <param name="AvailabilityIsKnown">Whether what it offers was verified lately enough to count today.</param>
/// <param name="NextContactOn">When to call again; null if nothing is planned.</param>
/// <param name="LastContactAt">When it was last contacted; null if it never was.</param>
/// <param name="LastOutcome">Code of what came of the last contact; null if there was none.</param>
/// <param name="ArchivedAt">When it was archived; null while it is in use.</param>
/// <param name="ArchiveReason">Why it was archived, in words.</param>
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
    /// <summary>The name on the sign, when it is not the legal one.</summary>
    public required string? TradeName { get; init; }

    public required LegalForm? LegalForm { get; init; }

    /// <summary>Whether it is a member of the network of solidarity enterprises.</summary>
    public required bool SolidarityNetwork { get; init; }

    /// <summary>Id of the colleague who looks after it; null if nobody does.</summary>
    public required Guid? LookedAfterBy { get; init; }

    /// <summary>Name of the colleague who looks after it.</summary>
    public required string? LookedAfterByName { get; init; }

    /// <summary>What was said of the use of its data.</summary>
    public required string? ConsentNotes { get; init; }

    /// <summary>Staff that counts for L. 68/99, when it is not the sum of the sites' permanent staff.</summary>
    public required int? ObligationStaff { get; init; }

    public required TargetedPlacement? TargetedPlacement { get; init; }

    /// <summary>Number or name of the convention under art. 14 D.Lgs. 276/2003.</summary>
    public required string? Article14Convention { get; init; }

    /// <summary>Last day of that convention.</summary>
    public required DateOnly? Article14Until { get; init; }

    /// <summary>When it last said what it offers; null when it offers nothing that is written.</summary>
    public required DateOnly? AvailabilityVerifiedOn { get; init; }

    /// <summary>What L. 68/99 asks of it.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>The main one first.</summary>
    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>The first one to speak with first.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Words by which the service groups companies.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
}
