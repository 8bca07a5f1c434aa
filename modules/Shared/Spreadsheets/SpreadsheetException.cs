namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>A file that cannot be taken as a spreadsheet: a stable code and, in two languages, what to do about it. Never holds cell contents.</summary>
public sealed class SpreadsheetException : Exception
{
    private SpreadsheetException(string code, string italian, string english, Exception? cause = null)
        : base(english, cause)
    {
        Code = code;
        Italian = italian;
        English = english;
    }

    /// <summary>Stable code, <c>spreadsheet.*</c>, for clients and tests.</summary>
    public string Code { get; }

    /// <summary>What is wrong and the way out, in Italian.</summary>
    public string Italian { get; }

    /// <summary>What is wrong and the way out, in English.</summary>
    public string English { get; }

    internal static SpreadsheetException NotReadable(Exception? cause = null) => new(
        "spreadsheet.not-readable",
        "Non riusciamo a leggere questo file: non è un foglio Excel (.xlsx) o CSV, oppure è rovinato. Aprirlo con Excel o LibreOffice, salvarlo come .xlsx e riprovare.",
        "This file cannot be read: it is not an Excel (.xlsx) or CSV sheet, or it is damaged. Open it with Excel or LibreOffice, save it as .xlsx and try again.",
        cause);

    internal static SpreadsheetException Empty() => new(
        "spreadsheet.empty",
        "Il file è vuoto: non c'è nessuna riga da leggere. Controllare di aver scelto il file giusto e che i dati siano in un foglio visibile.",
        "The file is empty: there is no row to read. Check that it is the right file and that its data are on a visible sheet.");

    internal static SpreadsheetException NoRows() => new(
        "spreadsheet.empty",
        "Sotto i nomi delle colonne non c'è nessuna riga. Aggiungere almeno una riga di dati e riprovare.",
        "There is no row below the column names. Add at least one row of data and try again.");

    internal static SpreadsheetException NoHeader() => new(
        "spreadsheet.no-header",
        "Non troviamo la riga con i nomi delle colonne. Aggiungerla sopra i dati (per esempio: Ragione sociale, Partita IVA, Comune) e riprovare.",
        "The row with the column names was not found. Add it above the data (for example: Company name, VAT number, Town) and try again.");

    internal static SpreadsheetException OldExcel() => new(
        "spreadsheet.old-excel",
        "Il file è in un formato di Excel che non leggiamo (.xls o .xlsb). Aprirlo con Excel, scegliere Salva con nome, Cartella di lavoro di Excel (.xlsx), e riprovare.",
        "The file is in an Excel format that is not read here (.xls or .xlsb). Open it with Excel, choose Save as, Excel workbook (.xlsx), and try again.");

    internal static SpreadsheetException OpenDocument() => new(
        "spreadsheet.open-document",
        "Il file è un foglio OpenDocument (.ods). Aprirlo con LibreOffice, scegliere Salva con nome, Excel (.xlsx), e riprovare.",
        "The file is an OpenDocument sheet (.ods). Open it with LibreOffice, choose Save as, Excel (.xlsx), and try again.");

    internal static SpreadsheetException PasswordProtected() => new(
        "spreadsheet.password-protected",
        "Il file è protetto da una password. Aprirlo con Excel, togliere la password (File, Informazioni, Proteggi cartella di lavoro), salvarlo e riprovare.",
        "The file is protected by a password. Open it with Excel, remove the password (File, Info, Protect workbook), save it and try again.");

    internal static SpreadsheetException TooLarge(string whatItalian, string whatEnglish) => new(
        "spreadsheet.too-large",
        $"Il file è troppo grande: {whatItalian}. Dividerlo in più file e caricarli uno alla volta.",
        $"The file is too large: {whatEnglish}. Split it into several files and upload them one by one.");

    internal static SpreadsheetException CellTooLong(int row, int limit) => new(
        "spreadsheet.too-large",
        $"Nella riga {row} una cella supera i {limit} caratteri. Accorciarla; se il file è un CSV, controllare che da quella riga le virgolette aperte siano anche chiuse.",
        $"In row {row} a cell is longer than {limit} characters. Shorten it; if the file is a CSV, check that the quotes opened from that row on are also closed.");

    internal static SpreadsheetException MappingInvalid(string whyItalian, string whyEnglish) => new(
        "spreadsheet.mapping-invalid",
        $"L'abbinamento delle colonne non è valido: {whyItalian}.",
        $"The column mapping is not valid: {whyEnglish}.");
}
