using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InclusionPlatform.Shared.Spreadsheets;
using StoredText = DocumentFormat.OpenXml.Spreadsheet.Text;
using static InclusionPlatform.UnitTests.Shared.Spreadsheets.Sheets;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

internal sealed class XlsxReadingTests
{
    private static readonly Row Header = Texts(1, "Ragione sociale", "P.IVA", "Tel.", "Comune");

    private static string Cell(Cell cell, string[]? formats = null, bool from1904 = false, OpenXmlElement[]? shared = null) =>
        Read(Workbook([Header, Row(2, InlineText("Uno"), cell)], formats, from1904: from1904, shared: shared)).Rows[0][1];

    [TestCase("1234567890", "1234567890")]
    [TestCase("12345678901", "12345678901")]
    [TestCase("3.3912345678E10", "33912345678")]
    [TestCase("1E+15", "1000000000000000")]
    [TestCase("0.30000000000000004", "0.3")]
    [TestCase("12.50", "12.5")]
    [TestCase("-7", "-7")]
    [TestCase("1E-7", "0.0000001")]
    [TestCase("1E+30", "1000000000000000019884624838656")]
    public void Number_AsStored_IsPlainDigits(string stored, string text) => Assert.That(Cell(Stored(stored)), Is.EqualTo(text));

    [Test]
    public void Number_ShownWithLeadingZeros_KeepsThem() =>
        Assert.That(Cell(Stored("1234567890", style: 1), ["00000000000"]), Is.EqualTo("01234567890"));

    [TestCase("14", "45354", "2024-03-03")]
    [TestCase("14", "45354.6", "2024-03-03")]
    [TestCase("22", "45354.5", "2024-03-03T12:00:00")]
    [TestCase("22", "45354", "2024-03-03")]
    [TestCase("20", "0.75", "18:00")]
    [TestCase("[h]:mm", "1.5", "36:00")]
    [TestCase("dd/mm/yyyy;@", "1", "1900-01-01")]
    [TestCase("[$-410]d mmmm yyyy;@", "59", "1900-02-28")]
    [TestCase("d-mmm-yy", "61", "1900-03-01")]
    [TestCase("mmm\\-yy", "45352", "2024-03-01")]
    [TestCase("yyyy\"-\"mm", "45352", "2024-03-01")]
    [TestCase("dd/mm/yyyy", "0", "")]
    [TestCase("dd/mm/yyyy", "-3", "-3")]
    [TestCase("0.00\" days\"", "45354", "45354")]
    [TestCase("[Red]#,##0", "45354", "45354")]
    [TestCase("General", "45354", "45354")]
    [TestCase("_-* #,##0.00 \"€\"_-", "45354", "45354")]
    public void Number_WithAStyle_IsADateOnlyWhenTheStyleSaysSo(string format, string stored, string text) =>
        Assert.That(Cell(Stored(stored, style: 1), [format]), Is.EqualTo(text));

    [Test]
    public void Date_InAWorkbookThatCountsFrom1904_IsTheSameDay() =>
        Assert.That(Cell(Stored("43892", style: 1), ["14"], from1904: true), Is.EqualTo("2024-03-03"));

    [Test]
    public void SharedText_PlainRichAndPhonetic_IsTheTextThatIsSeen()
    {
        OpenXmlElement[] shared =
        [
            new SharedStringItem(new StoredText("Caffè _x000D_ Città")),
            new SharedStringItem(new Run(new RunProperties(new Bold()), new StoredText("Bar ") { Space = SpaceProcessingModeValues.Preserve }), new Run(new StoredText("Uno")),
                new PhoneticRun(new StoredText("altro")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 })
        ];

        Assert.That(Cell(SharedText(0), shared: shared), Is.EqualTo("Caffè \r Città"));
        Assert.That(Cell(SharedText(1), shared: shared), Is.EqualTo("Bar Uno"));
        Assert.That(Read(Workbook([Header, Row(2, InlineText("Uno"), SharedText(99))], shared: shared)).Rows[0][1], Is.Empty);
    }

    [TestCase("1", "sì")]
    [TestCase("0", "no")]
    public void Boolean_IsYesOrNo(string stored, string text) => Assert.That(Cell(Stored(stored, CellValues.Boolean)), Is.EqualTo(text));

