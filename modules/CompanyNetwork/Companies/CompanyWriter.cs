using InclusionPlatform.CompanyNetwork.Duplicates;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A change of a company's record.</summary>
internal sealed record CompanyUpdate(Guid Id, int Version, CompanyData Before, CompanyData After);

/// <summary>Writes a company's row with all that follows from it (words, main site, first person, likenesses, history): the one way in, for the form, the systems outside and the import.</summary>
internal sealed class CompanyWriter(
    IDbSession db, SiteBook sites, PeopleBook people, SearchWords words, DuplicateFinder duplicates, CompanyHistory history, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string InsertCompany = """
        insert into company_network_company (
            id, version, name, sort_name, vat_number, tax_code, kind, sector, ateco_section, ateco_code, address, cap, municipality, province, permanent_staff,
            phone, phone_key, email, website, contact_name, contact_role, contact_phone, contact_email, contact_hours, do_not_call, notes,
            available_places, available_until, next_contact_on, last_contact_at, last_outcome, unreached_in_a_row, archived_at, archive_reason, created_at, created_by, updated_at,
            trade_name, legal_form, solidarity_network, looked_after_by, consent_notes, obligation_staff, targeted_placement, article14_convention, article14_until,
            words_version)
        values (
            @Id, 1, @Name, @SortName, @VatNumber, @TaxCode, @Kind, @Sector, @AtecoSection, @AtecoCode, @Address, @Cap, @Municipality, @Province, @PermanentStaff,
            @Phone, @PhoneKey, @Email, @Website, @ContactName, @ContactRole, @ContactPhone, @ContactEmail, @ContactHours, @DoNotCall, @Notes,
            0, null, null, null, null, 0, null, null, @At, @By, @At,
            @TradeName, @LegalForm, @SolidarityNetwork, @LookedAfterBy, @ConsentNotes, @ObligationStaff, @TargetedPlacement, @Article14Convention, @Article14Until,
            1)
        """;

    private const string UpdateCompany = """
        update company_network_company
        set    version = version + 1, name = @Name, sort_name = @SortName, vat_number = @VatNumber, tax_code = @TaxCode, kind = @Kind, sector = @Sector,
               ateco_section = @AtecoSection, ateco_code = @AtecoCode, address = @Address, cap = @Cap, municipality = @Municipality, province = @Province,
               permanent_staff = @PermanentStaff, phone = @Phone, phone_key = @PhoneKey, email = @Email, website = @Website,
               contact_name = @ContactName, contact_role = @ContactRole, contact_phone = @ContactPhone, contact_email = @ContactEmail, contact_hours = @ContactHours,
               do_not_call = @DoNotCall, notes = @Notes, updated_at = @At,
               trade_name = @TradeName, legal_form = @LegalForm, solidarity_network = @SolidarityNetwork, looked_after_by = @LookedAfterBy, consent_notes = @ConsentNotes,
               obligation_staff = @ObligationStaff, targeted_placement = @TargetedPlacement, article14_convention = @Article14Convention, article14_until = @Article14Until
        where  id = @Id and version = @Version
        """;

    public async Task<Guid> InsertAsync(CompanyData company, CancellationToken ct) => (await InsertAllAsync([company], ct))[0];

    /// <summary>Many at once: each statement is prepared once and run for all.</summary>
    public async Task<IReadOnlyList<Guid>> InsertAllAsync(IReadOnlyList<CompanyData> companies, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var added = companies.Select(company => (Id: Guid.CreateVersion7(now), Company: company)).ToList();
        foreach (var (id, company) in added)
        {
            audit.Changes("company", id);
            await LookedAfterByAColleague.CheckAsync(company.LookedAfterBy, colleagues, ct);
        }

        await db.ExecuteAsync(InsertCompany, added.Select(one => Columns(one.Id, 0, one.Company, now)), ct, () => Taken(companies));
        await words.AddAsync(added, ct);
        await sites.AddMainAsync(added, ct);
        await people.AddFirstAsync(added, ct);
        await duplicates.WriteKeysAsync(added, ct);
        await history.TellAllAsync(added.Select(one => new ToldChange(one.Id, CompanyChange.Created, null, null, one.Company.Name)), ct);
        return [.. added.Select(one => one.Id)];
    }

    public Task UpdateAsync(Guid id, int version, CompanyData before, CompanyData after, CancellationToken ct) => UpdateAllAsync([new(id, version, before, after)], ct);

    /// <summary>As <see cref="InsertAllAsync"/>; one stale version refuses them all.</summary>
    public async Task UpdateAllAsync(IReadOnlyList<CompanyUpdate> changes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, _, before, after) in changes)
        {
            audit.Changes("company", id);
            if (after.LookedAfterBy != before.LookedAfterBy)
            {
                await LookedAfterByAColleague.CheckAsync(after.LookedAfterBy, colleagues, ct);
            }
        }

        if (await db.ExecuteAsync(UpdateCompany, changes.Select(change => Columns(change.Id, change.Version, change.After, now)), ct, () => Taken([.. changes.Select(change => change.After)])) != changes.Count)
        {
            throw new StaleVersionException();
        }

        foreach (var (id, _, before, after) in changes)
        {
            await FollowAsync(id, before, after, ct);
        }

        await words.RewriteAsync([.. changes.Where(change => Worded(change.Before) != Worded(change.After)).Select(change => change.Id)], ct);
    }

    /// <summary>What stands elsewhere too is brought to the same.</summary>
    private async Task FollowAsync(Guid id, CompanyData before, CompanyData after, CancellationToken ct)
    {
        if ((before.Address, before.Cap, before.Municipality, before.PermanentStaff) != (after.Address, after.Cap, after.Municipality, after.PermanentStaff))
        {
            await sites.MirrorAsync(id, after, ct);
        }

        if (before.ContactPerson != after.ContactPerson)
        {
            await people.MirrorAsync(id, after.ContactPerson, ct);
        }

        if (!CompanyKeys.Of(before).SetEquals(CompanyKeys.Of(after)))
        {
            await duplicates.RewriteKeysAsync(id, after, ct);
        }

        await history.TellFieldsAsync(id, before, after, ct);
    }

    private static (string Name, string? TradeName, string? Municipality, string? VatNumber, string Sector, string? Phone, string? Person, string? PersonPhone) Worded(CompanyData company) =>
        (company.Name, company.TradeName, company.Municipality, company.VatNumber, company.Sector, company.Phone, company.ContactPerson?.Name, company.ContactPerson?.Phone);

    private object Columns(Guid id, int version, CompanyData company, DateTimeOffset now) => new
    {
        Id = id,
        Version = version,
        company.Name,
        SortName = CompanyWords.SortName(company.Name),
        company.VatNumber,
        company.TaxCode,
        Kind = company.Kind.Code(),
        company.Sector,
        company.AtecoSection,
        company.AtecoCode,
        company.Address,
        company.Cap,
        company.Municipality,
        Province = Municipalities.ByIstat(company.Municipality)?.ProvinceCode,
        company.PermanentStaff,
        company.Phone,
        PhoneKey = CompanyIdentifiers.PhoneKey(company.Phone),
        company.Email,
        company.Website,
        ContactName = company.ContactPerson?.Name,
        ContactRole = company.ContactPerson?.Role,
        ContactPhone = company.ContactPerson?.Phone,
        ContactEmail = company.ContactPerson?.Email,
        ContactHours = company.ContactPerson?.PreferredHours,
        DoNotCall = company.ContactPerson?.DoNotCall ?? false,
        company.Notes,
        company.TradeName,
        LegalForm = company.LegalForm?.Code(),
        SolidarityNetwork = company.SolidarityNetwork ?? false,
        company.LookedAfterBy,
        company.ConsentNotes,
        company.ObligationStaff,
        TargetedPlacement = company.TargetedPlacement?.Code(),
        company.Article14Convention,
        company.Article14Until,
        At = now,
        By = user.Id,
    };

    private static ConflictException Taken(IReadOnlyList<CompanyData> companies) => companies.Any(company => company.VatNumber is not null)
        ? new("company.vat-number-taken", new(
            "Un'altra azienda ha già questa partita IVA o questo codice fiscale: cercarla nell'elenco e aggiornare quella.",
            "Another company has this VAT number or tax code already: find it in the list and update that one."))
        : new("company.tax-code-taken", new(
            "Un'altra azienda ha già questo codice fiscale: cercarla nell'elenco e aggiornare quella.",
            "Another company has this tax code already: find it in the list and update that one."));
}
