using System.Globalization;
using System.Xml;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

internal enum NumberKind
{
    Number,
    Date,
    DateTime,
    Time
}

/// <summary>What a cell's style says about its number.</summary>
/// <param name="Kind">Number, day, moment or time of the day.</param>
/// <param name="Digits">For formats such as 00000000000: the digits shown, zeros before the number included; else 0.</param>
internal readonly record struct NumberStyle(NumberKind Kind, int Digits);

/// <summary>The number formats of a workbook, by cell style.</summary>
internal sealed class XlsxStyles(IReadOnlyList<NumberStyle> styles)
{
    public NumberStyle Of(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < styles.Count ? styles[index] : default;

    public static XlsxStyles Read(XlsxPackage package, string part)
    {
        var formats = new Dictionary<int, string>();
        var styles = new List<NumberStyle>();
        using var xml = package.Open(part);
        var inCellStyles = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") inCellStyles = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id))
                formats[id] = xml.GetAttribute("formatCode") ?? "";
            if (xml.LocalName == "xf" && inCellStyles)
                styles.Add(int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var format) ? StyleOf(format, formats) : default);
        }
        return new XlsxStyles(styles);
    }

    // The formats that every program knows without a code: ECMA-376 part 1, 18.8.30.
    private static NumberStyle StyleOf(int format, Dictionary<int, string> formats)
    {
        if (formats.TryGetValue(format, out var code)) return OfCode(code);
        return format switch
        {
            >= 14 and <= 17 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => new NumberStyle(NumberKind.Date, 0),
            22 => new NumberStyle(NumberKind.DateTime, 0),
            >= 18 and <= 21 or (>= 32 and <= 35) or (>= 45 and <= 47) => new NumberStyle(NumberKind.Time, 0),
            _ => default
        };
    }

    /// <summary>Reads a format code: only its first section, without quoted and escaped text, colours and locales.</summary>
    internal static NumberStyle OfCode(string code)
    {
        var (date, time, month, zeros, others) = (false, false, false, 0, 0);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is var quote and >= 0 ? quote : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var end = code.IndexOf(']', i) is var bracket and >= 0 ? bracket : code.Length - 1;
                    time |= end - i >= 2 && code[(i + 1)..end].All(letter => "hmsHMS".Contains(letter, StringComparison.Ordinal));
                    i = end;
                    break;
                case 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    others++;
                    break;
                case 'y' or 'd':
                    date = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case '0':
                    zeros++;
                    break;
                default:
                    others++;
                    break;
            }
        }
        // An m is a month unless hours or seconds stand without a day.
        date |= month && !time;
        if (date) return new NumberStyle(time ? NumberKind.DateTime : NumberKind.Date, 0);
        return time ? new NumberStyle(NumberKind.Time, 0) : new NumberStyle(NumberKind.Number, others == 0 ? Math.Min(zeros, 30) : 0);
    }
}
