using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Exports;

/// <summary>A column of an export.</summary>
/// <param name="Field">As it is asked for.</param>
/// <param name="Header">What stands above it: the import knows these names, so that a file can be corrected and brought back.</param>
/// <param name="Cell">Its value for a company.</param>
internal sealed record ExportColumn(string Field, Words Header, Func<Company, object?> Cell);

/// <summary>What can be exported of a company.</summary>
internal static class ExportColumns
{
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new("name", new("Ragione sociale", "Company name"), company => company.Name),
        new("vatNumber", new("Partita IVA", "VAT number"), company => company.VatNumber),
        new("taxCode", new("Codice fiscale", "Tax code"), company => company.TaxCode),
        new("kind", new("Tipo", "Kind"), company => KindNames.Of(company.Kind).ToString()),
        new("sector", new("Settore", "Sector"), company => SectorNames.Italian(company.Sector) is { Length: > 0 } name ? name : "altro"),
        new("atecoCode", new("Codice ATECO", "ATECO code"), company => company.AtecoCode ?? company.AtecoSection),
        new("address", new("Indirizzo", "Address"), company => company.Address),
        new("cap", new("CAP", "Postal code"), company => company.Cap),
        new("municipality", new("Comune", "Municipality"), company => company.MunicipalityName),
        new("province", new("Provincia", "Province"), company => company.Province),
        new("region", new("Regione", "Region"), company => company.Region),
        new("permanentStaff", new("N. dipendenti", "Employees"), company => company.PermanentStaff),
        new("phone", new("Telefono", "Phone"), company => company.Phone),
        new("email", new("E-mail", "E-mail"), company => company.Email),
        new("website", new("Sito", "Website"), company => company.Website),
        new("contactName", new("Referente", "Contact person"), company => company.ContactPerson.Name),
        new("contactRole", new("Ruolo referente", "Role"), company => company.ContactPerson.Role),
        new("contactPhone", new("Cellulare", "Mobile"), company => company.ContactPerson.Phone),
        new("contactEmail", new("E-mail referente", "Contact person's e-mail"), company => company.ContactPerson.Email),
        new("availablePlaces", new("Posti disponibili", "Available places"), company => company.AvailabilityIsKnown ? company.AvailablePlaces : null),
        new("availableUntil", new("Disponibilità fino al", "Available until"), company => company.AvailableUntil),
        new("lastContactAt", new("Ultimo contatto", "Last contact"), company => company.LastContactAt?.InItaly()),
        new("nextContactOn", new("Prossimo contatto", "Next contact"), company => company.NextContactOn),
        new("notes", new("Note", "Notes"), company => company.Notes),
        new("archivedAt", new("Archiviata il", "Archived on"), company => company.ArchivedAt?.InItaly()),
        new("createdAt", new("Inserita il", "Added on"), company => company.CreatedAt.InItaly()),
    ];

    private static readonly Dictionary<string, ExportColumn> ByField = All.ToDictionary(column => column.Field);

    /// <summary>Taken when none are chosen: what a list for calling needs.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["name", "vatNumber", "sector", "address", "municipality", "province", "phone", "email", "contactName", "availablePlaces", "nextContactOn"];

    public static bool Exists(string field) => ByField.ContainsKey(field);

    public static IReadOnlyList<ExportColumn> Of(IReadOnlyList<string> fields) => [.. fields.Distinct().Select(field => ByField[field])];
}

/// <summary>The kinds as they are called in files; the import understands them.</summary>
internal static class KindNames
{
    public static Words Of(CompanyKind kind) => kind switch
    {
        CompanyKind.PublicBody => new("Ente pubblico", "Public body"),
        CompanyKind.Association => new("Associazione", "Association"),
        CompanyKind.SocialCooperativeA => new("Cooperativa sociale A", "Social cooperative A"),
        CompanyKind.SocialCooperativeB => new("Cooperativa sociale B", "Social cooperative B"),
        _ => new("Azienda", "Company"),
    };
}