    [Test]
    public void Formula_IsItsLastResult()
    {
        var text = Stored("Bar Uno", CellValues.String);
        text.CellFormula = new CellFormula("A1&\"x\"");
        var number = Stored("42");
        number.CellFormula = new CellFormula("6*7");

        Assert.That(Cell(text), Is.EqualTo("Bar Uno"));
        Assert.That(Cell(number), Is.EqualTo("42"));
    }

    [Test]
    public void Formula_WithoutAResult_IsNotTakenForAnEmptyCell()
    {
        var never = new Cell { CellFormula = new CellFormula("6*7") };
        var empty = Stored("", CellValues.String);
        empty.CellFormula = new CellFormula("\"\"");

        Assert.That(CellText.IsFailedFormula(Cell(never)), Is.True);
        Assert.That(Cell(empty), Is.Empty);
    }

    [Test]
    public void Rows_SparseBlankAndBelowMergedTitles_KeepTheirPlace()
    {
        var sheet = Read(Workbook(
            [
                Texts(2, "ELENCO AZIENDE 2024"),
                Texts(5, null, "Comune", "Ragione sociale", "Settore"),
                Texts(6, null, "Fano", "Uno"),
                Texts(7, "", " "),
                Texts(8, null, null, "Due", "Bar"),
                Texts(12, null, null, "Tre")
            ],
            merged: ["A2:D2", "B6:B8"]));

        Assert.That(sheet.Header.Number, Is.EqualTo(5));
        Assert.That(sheet.Rows.Select(row => row.Number), Is.EqualTo(new[] { 6, 8, 12 }));
        Assert.That(sheet.Rows.Select(row => row[1]), Is.EqualTo(new[] { "Fano", "Fano", "" }), "an upright merged cell is meant for each of its rows");
        Assert.That(sheet.Rows[1][3], Is.EqualTo("Bar"));
        Assert.That(sheet.Rows[1][99], Is.Empty);
    }

    [Test]
    public void Sheets_FirstVisibleThatHoldsSomething_IsRead()
    {
        var sheet = Read(Workbook(
            [
                ("Nascosto", [Header, Texts(2, "Sbagliata")], SheetStateValues.Hidden),
                ("Molto nascosto", [Header, Texts(2, "Sbagliata")], SheetStateValues.VeryHidden),
                ("Vuoto", [Texts(1, "", " ")], null),
                ("Aziende", [Header, Texts(2, "Giusta")], null)
            ]));

        Assert.That((sheet.SheetName, sheet.Rows[0][0]), Is.EqualTo(("Aziende", "Giusta")));
    }

    [Test]
    public void Cells_WithoutReferences_FollowEachOther()
    {
        var file = Change(Workbook([Header, Texts(2, "Uno", "123")]), "xl/worksheets/sheet1.xml", SheetWithoutReferences);

        Assert.That(Read(file).Rows[0].Cells, Is.EqualTo(new[] { "Uno", "123" }));
    }

    [Test]
    public void Workbook_WithABrokenMailLink_IsReadAllTheSame()
    {
        using var file = new MemoryStream();
        file.Write(Workbook([Header, Texts(2, "Uno")]));
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
            document.WorkbookPart!.WorksheetParts.Single().AddHyperlinkRelationship(new Uri("mailto:uno@esempio.test"), true, "rId9");
        var broken = Change(file.ToArray(), "xl/worksheets/_rels/sheet1.xml.rels", xml => xml.Replace("mailto:uno@esempio.test", "mailto:uno@@esempio,test"));

        Assert.That(Read(broken).Rows[0][0], Is.EqualTo("Uno"));
    }

    [Test]
    public void Workbook_OfTheStrictDialect_IsReadToo()
    {
        var strict = Change(Workbook([Header, Texts(2, "Uno")]), "xl/workbook.xml",
            xml => xml.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"));

        Assert.That(Read(strict).Rows[0][0], Is.EqualTo("Uno"));
    }

    private static string SheetWithoutReferences(string xml) => System.Text.RegularExpressions.Regex.Replace(xml, " r=\"[A-Z]*[0-9]+\"", "");
}
