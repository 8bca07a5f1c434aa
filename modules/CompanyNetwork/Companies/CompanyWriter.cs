using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Writes a company's row and its words: the one way in, for the form, the systems outside and the import.</summary>
internal sealed class CompanyWriter(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string InsertCompany = """
        insert into company_network_company (
            id, version, name, sort_name, vat_number, tax_code, kind, sector, ateco_section, ateco_code, address, cap, municipality, province, permanent_staff,
            phone, phone_key, email, website, contact_name, contact_role, contact_phone, contact_email, contact_hours, do_not_call, notes,
            available_places, available_until, next_contact_on, last_contact_at, last_outcome, unreached_in_a_row, archived_at, archive_reason, created_at, created_by, updated_at)
        values (
            @Id, 1, @Name, @SortName, @VatNumber, @TaxCode, @Kind, @Sector, @AtecoSection, @AtecoCode, @Address, @Cap, @Municipality, @Province, @PermanentStaff,
            @Phone, @PhoneKey, @Email, @Website, @ContactName, @ContactRole, @ContactPhone, @ContactEmail, @ContactHours, @DoNotCall, @Notes,
            0, null, null, null, null, 0, null, null, @At, @By, @At)
        """;

    private const string UpdateCompany = """
        update company_network_company
        set    version = version + 1, name = @Name, sort_name = @SortName, vat_number = @VatNumber, tax_code = @TaxCode, kind = @Kind, sector = @Sector,
               ateco_section = @AtecoSection, ateco_code = @AtecoCode, address = @Address, cap = @Cap, municipality = @Municipality, province = @Province,
               permanent_staff = @PermanentStaff, phone = @Phone, phone_key = @PhoneKey, email = @Email, website = @Website,
               contact_name = @ContactName, contact_role = @ContactRole, contact_phone = @ContactPhone, contact_email = @ContactEmail, contact_hours = @ContactHours,
               do_not_call = @DoNotCall, notes = @Notes, updated_at = @At
        where  id = @Id and version = @Version
        """;

    private const string DeleteWords = "delete from company_network_search_word where company_id = @Id";

    private const string InsertWords = """
        insert into company_network_search_word (company_id, word, spread, signature)
        select @Id, word, @Spread, @Signature
        from   (select @W0 as word union all select @W1 union all select @W2 union all select @W3 union all select @W4 union all select @W5 union all select @W6 union all select @W7
                union all select @W8 union all select @W9 union all select @W10 union all select @W11 union all select @W12 union all select @W13 union all select @W14 union all select @W15) words
        where  word is not null
        """;

    public async Task<Guid> InsertAsync(CompanyData company, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        audit.Changes("company", id);
        await db.ExecuteAsync(InsertCompany, Columns(id, 0, company, now), ct, () => Taken(company));
        await WriteWordsAsync(id, company, ct);
        return id;
    }

    public async Task UpdateAsync(Guid id, int version, CompanyData before, CompanyData after, CancellationToken ct)
    {
        audit.Changes("company", id);
        if (await db.ExecuteAsync(UpdateCompany, Columns(id, version, after, clock.GetUtcNow()), ct, () => Taken(after)) == 0)
        {
            throw new StaleVersionException();
        }

        if ((before.Name, before.Municipality, before.VatNumber, before.Sector) != (after.Name, after.Municipality, after.VatNumber, after.Sector))
        {
            await db.ExecuteAsync(DeleteWords, new { Id = id }, ct);
            await WriteWordsAsync(id, after, ct);
        }
    }

    private Task<int> WriteWordsAsync(Guid id, CompanyData company, CancellationToken ct)
    {
        var words = CompanyWords.Of(company.Name, company.Municipality, company.VatNumber, company.Sector);
        string? Word(int index) => index < words.Count ? words[index] : null;
        return db.ExecuteAsync(
            InsertWords,
            new
            {
                Id = id,
                Spread = CompanyWords.Spread(id),
                Signature = WordSignature.Of(words),
                W0 = Word(0), W1 = Word(1), W2 = Word(2), W3 = Word(3), W4 = Word(4), W5 = Word(5), W6 = Word(6), W7 = Word(7),
                W8 = Word(8), W9 = Word(9), W10 = Word(10), W11 = Word(11), W12 = Word(12), W13 = Word(13), W14 = Word(14), W15 = Word(15),
            },
            ct);
    }

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
        At = now,
        By = user.Id,
    };

    private static ConflictException Taken(CompanyData company) => company.VatNumber is not null
        ? new("company.vat-number-taken", new(
            "Un'altra azienda ha già questa partita IVA o questo codice fiscale: cercarla nell'elenco e aggiornare quella.",
            "Another company has this VAT number or tax code already: find it in the list and update that one."))
        : new("company.tax-code-taken", new(
            "Un'altra azienda ha già questo codice fiscale: cercarla nell'elenco e aggiornare quella.",
            "Another company has this tax code already: find it in the list and update that one."));
}
