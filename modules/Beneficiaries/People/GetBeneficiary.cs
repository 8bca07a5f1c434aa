using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.PersonFile.Rules;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>Opens a person's record. Identifiers, contacts and addresses stay masked: only whether they are known is told.</summary>
internal sealed record GetBeneficiary(Guid Id) : IQuery<BeneficiaryRecord>;

/// <summary>
/// A person's record. Whoever sees the registry only learns who the person is and who follows them: the rest is null. Long-term unemployment is computed for today, by the terms of each scheme.
/// <c>MayOpenCase</c> is false while a case is open, and for whoever would be refused with <c>case.followed-before</c>.
/// </summary>
/// <param name="Surname">As in the person's papers.</param>
/// <param name="Name">As in the person's papers.</param>
/// <param name="DomicileMunicipality">ISTAT code of the municipality where the person lives.</param>
/// <param name="UnemployedSince">First day without work; null for who works, or if it is not known.</param>
/// <param name="LongTermUnemployment">Whether it counts as long-term unemployment today, by the terms of each scheme.</param>
/// <param name="Cases">Cases of the person that whoever asks may see.</param>
/// <param name="MayOpenCase">False while a case is open, and for whoever would be refused with <c>case.followed-before</c>.</param>
internal sealed record BeneficiaryRecord(
    Guid Id, int Version, string Surname, string Name, string? PreferredName, Sex? Sex, Gender? Gender, DateOnly? BirthDate, int? Age, string? Birthplace, string? BirthplaceName,
    string? Citizenship, string? CitizenshipName, string? DomicileMunicipality, string? DomicileName, string? Education, DateOnly? UnemployedSince,
    IReadOnlyList<LongTermStanding> LongTermUnemployment, int? MinorChildren, bool? SingleParent, Mobility? Mobility, IReadOnlyList<string> WishedSectors, bool Restricted, Sight Sight, KnownFields? Known,
    IReadOnlyList<PersonCase> Cases, bool MayOpenCase) : IVersioned;

/// <summary>Which masked fields hold something, and which sections are written; null for who may not open them.</summary>
/// <param name="TaxCode">Whether a codice fiscale is written.</param>
/// <param name="HealthCode">Whether an STP or ENI code is written.</param>
/// <param name="TaxCodeConfirmed">Whether the code was seen on the card although it differs from the data written here.</param>
/// <param name="Phone">Whether a telephone number is written.</param>
/// <param name="Email">Whether an e-mail address is written.</param>
/// <param name="SafeContact">Whether it is written when and how it is safe to call.</param>
/// <param name="Residence">Whether it is written where the person is registered.</param>
/// <param name="Domicile">Whether it is written where the person lives.</param>
internal sealed record KnownFields(
    bool TaxCode, bool HealthCode, bool TaxCodeConfirmed, bool Phone, bool Email, bool SafeContact, bool Residence, bool Domicile, IReadOnlyList<WrittenSection> Sections);

/// <summary>A case of the person that may be seen.</summary>
internal sealed record PersonCase(Guid Id, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome, Guid ManagerId, string? ManagerName);

