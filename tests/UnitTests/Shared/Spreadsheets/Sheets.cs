using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InclusionPlatform.Shared.Spreadsheets;
using StoredText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

/// <summary>Real files for the reader, made with another hand than the one that reads them.</summary>
internal static class Sheets
{
    public static readonly KnownColumn[] CompanyColumns =
    [
        new("name", "Ragione sociale", "Denominazione", "Azienda", "Nome azienda"),
        new("vatNumber", "P.IVA", "Partita IVA", "P. IVA/CF"),
        new("taxCode", "Codice fiscale", "C.F."),
        new("phone", "Telefono", "Tel", "Cellulare"),
        new("email", "E-mail", "Posta elettronica", "Mail"),
        new("municipality", "Comune", "Città", "Località"),
        new("address", "Indirizzo", "Via"),
        new("sector", "Settore", "Attività"),
        new("employees", "N. dipendenti", "Dipendenti", "Numero addetti"),
        new("lastContactOn", "Ultimo contatto", "Data ultimo contatto"),
        new("notes", "Note", "Osservazioni")
    ];

    public static Spreadsheet Read(byte[] file, SpreadsheetLimits? limits = null) =>
        SpreadsheetReader.Read(new MemoryStream(file), "aziende.dat", CompanyColumns, limits);

    public static Spreadsheet ReadCsv(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static SpreadsheetException Refusal(byte[] file, SpreadsheetLimits? limits = null) =>
        Assert.Throws<SpreadsheetException>(() => Read(file, limits))!;

    /// <summary>A workbook of one sheet whose cells are given as stored; null leaves the cell out.</summary>
    public static byte[] Workbook(Row[] rows, string[]? formats = null, string[]? merged = null, bool from1904 = false, OpenXmlElement[]? shared = null) =>
        Workbook([("Foglio1", rows, null)], formats, merged, from1904, shared);

    public static byte[] Workbook(
        (string Name, Row[] Rows, SheetStateValues? State)[] sheets, string[]? formats = null, string[]? merged = null, bool from1904 = false, OpenXmlElement[]? shared = null)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new WorkbookProperties { Date1904 = from1904 }, new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles(formats ?? []);
            if (shared is not null) book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(shared.Select(item => item.CloneNode(true)));
            foreach (var (name, rows, state) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select(row => row.CloneNode(true))));
                if (merged is not null) part.Worksheet.Append(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
                var sheet = new Sheet { Name = name, Id = book.GetIdOfPart(part), SheetId = (uint)book.Workbook.Sheets!.Count() + 1 };
                if (state is { } hidden) sheet.State = hidden;
                book.Workbook.Sheets!.Append(sheet);
            }
        }
        return file.ToArray();
    }

    public static Row Row(uint number, params Cell?[] cells)
    {
        var row = new Row { RowIndex = number };
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not { } cell) continue;
            cell.CellReference = $"{(char)('A' + i)}{number}";
            row.Append(cell);
        }
        return row;
    }

    public static Row Texts(uint number, params string?[] texts) => Row(number, [.. texts.Select(text => text is null ? null : InlineText(text))]);

    public static Cell InlineText(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new StoredText(text) { Space = SpaceProcessingModeValues.Preserve }) };

    public static Cell SharedText(int index) => Stored(index.ToString(CultureInfo.InvariantCulture), CellValues.SharedString);

    public static Cell Stored(string value, CellValues? type = null, uint style = 0)
    {
        var cell = new Cell { CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue(value), StyleIndex = style };
        if (type is { } given) cell.DataType = given;
        return cell;
    }

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }

    /// <summary>The same workbook with one part's XML replaced or changed.</summary>
    public static byte[] Change(byte[] workbook, string part, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part) ?? throw new ArgumentException("No such part.", nameof(part));
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(change(text)));
        }
        return file.ToArray();
    }

    // Style 0 is general; style n has the n-th format: a number is one of the built-in ones, anything else is a code.
    private static Stylesheet Styles(string[] formats)
    {
        var custom = formats.Select((code, i) => (code, id: (uint)(164 + i))).ToList();
        var cells = custom.Select(format => new CellFormat { NumberFormatId = IsBuiltIn(format.code) ? uint.Parse(format.code, CultureInfo.InvariantCulture) : format.id });
        return new Stylesheet(
            new NumberingFormats(custom.Where(format => !IsBuiltIn(format.code))
                .Select(format => new NumberingFormat { NumberFormatId = format.id, FormatCode = format.code })),
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(cells.Prepend(new CellFormat())));
    }

    private static bool IsBuiltIn(string format) => format.Length == 2 && format.All(char.IsAsciiDigit);
}
