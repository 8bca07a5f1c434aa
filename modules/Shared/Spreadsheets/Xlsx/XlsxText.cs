using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>Texts of an XLSX: plain or rich, without the phonetic guides, with the characters that XML cannot hold written as _xHHHH_.</summary>
internal static partial class XlsxText
{
    public static IReadOnlyList<string> SharedStrings(XlsxPackage package, string part)
    {
        var strings = new PackedStrings();
        using var xml = package.Open(part);
        while (xml?.Read() == true)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "si") strings.Add(ReadItem(xml));
        }
        return strings;
    }

    /// <summary>The text of the element the reader stands on (si or is); leaves the reader on its end.</summary>
    public static string ReadItem(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text, inText, phonetic) = (xml.Depth, new StringBuilder(), false, false);
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh":
                    phonetic = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    phonetic = false;
                    break;
                case XmlNodeType.Element when xml.LocalName == "t":
                    inText = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText && !phonetic:
                    text.Append(xml.Value);
                    break;
            }
        }
        return Unescape(text.ToString());
    }

    // ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>The text as it goes into XML: without characters that no program shows, with carriage returns escaped, for XML would lose them.</summary>
    public static string Escape(string text) =>
        LooksEscaped().Replace(PlainText.Clean(text), "_x005F_").Replace("\r", "_x000D_", StringComparison.Ordinal);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    // Only the underscore is taken, so that two escapes sharing one are both seen.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex LooksEscaped();
}
