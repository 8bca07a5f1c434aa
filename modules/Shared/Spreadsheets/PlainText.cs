using System.Text;

namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>Text that any spreadsheet program takes.</summary>
internal static class PlainText
{
    /// <summary>Leaves out control characters but tab and line ends, and puts the replacement character where half a character was cut off.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(character => char.IsControl(character) || char.IsSurrogate(character) || character >= '\ufffe')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var wanted = rune.Value is '\t' or '\r' or '\n' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF));
            if (wanted) clean.Append(rune.ToString());
        }
        return clean.ToString();
    }
}
