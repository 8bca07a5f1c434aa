using System.Text;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.Mail.Mime;

/// <summary>Writes each kind of header in the form its grammar wants.</summary>
internal static partial class HeaderFields
{
    // Lets the first word of a plain text stand beside any header name.
    private const int LongestPlainWord = 60;

    public static void Structured(StringBuilder text, string name, string value) =>
        new FoldedHeader(text, name).AddWords(value).End();

    /// <summary>Free text of any language.</summary>
    public static void Unstructured(StringBuilder text, string name, string value)
    {
        var header = new FoldedHeader(text, name);
        (IsPlain(value) ? header.AddWords(value) : header.AddEncoded(value)).End();
    }

    /// <summary>A mailbox with its name.</summary>
    public static void Address(StringBuilder text, string name, Mailbox mailbox)
    {
        var header = new FoldedHeader(text, name);
        if (mailbox.Name is not { } shown)
        {
            header.Add(mailbox.Address).End();
            return;
        }

        if (!IsPlain(shown))
        {
            header.AddEncoded(shown);
        }
        else if (Phrase().IsMatch(shown))
        {
            header.AddWords(shown);
        }
        else if (Quoted(shown).Length <= LongestPlainWord)
        {
            header.Add(Quoted(shown));
        }
        else
        {
            header.AddEncoded(shown);
        }

        header.Add($"<{mailbox.Address}>").End();
    }

    /// <summary>A file name as RFC 2231 wants it: quoted when it is plain ASCII, otherwise percent-encoded in numbered pieces.</summary>
    public static void Disposition(StringBuilder text, string fileName)
    {
        var header = new FoldedHeader(text, "Content-Disposition");
        if (IsPlain(fileName) && Quoted(fileName).Length <= LongestPlainWord)
        {
            header.Add("attachment;").Add($"filename={Quoted(fileName)}").End();
            return;
        }

        header.Add("attachment;");
        var pieces = ExtendedPieces(fileName).ToList();
        for (var index = 0; index < pieces.Count; index++)
        {
            var charset = index == 0 ? "utf-8''" : string.Empty;
            var separator = index < pieces.Count - 1 ? ";" : string.Empty;
            header.Add($"filename*{index}*={charset}{pieces[index]}{separator}");
        }

        header.End();
    }

    private static IEnumerable<string> ExtendedPieces(string fileName)
    {
        const int longestPiece = 50;
        var piece = new StringBuilder();
        foreach (var rune in fileName.EnumerateRunes())
        {
            var encoded = Extended(rune);
            if (piece.Length + encoded.Length > longestPiece)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(encoded);
        }

        yield return piece.ToString();
    }

    private static string Extended(Rune rune) => rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '.' or '-' or '_')
        ? rune.ToString()
        : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(octet => $"%{octet:X2}"));

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // What could be read otherwise than it is written (an encoded word by chance, spaces that folding may eat) is encoded too.
    private static bool IsPlain(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0
        && !text.Contains("=?", StringComparison.Ordinal)
        && !text.StartsWith(' ') && !text.EndsWith(' ') && !text.Contains("  ", StringComparison.Ordinal)
        && Array.TrueForAll(text.Split(' '), word => word.Length <= LongestPlainWord);

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex Phrase();
}
