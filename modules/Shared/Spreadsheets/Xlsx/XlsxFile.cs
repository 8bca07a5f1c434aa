using System.Xml;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>Reads the first visible sheet of a workbook that holds something.</summary>
internal static class XlsxFile
{
    // The package is read for as long as its rows are gone through: the file is whoever gave it to close.
    public static SheetContent Read(Stream file, SpreadsheetLimits limits)
    {
        var package = new XlsxPackage(file, limits);
        var workbook = package.References("").FirstOrDefault(reference => reference.Kind == "officeDocument").Part ?? "xl/workbook.xml";
        var (sheets, from1904) = Sheets(package, workbook);
        var references = package.References(workbook);
        var strings = new Lazy<IReadOnlyList<string>>(() => XlsxText.SharedStrings(package, Part("sharedStrings") ?? "xl/sharedStrings.xml"));
        var styles = new Lazy<XlsxStyles>(() => XlsxStyles.Read(package, Part("styles") ?? "xl/styles.xml"));

        foreach (var (name, id) in sheets)
        {
            // A chart on a sheet of its own has no cells.
            var (_, kind, part) = references.FirstOrDefault(reference => reference.Id == id);
            if (kind != "worksheet") continue;
            var content = XlsxSheet.Read(package, part, name, new XlsxCells(strings, styles, from1904), limits);
            if (content.Rows.Any()) return content;
        }
        throw SpreadsheetException.Empty();

        string? Part(string kind) => references.FirstOrDefault(reference => reference.Kind == kind).Part;
    }

    private static (List<(string Name, string Id)> Visible, bool From1904) Sheets(XlsxPackage package, string workbook)
    {
        using var xml = package.Open(workbook) ?? throw SpreadsheetException.NotReadable();
        var (visible, from1904, isWorkbook) = (new List<(string, string)>(), false, false);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "workbook") isWorkbook = true;
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
            if (RelationshipId(xml) is { } id) visible.Add((xml.GetAttribute("name") ?? "", id));
        }
        // A Word document or a presentation is such a package too.
        return isWorkbook ? (visible, from1904) : throw SpreadsheetException.NotReadable();
    }

    // The attribute's namespace differs between the transitional and the strict dialect.
    private static string? RelationshipId(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
}
