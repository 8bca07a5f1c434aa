using System.Text;

namespace InclusionPlatform.Shared.Mail.Mime;

/// <summary>Text of any language in headers, RFC 2047, always UTF-8 and never breaking a character in two.</summary>
internal static class EncodedWords
{
    private const int LongestWord = 75;
    private const string OpenQ = "=?utf-8?Q?";
    private const string OpenB = "=?utf-8?B?";
    private const string Close = "?=";
    private const int Frame = 12;

    /// <summary>The words, to be written one after the other with a space between; the first fits in <paramref name="firstRoom"/> places.</summary>
    public static IEnumerable<string> Encode(string text, int firstRoom)
    {
        // Italian stays readable in Q; other alphabets are shorter in B.
        var quoted = text.EnumerateRunes().Sum(QuotedLength) <= Encoding.UTF8.GetByteCount(text) * 4 / 3;
        var room = Math.Min(LongestWord, firstRoom) - Frame;
        var word = new StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var grown = length + (quoted ? QuotedLength(rune) : rune.Utf8SequenceLength);
            if (word.Length > 0 && (quoted ? grown : Base64Length(grown)) > room)
            {
                yield return Framed(word.ToString(), quoted);
                word.Clear();
                room = LongestWord - Frame;
                grown -= length;
            }

            word.Append(rune.ToString());
            length = grown;
        }

        if (word.Length > 0)
        {
            yield return Framed(word.ToString(), quoted);
        }
    }

    private static string Framed(string text, bool quoted) => quoted
        ? string.Concat(OpenQ, string.Concat(text.EnumerateRunes().Select(Quoted)), Close)
        : string.Concat(OpenB, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), Close);

    private static int Base64Length(int bytes) => (bytes + 2) / 3 * 4;

    private static int QuotedLength(Rune rune) => IsPlain(rune) || rune.Value == ' ' ? 1 : rune.Utf8SequenceLength * 3;

    private static string Quoted(Rune rune)
    {
        if (rune.Value == ' ')
        {
            return "_";
        }

        return IsPlain(rune)
            ? rune.ToString()
            : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(octet => $"={octet:X2}"));
    }

    // The set that is safe also in the name beside an address, RFC 2047 5 (3).
    private static bool IsPlain(Rune rune) => rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "!*+-/".Contains((char)rune.Value, StringComparison.Ordinal));
}