internal static class GetBeneficiaryEndpoint
{
    public static void MapGetBeneficiary(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}", Handle)
        .WithName("getBeneficiary")
        .WithSummary("Open a person's record; the opening is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<VersionedOk<BeneficiaryRecord>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetBeneficiary(id), ct));
}

internal sealed class GetBeneficiaryHandler(
    IDbSession db, NeedToKnow needToKnow, MergedPeople merged, SensitiveFields sensitive, PersonSections sections, IColleagues colleagues, UnemploymentTerms terms, IAuditTrail audit, ICurrentUser user,
    TimeProvider clock) : IRequestHandler<GetBeneficiary, BeneficiaryRecord>
{
    private const string SelectPerson = """
        select id as Id, version as Version, surname as Surname, name as Name, preferred_name as PreferredName, sex as Sex, gender as Gender, birth_date as BirthDate,
               birthplace as Birthplace, citizenship as Citizenship, domicile_istat as DomicileIstat, education as Education, unemployed_since as UnemployedSince,
               minor_children as MinorChildren, single_parent as SingleParent, mobility as Mobility, wished_sectors as WishedSectors, restricted as Restricted,
               identifiers_cipher as Identifiers, contacts_cipher as Contacts, addresses_cipher as Addresses
        from   beneficiaries_person
        where  id = @Id
        """;

    private const string SelectCases = """
        select c.id as Id, c.opened_on as OpenedOn, c.closed_on as ClosedOn, c.outcome as Outcome, c.manager_id as ManagerId,
               (select count(*) from beneficiaries_case_member m
                where  m.case_id = c.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today)) as Memberships,
               (select count(*) from beneficiaries_emergency_access e where e.beneficiary_id = c.beneficiary_id and e.user_id = @Me and e.expires_at > @Now) as Emergencies
        from   beneficiaries_case c
        where  c.beneficiary_id = @Id
        order by c.opened_on desc, c.id desc
        """;

    public async Task<BeneficiaryRecord> Handle(GetBeneficiary request, CancellationToken cancellationToken)
    {
        // The address of a record that became part of another answers with where the person is now.
        var id = await merged.WhereNowAsync(request.Id, cancellationToken);
        var seen = await needToKnow.PersonAsync(id, Sight.Registry, cancellationToken);
        audit.Reads("beneficiary", id, "open-record");
        var today = clock.Today();
        var row = (await db.FindAsync<Row>(SelectPerson, new { Id = id }, cancellationToken))!;
        var cases = await db.QueryAsync<CaseRow>(SelectCases, new { Id = id, Me = user.Id, Today = today, Now = clock.GetUtcNow() }, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var shownCases = cases
            .Where(found => needToKnow.IsPlatform || found.Memberships + found.Emergencies > 0 || (needToKnow.IsCoordinator && !row.Restricted))
            .Select(found => new PersonCase(found.Id, found.OpenedOn, found.ClosedOn, found.Outcome, found.ManagerId, names.GetValueOrDefault(found.ManagerId)))
            .ToArray();
        var mayOpen = needToKnow.MayOpen(seen) && cases.All(found => found.ClosedOn is not null);
        if (seen.Sight < Sight.Full)
        {
            return new(
                row.Id, row.Version, row.Surname, row.Name, row.PreferredName, null, null, null, null, null, null, null, null, null, null, null, null, [], null, null, null, [], row.Restricted,
                seen.Sight, null, shownCases, mayOpen);
        }

        var identifiers = sensitive.Open<PersonIdentifiers>(row.Identifiers);
        var contacts = sensitive.Open<PersonContacts>(row.Contacts);
        var addresses = sensitive.Open<PersonAddresses>(row.Addresses);
        var age = AgeOn(row.BirthDate, today);
        return new(
            row.Id, row.Version, row.Surname, row.Name, row.PreferredName, row.Sex, row.Gender, row.BirthDate, age,
            row.Birthplace, Birthplaces.Find(row.Birthplace)?.Name, row.Citizenship, Countries.ByCode(row.Citizenship)?.Italian,
            row.DomicileIstat, Municipalities.ByIstat(row.DomicileIstat)?.NameWithProvince, row.Education, row.UnemployedSince,
            row.UnemployedSince is null ? [] : LongTermUnemployment.Of(row.UnemployedSince, age, today, await terms.AllAsync(cancellationToken)), row.MinorChildren, row.SingleParent, row.Mobility,
            row.WishedSectors.Split(',', StringSplitOptions.RemoveEmptyEntries), row.Restricted, seen.Sight,
            new KnownFields(
                identifiers?.TaxCode is not null, identifiers?.HealthCode is not null, identifiers?.TaxCodeConfirmed == true, Has(contacts?.Phone), Has(contacts?.Email),
                Has(contacts?.SafeContact), addresses?.Residence is not null, addresses?.Domicile is not null, await sections.WrittenAsync(id, cancellationToken)),
            shownCases, mayOpen);
    }

    /// <summary>Whole years lived.</summary>
    internal static int AgeOn(DateOnly birth, DateOnly day) => day.Year - birth.Year - (birth.AddYears(day.Year - birth.Year) > day ? 1 : 0);

    private static bool Has(string? text) => !string.IsNullOrEmpty(text);

    private sealed record Row(
        Guid Id, int Version, string Surname, string Name, string? PreferredName, Sex Sex, Gender Gender, DateOnly BirthDate, string? Birthplace, string? Citizenship,
        string? DomicileIstat, string? Education, DateOnly? UnemployedSince, int? MinorChildren, bool? SingleParent, Mobility? Mobility, string WishedSectors, bool Restricted,
        string? Identifiers, string? Contacts, string? Addresses);

    private sealed record CaseRow(Guid Id, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome, Guid ManagerId, int Memberships, int Emergencies);
}
