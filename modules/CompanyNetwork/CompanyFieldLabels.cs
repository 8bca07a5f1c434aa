using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.CompanyNetwork;

/// <summary>How the module's fields are called in sentences about them.</summary>
internal static class CompanyFieldLabels
{
    public static void Add() => FieldLabels.Add(
        ("name", "Nome", "Name"),
        ("vatNumber", "Partita IVA", "VAT number"),
        ("taxCode", "Codice fiscale", "Tax code"),
        ("kind", "Tipo", "Kind"),
        ("sector", "Settore", "Sector"),
        ("sectors", "Settori", "Sectors"),
        ("atecoSection", "Sezione ATECO", "ATECO section"),
        ("atecoCode", "Codice ATECO", "ATECO code"),
        ("address", "Indirizzo", "Address"),
        ("cap", "CAP", "Postal code"),
        ("municipality", "Comune", "Municipality"),
        ("permanentStaff", "Dipendenti a tempo indeterminato", "Permanent staff"),
        ("phone", "Telefono", "Phone"),
        ("email", "E-mail", "E-mail"),
        ("website", "Sito", "Website"),
        ("notes", "Note", "Notes"),
        ("role", "Ruolo", "Role"),
        ("preferredHours", "Orari preferiti", "Preferred hours"),
        ("reason", "Motivo", "Reason"),
        ("places", "Posti", "Places"),
        ("context", "Contesto", "Context"),
        ("trend", "Andamento della produzione", "Production trend"),
        ("duties", "Mansioni", "Duties"),
        ("weeklyHours", "Ore alla settimana", "Hours a week"),
        ("from", "Dal", "From"),
        ("to", "Al", "To"),
        ("verifiedOn", "Verificata il", "Verified on"),
        ("channel", "Canale", "Channel"),
        ("outcome", "Esito", "Outcome"),
        ("note", "Nota", "Note"),
        ("nextContactOn", "Prossimo contatto", "Next contact"),
        ("maxKm", "Distanza massima", "Maximum distance"),
        ("limit", "Numero di righe", "Number of rows"),
        ("q", "Ricerca", "Search"),
        ("sort", "Ordine", "Order"),
        ("province", "Provincia", "Province"),
        ("lastContactOn", "Ultimo contatto", "Last contact"),
        ("columns", "Colonne", "Columns"),
        ("values", "Valori", "Values"),
        ("file", "File", "File"),
        ("state", "Stato", "State"),
        ("contactName", "Referente", "Contact person"),
        ("contactRole", "Ruolo del referente", "Contact person's role"),
        ("contactPhone", "Telefono del referente", "Contact person's phone"),
        ("contactEmail", "E-mail del referente", "Contact person's e-mail"));
}
