using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using StoredText = DocumentFormat.OpenXml.Spreadsheet.Text;
using StoredValue = DocumentFormat.OpenXml.Spreadsheet.CellValue;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>The pieces of a written workbook: cells with their real type, widths, styles, and the fixed parts around the sheet.</summary>
internal static class XlsxParts
{
    public const string SheetPart = "xl/worksheets/sheet1.xml";
    public const uint HeaderStyle = 1;
    private const uint DayStyle = 2;
    private const uint MomentStyle = 3;
    private const uint TimeStyle = 4;
    private const uint DecimalStyle = 5;
    private const int LongestCell = 32_767;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static Cell? Cell(object? value, uint style) => value switch
    {
        null or "" => null,
        string text => TextCell(text, style),
        bool yes => new Cell { DataType = CellValues.Boolean, CellValue = new StoredValue(yes ? "1" : "0") },
        DateOnly day => Moment(day.ToDateTime(TimeOnly.MinValue), DayStyle),
        DateTime moment => Moment(moment, MomentStyle),
        DateTimeOffset instant => Moment(ItalianTime.Of(instant), MomentStyle),
        TimeOnly time => Number(time.ToTimeSpan().TotalDays.ToString("R", CultureInfo.InvariantCulture), TimeStyle),
        // Excel keeps 15 digits: a longer number is kept whole as a text.
        sbyte or byte or short or ushort or int or uint or long or ulong => Integer(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        decimal amount => Number(amount.ToString(CultureInfo.InvariantCulture), DecimalStyle),
        double or float when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) =>
            Number(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture), 0),
        IFormattable other => TextCell(other.ToString(null, CultureInfo.InvariantCulture), style),
        _ => TextCell(value.ToString() ?? "", style)
    };

    public static Columns Widths(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var columns = new Columns();
        for (var i = 0; i < headers.Count; i++)
        {
            // Room for the filter's button in the header; long notes must not push the rest off the screen.
            var widest = rows.Select(row => i < row.Count ? Shown(row[i]) : 0).Append(headers[i].Length + 3).Max();
            columns.Append(new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Math.Clamp(widest + 2, 8, 60), CustomWidth = true });
        }
        return columns;
    }

    /// <summary>A name that Excel takes: 31 characters at most, none of []:*?/\, no apostrophe at its ends.</summary>
    public static string SheetName(string wanted)
    {
        var name = new string([.. PlainText.Clean(wanted).Select(each => "[]:*?/\\".Contains(each, StringComparison.Ordinal) || char.IsControl(each) ? ' ' : each)]).Trim(' ', '\'');
        if (name.Length > 31) name = name[..(char.IsHighSurrogate(name[30]) ? 30 : 31)].TrimEnd(' ', '\'');
        return name.Length == 0 ? "Dati" : name;
    }

    public static void WriteRest(ZipArchive zip, string sheetName)
    {
        Write(zip, "xl/styles.xml", Styles());
        Write(zip, "xl/workbook.xml", new Workbook(new Sheets(new Sheet { Name = sheetName, SheetId = 1, Id = "rId1" })));
        Write(zip, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Write(zip, "_rels/.rels",
            $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        const string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Write(zip, "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/{SheetPart}\" ContentType=\"{kind}.worksheet+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/></Types>");
    }

    private static Cell TextCell(string text, uint style)
    {
        var clean = text.Length <= LongestCell ? text : string.Concat(text.AsSpan(0, LongestCell - 1), "…");
        return new Cell
        {
            DataType = CellValues.InlineString,
            StyleIndex = style == 0 ? null : style,
            InlineString = new InlineString(new StoredText(XlsxText.Escape(clean)) { Space = SpaceProcessingModeValues.Preserve })
        };
    }

    private static Cell Integer(string digits) => digits.Length <= 15 ? Number(digits, 0) : TextCell(digits, 0);

    private static Cell Number(string invariant, uint style) =>
        new() { StyleIndex = style == 0 ? null : style, CellValue = new StoredValue(invariant) };

    // Excel has no days before 1900: those are texts.
    private static Cell Moment(DateTime moment, uint style) => ExcelDate.Number(moment) is { } number
        ? Number(number.ToString("R", CultureInfo.InvariantCulture), style)
        : TextCell(moment.ToString(style == DayStyle ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture), 0);

    private static int Shown(object? value) => value switch
    {
        null => 0,
        DateOnly => 10,
        DateTime or DateTimeOffset => 16,
        string text => text.Split('\n').Max(line => line.Length),
        _ => value.ToString()?.Length ?? 0
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(Format(164, "dd/mm/yyyy"), Format(165, "dd/mm/yyyy hh:mm"), Format(166, "hh:mm")) { Count = 3 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, Formatted(164), Formatted(165), Formatted(166), Formatted(4)) { Count = 6 });

    private static NumberingFormat Format(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static CellFormat Formatted(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };

    private static void Write(ZipArchive zip, string part, OpenXmlElement root)
    {
        using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    private static void Write(ZipArchive zip, string part, string xml)
    {
        using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));
    }
}
