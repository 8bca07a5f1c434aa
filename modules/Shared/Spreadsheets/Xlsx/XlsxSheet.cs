using System.Globalization;
using System.Text;
using System.Xml;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>Reads one sheet from its start to its end, holding only the rows that say something.</summary>
internal static class XlsxSheet
{
    // Sheets have at most 16,384 columns (XFD); a reference beyond is damage.
    private const int LastColumn = 16_383;

    // More merged cells than a list has; each costs a walk over its rows.
    private const int MostMerged = 2_000;

    public static SheetContent Read(XlsxPackage package, string part, string name, XlsxCells cells, SpreadsheetLimits limits)
    {
        // They stand at the end of the sheet and are meant for its rows.
        var merged = package.Mentions(part, "mergeCell ") ? Merged(package, part) : [];
        var rows = SheetContent.Filled(Rows(package, part, cells), limits);
        return new(name, merged.Count == 0 ? rows : SheetContent.FilledDown(rows, merged.Where(cell => cell.Column < limits.Columns)));
    }

    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(XlsxPackage package, string part, XlsxCells cells)
    {
        using var xml = package.Open(part) ?? throw SpreadsheetException.NotReadable();
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "row") continue;
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            yield return (number, ReadRow(xml, cells));
        }
    }

    private static List<UprightCell> Merged(XlsxPackage package, string part)
    {
        var merged = new List<UprightCell>();
        using var xml = package.Open(part) ?? throw SpreadsheetException.NotReadable();
        while (xml.Read() && merged.Count < MostMerged)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } range && Upright(range) is { } upright) merged.Add(upright);
        }
        return merged;
    }

    private static List<string> ReadRow(XmlReader xml, XlsxCells cells)
    {
        var row = new List<string>();
        if (xml.IsEmptyElement) return row;
        var (depth, next) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "c") continue;
            var column = Column(xml.GetAttribute("r")) ?? next;
            if (column > LastColumn) throw SpreadsheetException.NotReadable();
            next = column + 1;
            var text = ReadCell(xml, cells);
            if (text.Length == 0) continue;
            while (row.Count <= column) row.Add("");
            row[column] = text;
        }
        return row;
    }

    private static string ReadCell(XmlReader xml, XlsxCells cells)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement) return "";
        var (depth, value, inValue, formula) = (xml.Depth, new StringBuilder(), false, false);
        string? inline = null;
        while (xml.Read() && xml.Depth > depth)
        {
            // The formula (f) is passed over: its last result is the value, where there is one.
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "f" or "v") formula = xml.LocalName == "f";
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "is") inline = XlsxText.ReadItem(xml);
            else if (xml.LocalName == "v" && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                inValue = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            else if (inValue) value.Append(xml.Value);
        }
        return inline ?? (formula ? CellText.NotReckoned : value.Length == 0 ? "" : cells.Text(type, style, value.ToString()));
    }

    // "BC12" is column 54, counted from 0.
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetter(letter)) break;
            if (column > LastColumn) break;
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }
        return column == 0 ? null : column - 1;
    }

    // "C4:C9": one column over several rows.
    private static UprightCell? Upright(string range)
    {
        var ends = range.Split(':');
        if (ends.Length != 2 || Column(ends[0]) is not { } column || Column(ends[1]) != column) return null;
        return Row(ends[0]) is { } first && Row(ends[1]) is { } last && last > first ? new UprightCell(column, first, last) : null;
    }

    private static int? Row(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
