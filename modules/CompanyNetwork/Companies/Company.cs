using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;

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
    string? Notes);

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
    DateTimeOffset UpdatedAt) : IVersioned;

/// <summary>A company's row, as the database has it.</summary>
internal sealed record CompanyRow(
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
    int? PermanentStaff,
    string? Phone,
    string? Email,
    string? Website,
    string? ContactName,
    string? ContactRole,
    string? ContactPhone,
    string? ContactEmail,
    string? ContactHours,
    bool DoNotCall,
    string? Notes,
    int AvailablePlaces,
    DateOnly? AvailableUntil,
    DateOnly? NextContactOn,
    DateTimeOffset? LastContactAt,
    string? LastOutcome,
    int UnreachedInARow,
    DateTimeOffset? ArchivedAt,
    string? ArchiveReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public Company Show(DateOnly today)
    {
        var place = Municipalities.ByIstat(Municipality);
        var known = AvailableUntil >= today;
        return new(
            Id, Version, Name, VatNumber, TaxCode, Kind, Sector, AtecoSection, AtecoCode, Address, Cap, Municipality, place?.Name, place?.ProvinceCode, place?.Province?.RegionName,
            PermanentStaff, Phone, Email, Website, new(ContactName, ContactRole, ContactPhone, ContactEmail, ContactHours, DoNotCall), Notes,
            known ? AvailablePlaces : 0, AvailableUntil, known, NextContactOn, LastContactAt, LastOutcome, UnreachedInARow, ArchivedAt, ArchiveReason, CreatedAt, UpdatedAt);
    }

    public CompanyData Data => new(
        Name, VatNumber, TaxCode, Kind, Sector, AtecoSection, AtecoCode, Address, Cap, Municipality, PermanentStaff, Phone, Email, Website,
        new(ContactName, ContactRole, ContactPhone, ContactEmail, ContactHours, DoNotCall), Notes);
}

/// <summary>The columns of <see cref="CompanyRow"/>, without the end of the text that says which rows.</summary>
internal static class CompanySql
{
    public const string Columns = """
        c.id as Id, c.version as Version, c.name as Name, c.vat_number as VatNumber, c.tax_code as TaxCode, c.kind as Kind, c.sector as Sector,
        c.ateco_section as AtecoSection, c.ateco_code as AtecoCode, c.address as Address, c.cap as Cap, c.municipality as Municipality,
        c.permanent_staff as PermanentStaff, c.phone as Phone, c.email as Email, c.website as Website,
        c.contact_name as ContactName, c.contact_role as ContactRole, c.contact_phone as ContactPhone, c.contact_email as ContactEmail, c.contact_hours as ContactHours,
        c.do_not_call as DoNotCall, c.notes as Notes, c.available_places as AvailablePlaces, c.available_until as AvailableUntil,
        c.next_contact_on as NextContactOn, c.last_contact_at as LastContactAt, c.last_outcome as LastOutcome, c.unreached_in_a_row as UnreachedInARow,
        c.archived_at as ArchivedAt, c.archive_reason as ArchiveReason, c.created_at as CreatedAt, c.updated_at as UpdatedAt
        """;

    public const string SelectById = $"""
        select {Columns}
        from   company_network_company c
        where  c.id = @Id
        """;
}
