using System.Text;
using InclusionPlatform.Shared.Spreadsheets;
using static InclusionPlatform.UnitTests.Shared.Spreadsheets.Sheets;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

internal sealed class RefusedFileTests
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Good = Workbook([Texts(1, "Azienda", "Comune"), Texts(2, "Uno", "Fano")]);

    private static IEnumerable<TestCaseData> Files()
    {
        yield return File("nothing", [], "spreadsheet.empty");
        yield return File("blank text", "  \r\n\r\n"u8.ToArray(), "spreadsheet.empty");
        yield return File("separators only", ";;;\n;;;\n"u8.ToArray(), "spreadsheet.empty");
        yield return File("a mark only", [0xEF, 0xBB, 0xBF], "spreadsheet.empty");
        yield return File("header only", "Azienda;Comune\n"u8.ToArray(), "spreadsheet.empty");
        yield return File("workbook without cells", Workbook(Array.Empty<DocumentFormat.OpenXml.Spreadsheet.Row>()), "spreadsheet.empty");
        yield return File("PDF", "%PDF-1.7\n%âãÏÓ"u8.ToArray(), "spreadsheet.not-readable");
        yield return File("picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "spreadsheet.not-readable");
        yield return File("web page named xls", "\r\n<html><table><tr><td>Azienda</td></tr></table></html>"u8.ToArray(), "spreadsheet.not-readable");
        yield return File("zip of photographs", Zip(("foto.jpg", "x")), "spreadsheet.not-readable");
        yield return File("empty zip", Zip(), "spreadsheet.not-readable");
        yield return File("Word document", Zip(("_rels/.rels", "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='word/document.xml'/></Relationships>"), ("word/document.xml", "<document/>")), "spreadsheet.not-readable");
        yield return File("workbook cut short", Good[..(Good.Length / 2)], "spreadsheet.not-readable");
        yield return File("workbook with broken XML", Change(Good, "xl/worksheets/sheet1.xml", xml => xml[..(xml.Length / 2)]), "spreadsheet.not-readable");
        yield return File("workbook with a document type", Change(Good, "xl/worksheets/sheet1.xml", xml => "<!DOCTYPE x [<!ENTITY e \"eeee\">]><x>&e;</x>"), "spreadsheet.not-readable");
        yield return File("binary workbook", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")), "spreadsheet.old-excel");
        yield return File("old Excel", [.. CompoundFile, .. new byte[512], .. Encoding.Unicode.GetBytes("Workbook")], "spreadsheet.old-excel");
        yield return File("very old Excel", [0x09, 0x08, 0x06, 0x00, 0x00, 0x05, 0x10, 0x00], "spreadsheet.old-excel");
        yield return File("old Word", [.. CompoundFile, .. new byte[512], .. Encoding.Unicode.GetBytes("WordDocument")], "spreadsheet.not-readable");
        yield return File("behind a password", [.. CompoundFile, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "spreadsheet.password-protected");
        yield return File("behind a password, said across two stretches", [.. CompoundFile, .. new byte[(1 << 16) - 20], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]], "spreadsheet.password-protected");
        yield return File("OpenDocument", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), "spreadsheet.open-document");

        static TestCaseData File(string name, byte[] file, string code) => new TestCaseData(file, code).SetName($"Refused: {name}");
    }

    [TestCaseSource(nameof(Files))]
    public void File_ThatIsNotASpreadsheet_IsRefusedWithItsCodeAndAWayOut(byte[] file, string code)
    {
        var refusal = Refusal(file);

        Assert.That(refusal.Code, Is.EqualTo(code));
        Assert.That(refusal.Italian, Does.EndWith(".").And.Length.GreaterThan(60));
        Assert.That(refusal.English, Does.EndWith(".").And.Length.GreaterThan(60));
    }

    [Test]
    public void File_BeyondALimit_IsRefusedAsTooLarge()
    {
        var rows = Encoding.UTF8.GetBytes("Azienda;Comune\n" + string.Concat(Enumerable.Repeat("Uno;Fano\n", 20)));

        Assert.That(Refusal(rows, new SpreadsheetLimits { Rows = 20 }).Code, Is.EqualTo("spreadsheet.too-large"));
        Assert.That(Refusal(rows, new SpreadsheetLimits { Columns = 1 }).Code, Is.EqualTo("spreadsheet.too-large"));
        Assert.That(Refusal(rows, new SpreadsheetLimits { FileBytes = 100 }).Code, Is.EqualTo("spreadsheet.too-large"));
        Assert.That(Refusal(rows, new SpreadsheetLimits { CellCharacters = 3 }).Code, Is.EqualTo("spreadsheet.too-large"));
        Assert.That(Read(rows, new SpreadsheetLimits { Rows = 21 }).Rows, Has.Count.EqualTo(20));
    }

    [Test]
    public void Workbook_ThatInflatesEnormously_IsRefusedBeforeItFillsTheMemory()
    {
        var bomb = Change(Good, "xl/worksheets/sheet1.xml", xml => xml.Replace("<x:sheetData>", "<x:sheetData>" + new string(' ', 4_000_000)));

        Assert.That(bomb, Has.Length.LessThan(20_000));
        Assert.That(Refusal(bomb, new SpreadsheetLimits { UnpackedBytes = 1_000_000 }).Code, Is.EqualTo("spreadsheet.too-large"));
        Assert.That(Read(bomb).Rows, Has.Count.EqualTo(1));
    }
}
