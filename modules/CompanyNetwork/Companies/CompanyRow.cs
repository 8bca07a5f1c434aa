using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A company's row, as the database has it. Whether it has people and tags is asked only where one company is read whole: 1 or 0, null elsewhere.</summary>
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
    DateTimeOffset UpdatedAt,
    string? TradeName,
    LegalForm? LegalForm,
    bool? SolidarityNetwork,
    Guid? LookedAfterBy,
    string? ConsentNotes,
    int? ObligationStaff,
    TargetedPlacement? TargetedPlacement,
    string? Article14Convention,
    DateOnly? Article14Until,
    Guid? MergedInto,
    DateOnly? AvailabilityVerifiedOn,
    int? HasPeople,
    int? HasTags)
{
    public Company Show(DateOnly today, CompanyParts? parts = null)
    {
        parts ??= CompanyParts.None;
        var place = Municipalities.ByIstat(Municipality);
        var known = AvailableUntil >= today;
        return new(
            Id, Version, Name, VatNumber, TaxCode, Kind, Sector, AtecoSection, AtecoCode, Address, Cap, Municipality, place?.Name, place?.ProvinceCode, place?.Province?.RegionName,
            PermanentStaff, Phone, Email, Website, new(ContactName, ContactRole, ContactPhone, ContactEmail, ContactHours, DoNotCall), Notes,
            known ? AvailablePlaces : 0, AvailableUntil, known, NextContactOn, LastContactAt, LastOutcome, UnreachedInARow, ArchivedAt, ArchiveReason, CreatedAt, UpdatedAt)
        {
            TradeName = TradeName,
            LegalForm = LegalForm,
            SolidarityNetwork = SolidarityNetwork ?? false,
            LookedAfterBy = LookedAfterBy,
            LookedAfterByName = parts.LookedAfterByName,
            ConsentNotes = ConsentNotes,
            ObligationStaff = ObligationStaff,
            TargetedPlacement = TargetedPlacement,
            Article14Convention = Article14Convention,
            Article14Until = Article14Until,
            AvailabilityVerifiedOn = AvailabilityVerifiedOn,
            Obligation = TargetedPlacementQuota.Of(Kind, ObligationStaff ?? TargetedPlacementQuota.StaffOf(parts.Sites, PermanentStaff)),
            Sites = parts.Sites,
            People = parts.People,
            Tags = parts.Tags,
        };
    }

    public CompanyData Data => new(
        Name, VatNumber, TaxCode, Kind, Sector, AtecoSection, AtecoCode, Address, Cap, Municipality, PermanentStaff, Phone, Email, Website,
        new(ContactName, ContactRole, ContactPhone, ContactEmail, ContactHours, DoNotCall), Notes)
    {
        TradeName = TradeName,
        LegalForm = LegalForm,
        SolidarityNetwork = SolidarityNetwork,
        LookedAfterBy = LookedAfterBy,
        ConsentNotes = ConsentNotes,
        ObligationStaff = ObligationStaff,
        TargetedPlacement = TargetedPlacement,
        Article14Convention = Article14Convention,
        Article14Until = Article14Until,
    };
}

/// <summary>The columns of <see cref="CompanyRow"/>, without the end of the text that says which rows.</summary>
internal static class CompanySql
{
    private const string Facts = """
        c.id as Id, c.version as Version, c.name as Name, c.vat_number as VatNumber, c.tax_code as TaxCode, c.kind as Kind, c.sector as Sector,
        c.ateco_section as AtecoSection, c.ateco_code as AtecoCode, c.address as Address, c.cap as Cap, c.municipality as Municipality,
        c.permanent_staff as PermanentStaff, c.phone as Phone, c.email as Email, c.website as Website,
        c.contact_name as ContactName, c.contact_role as ContactRole, c.contact_phone as ContactPhone, c.contact_email as ContactEmail, c.contact_hours as ContactHours,
        c.do_not_call as DoNotCall, c.notes as Notes, c.available_places as AvailablePlaces, c.available_until as AvailableUntil,
        c.next_contact_on as NextContactOn, c.last_contact_at as LastContactAt, c.last_outcome as LastOutcome, c.unreached_in_a_row as UnreachedInARow,
        c.archived_at as ArchivedAt, c.archive_reason as ArchiveReason, c.created_at as CreatedAt, c.updated_at as UpdatedAt,
        c.trade_name as TradeName, c.legal_form as LegalForm, c.solidarity_network as SolidarityNetwork, c.looked_after_by as LookedAfterBy, c.consent_notes as ConsentNotes,
        c.obligation_staff as ObligationStaff, c.targeted_placement as TargetedPlacement, c.article14_convention as Article14Convention, c.article14_until as Article14Until,
        c.merged_into as MergedInto, c.availability_verified_on as AvailabilityVerifiedOn
        """;

    public const string Columns = $"{Facts}, null as HasPeople, null as HasTags";

    public const string SelectById = $"""
        select {Facts},
               case when exists (select 1 from company_network_person person where person.company_id = c.id) then 1 else 0 end as HasPeople,
               case when exists (select 1 from company_network_tag tag where tag.company_id = c.id) then 1 else 0 end as HasTags
        from   company_network_company c
        where  c.id = @Id
        """;
}
