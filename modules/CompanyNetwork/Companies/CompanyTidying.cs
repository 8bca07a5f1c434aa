namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Brings what was written into its one stored form: no blanks around, empty is nothing, numbers without their ornaments.</summary>
internal static class CompanyTidying
{
    public static CompanyData Tidy(this CompanyData company) => company with
    {
        Name = company.Name.Trim(),
        VatNumber = CompanyIdentifiers.Vat(company.VatNumber),
        TaxCode = CompanyIdentifiers.Tax(company.TaxCode),
        AtecoSection = Text(company.AtecoSection)?.ToUpperInvariant(),
        AtecoCode = Text(company.AtecoCode),
        Address = Text(company.Address),
        Cap = Text(company.Cap),
        Municipality = Text(company.Municipality),
        Phone = Text(company.Phone),
        Email = Text(company.Email)?.ToLowerInvariant(),
        Website = Text(company.Website),
        Notes = Text(company.Notes),
        TradeName = Text(company.TradeName),
        ConsentNotes = Text(company.ConsentNotes),
        SolidarityNetwork = company.SolidarityNetwork ?? false,
        Article14Convention = Text(company.Article14Convention),
        ContactPerson = company.ContactPerson is { } person
            ? new(Text(person.Name), Text(person.Role), Text(person.Phone), Text(person.Email)?.ToLowerInvariant(), Text(person.PreferredHours), person.DoNotCall)
            : new(null, null, null, null, null, false),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
