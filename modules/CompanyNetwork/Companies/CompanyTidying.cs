using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Brings what was written into its one stored form: no blanks around, empty is nothing, a name on one line, numbers without their ornaments.</summary>
internal static class CompanyTidying
{
    public static CompanyData Tidy(this CompanyData company) => company with
    {
        Name = OneLine.Of(company.Name.Trim()),
        VatNumber = CompanyIdentifiers.Vat(company.VatNumber),
        TaxCode = CompanyIdentifiers.Tax(company.TaxCode),
        AtecoSection = Text(company.AtecoSection)?.ToUpperInvariant(),
        AtecoCode = Text(company.AtecoCode),
        Address = Line(company.Address),
        Cap = Text(company.Cap),
        Municipality = Text(company.Municipality),
        Phone = Text(company.Phone),
        Email = Text(company.Email)?.ToLowerInvariant(),
        Website = Text(company.Website),
        Notes = Text(company.Notes),
        TradeName = Line(company.TradeName),
        ConsentNotes = Text(company.ConsentNotes),
        SolidarityNetwork = company.SolidarityNetwork ?? false,
        Article14Convention = Text(company.Article14Convention),
        ContactPerson = company.ContactPerson is { } person
            ? new(Line(person.Name), Line(person.Role), Text(person.Phone), Text(person.Email)?.ToLowerInvariant(), Text(person.PreferredHours), person.DoNotCall)
            : new(null, null, null, null, null, false),
    };

    // Cells of spreadsheets have line breaks where the column was narrow.
    private static string? Line(string? text) => Text(text) is { } written ? OneLine.Of(written) : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
