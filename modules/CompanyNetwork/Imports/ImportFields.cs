using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>The fields that a spreadsheet can fill, with the ways in which services write them above their columns.</summary>
internal static class ImportFields
{
    public const string Name = "name", VatNumber = "vatNumber", TaxCode = "taxCode", Kind = "kind", Sector = "sector", Address = "address", Cap = "cap", Municipality = "municipality",
        Province = "province", PermanentStaff = "permanentStaff", Phone = "phone", Email = "email", Website = "website", ContactName = "contactName", ContactRole = "contactRole",
        ContactPhone = "contactPhone", ContactEmail = "contactEmail", LastContactOn = "lastContactOn", NextContactOn = "nextContactOn", Notes = "notes", ExternalId = "externalId";

    public static IReadOnlyList<KnownColumn> Known { get; } =
    [
        new(Name, "Ragione sociale", "Rag. Sociale", "Rag. soc.", "Denominazione", "Denominazione azienda", "Azienda", "Nome azienda", "Nome ditta", "Ditta", "Impresa", "Intestazione", "Nome", "Company", "Company name"),
        new(VatNumber, "Partita IVA", "P.IVA", "P. IVA", "PIVA", "P.I.", "IVA", "P.IVA/CF", "P. IVA / C.F.", "Partita IVA/Codice fiscale", "VAT", "VAT number"),
        new(TaxCode, "Codice fiscale", "C.F.", "CF", "Cod. fisc.", "Cod. fiscale", "Tax code"),
        new(Kind, "Tipo", "Tipologia", "Tipo azienda", "Tipo di ente", "Forma giuridica", "Natura giuridica", "Kind"),
        new(Sector, "Settore", "Attività", "Settore di attività", "Ambito", "Categoria", "Tipo attività", "Comparto", "Sector"),
        new(Address, "Indirizzo", "Via", "Sede", "Indirizzo sede", "Sede operativa", "Sede legale", "Ubicazione", "Address"),
        new(Cap, "CAP", "C.A.P.", "Codice postale", "Postal code"),
        new(Municipality, "Comune", "Città", "Località", "Paese", "Comune sede", "Luogo", "Municipality", "Town", "City"),
        new(Province, "Provincia", "Prov.", "Prov", "Pr", "Province"),
        new(PermanentStaff, "N. dipendenti", "Dipendenti", "Numero dipendenti", "Dipendenti a tempo indeterminato", "Numero addetti", "Addetti", "Organico", "Employees"),
        new(Phone, "Telefono", "Tel.", "Tel", "Telefono fisso", "Telefono azienda", "Recapito telefonico", "Recapito", "Numero di telefono", "Fisso", "Phone"),
        new(Email, "E-mail", "Email", "Mail", "Posta elettronica", "Indirizzo mail", "Indirizzo e-mail", "PEC"),
        new(Website, "Sito", "Sito web", "Sito internet", "Web", "Website"),
        new(ContactName, "Referente", "Referente aziendale", "Persona di contatto", "Nome referente", "Persona di riferimento", "Titolare", "Contact person"),
        new(ContactRole, "Ruolo", "Ruolo referente", "Qualifica", "Mansione referente", "Role"),
        new(ContactPhone, "Cellulare", "Cell.", "Cell", "Telefono referente", "Tel. referente", "Cellulare referente", "Mobile"),
        new(ContactEmail, "E-mail referente", "Mail referente", "Email referente"),
        new(LastContactOn, "Ultimo contatto", "Data ultimo contatto", "Ultima telefonata", "Contattata il", "Data contatto", "Last contact"),
        new(NextContactOn, "Prossimo contatto", "Data prossimo contatto", "Da richiamare", "Richiamare il", "Da richiamare il", "Next contact"),
        new(ExternalId, "Codice", "Codice azienda", "Cod.", "Cod. azienda", "ID", "ID azienda", "Id interno", "Codice interno", "Matricola", "Numero azienda", "Company id") { OnlyExact = true },
        new(Notes, "Note", "Osservazioni", "Annotazioni", "Commenti", "Altro", "Notes"),
    ];

    /// <summary>The fields by themselves.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(known => known.Field)];

    /// <summary>The fields that an empty cell may blank, where a person says so: those without which a company is still one, and of which the bank is not the only keeper.</summary>
    public static IReadOnlySet<string> Blankable { get; } = new HashSet<string>
    {
        VatNumber, TaxCode, Address, Cap, Municipality, PermanentStaff, Phone, Email, Website, ContactName, ContactRole, ContactPhone, ContactEmail, Notes,
    };
}
