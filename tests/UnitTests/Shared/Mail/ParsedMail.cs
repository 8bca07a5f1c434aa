using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Tests.Mail;

/// <summary>A small reader of mails written only from the RFCs, so that the writer is not judged by itself.</summary>
internal sealed partial class ParsedMail
{
    private ParsedMail(string raw)
    {
        var split = raw.StartsWith("\r\n", StringComparison.Ordinal) ? 0 : raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 2;
        var unfolded = raw[..split].Replace("\r\n ", " ", StringComparison.Ordinal);
        Headers = unfolded.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .Select(pair => (Name: pair[0], Value: pair[1].StartsWith(' ') ? pair[1][1..] : pair[1]))
            .ToList();
        Content = raw[(split + 2)..];

        var boundary = BoundaryParameter().Match(Header("Content-Type") ?? string.Empty);
        Parts = boundary.Success ? Split(Content, boundary.Groups[1].Value) : [];
    }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    public string Content { get; }

    public IReadOnlyList<ParsedMail> Parts { get; }

    public string Subject => DecodeWords(Header("Subject") ?? string.Empty);

    public string? MediaType => Header("Content-Type")?.Split(';')[0];

    /// <summary>The decoded text of this part or of the first one beneath of that type.</summary>
    public string Text(string mediaType = "text/plain") => Encoding.UTF8.GetString(Find(mediaType)!.Bytes());

    public ParsedMail? Find(string mediaType) =>
        MediaType == mediaType ? this : Parts.Select(part => part.Find(mediaType)).FirstOrDefault(found => found is not null);

    public static ParsedMail Of(ReadOnlySpan<byte> raw) => new(Encoding.Latin1.GetString(raw));

    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public byte[] Bytes() => Header("Content-Transfer-Encoding") switch
    {
        "base64" => Convert.FromBase64String(Content.Replace("\r\n", string.Empty, StringComparison.Ordinal)),
        "quoted-printable" => FromQuotedPrintable(Content),
        _ => Encoding.Latin1.GetBytes(Content),
    };

    /// <summary>Name and address of an address header.</summary>
    public (string? Name, string Address) Mailbox(string header)
    {
        var value = Header(header)!;
        var open = value.LastIndexOf('<');
        if (open < 0)
        {
            return (null, value);
        }

        var name = value[..open].TrimEnd(' ');
        name = name.StartsWith('"') ? Escaped().Replace(name[1..^1], "$1") : DecodeWords(name);
        return (name, value[(open + 1)..^1]);
    }

    /// <summary>The file name, RFC 2231.</summary>
    public string FileName()
    {
        var value = Header("Content-Disposition")!;
        var plain = PlainFileName().Match(value);
        if (plain.Success)
        {
            return Escaped().Replace(plain.Groups[1].Value, "$1");
        }

        var pieces = FileNamePiece().Matches(value).OrderBy(piece => int.Parse(piece.Groups[1].Value, CultureInfo.InvariantCulture)).Select(piece => piece.Groups[2].Value);
        return Uri.UnescapeDataString(string.Concat(pieces)["utf-8''".Length..]);
    }

    public static string DecodeWords(string text)
    {
        // White space between two encoded words is not part of the text, RFC 2047 6.2; a character may not span two words.
        var joined = BetweenWords().Replace(text, "?==?");
        return EncodedWord().Replace(joined, word => Encoding.UTF8.GetString(word.Groups[1].Value is "B"
            ? Convert.FromBase64String(word.Groups[2].Value)
            : Unescape(word.Groups[2].Value.Replace('_', ' '))));
    }

    private static List<ParsedMail> Split(string content, string boundary) =>
        ("\r\n" + content).Split($"\r\n--{boundary}").Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
            .Select(part => new ParsedMail(part[2..])).ToList();

    private static byte[] FromQuotedPrintable(string content) => Unescape(content.Replace("=\r\n", string.Empty, StringComparison.Ordinal));

    private static byte[] Unescape(string text) => Encoding.Latin1.GetBytes(Escape().Replace(
        text,
        escape => ((char)byte.Parse(escape.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex BoundaryParameter();

    [GeneratedRegex("""\\(.)""")]
    private static partial Regex Escaped();

    [GeneratedRegex("""filename="((?:[^"\\]|\\.)*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PlainFileName();

    [GeneratedRegex(@"filename\*([0-9]+)\*=([^; ]*)")]
    private static partial Regex FileNamePiece();

    [GeneratedRegex(@"\?= +=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([QB])\?([^? ]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Escape();
}
