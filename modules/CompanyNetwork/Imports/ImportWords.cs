namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>The sentences about rows: what is wrong with a field and what was understood or repaired by itself.</summary>
internal static class ImportWords
{
    public static Words NameMissing { get; } = new("Manca il nome dell'azienda.", "The company's name is missing.");

    public static Words VatRepaired { get; } = new("Alla partita IVA mancavano gli zeri iniziali: sono stati rimessi.", "The VAT number had lost its leading zeros: they were put back.");

    public static Words TaxCodeInVat { get; } = new("Nella colonna della partita IVA c'è un codice fiscale: è stato messo al suo posto.", "The VAT column holds a tax code: it was put in its place.");

    public static Words PhoneRepaired { get; } = new("Al telefono mancava lo zero iniziale: è stato rimesso.", "The phone had lost its leading zero: it was put back.");

    public static Words PhonesSeveral { get; } = new("C'è più di un numero: il primo va nel campo, il testo intero nelle note.", "There is more than one number: the first goes into the field, the whole text into the notes.");

    public static Words EmailsSeveral { get; } = new("C'è più di un indirizzo: si tiene il primo, il testo intero va nelle note.", "There is more than one address: the first is kept, the whole text goes into the notes.");

    public static Words CapRepaired { get; } = new("Al CAP mancavano gli zeri iniziali: sono stati rimessi.", "The postal code had lost its leading zeros: they were put back.");

    public static Words CapElsewhere { get; } = new("Questo CAP non risulta del comune indicato: controllare.", "This postal code does not seem to belong to the municipality: check it.");

    public static Words MunicipalityUnknown { get; } = new(
        "Questo comune non si riconosce: scegliere tra quelli proposti o scriverlo per intero.", "This municipality is not recognised: choose one of those proposed or write it in full.");

    public static Words SectorUnknown { get; } = new("Questo settore non si riconosce: l'azienda va in «altro».", "This sector is not recognised: the company goes to “other”.");

    public static Words KindUnknown { get; } = new("Questo tipo non si riconosce: si intende un'azienda.", "This kind is not recognised: it is taken for a company.");

    public static Words FailedFormula { get; } = new(
        "In «{0}» c'è una formula senza risultato ({1}): la cella si legge come vuota.", "In “{0}” there is a formula without a result ({1}): the cell is read as empty.");

    public static Words UnnamedColumn { get; } = new("Colonna {0}", "Column {0}");

    public static Words StaffWrong { get; } = new("Il numero di dipendenti deve essere un numero intero, come 12.", "The number of employees must be a whole number, such as 12.");

    public static Words DateWrong { get; } = new("Questa data non si riconosce: scriverla come 3/12/2026.", "This date is not recognised: write it as 3/12/2026.");

    public static Words Archived { get; } = new(
        "Questa azienda è già nella banca dati ma è archiviata: ripristinarla dalla sua scheda oppure saltare la riga.", "This company is in the bank but archived: restore it from its page or skip the row.");

    public static Words ExternalIdTooLong { get; } = new Words("Il codice dell'elenco può avere al massimo {0} caratteri.", "The list's own id can have at most {0} characters.").With(ExternalIds.Longest);

    public static Words ExternalIdElsewhere { get; } = new(
        "La partita IVA è di un'azienda e il codice di un'altra: correggere quello sbagliato oppure saltare la riga.",
        "The VAT number is one company's and the id another's: correct the wrong one or skip the row.");

    public static Words TaxCodeElsewhere { get; } = new("Un'altra azienda ha già questo codice fiscale.", "Another company has this tax code already.");
}
