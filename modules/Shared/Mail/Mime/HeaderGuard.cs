using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.Mail.Mime;

/// <summary>The only door through which text enters a header: what could end a line or a header is refused here.</summary>
internal static partial class HeaderGuard
{
    // An encoded word with one character of four bytes takes 24 places of the 76, see EncodedWords.
    private const int LongestName = 50;
    private const int LongestMessageId = 200;
    private const int LongestContentType = 120;
    private const int LongestFileName = 200;

    // RFC 5322 2.1.1 allows 998 octets in a line; what has no space cannot be folded.
    private const int LongestUnbroken = 900;
    private const int LongestGap = 60;
    private const int LongestValue = 4000;

    // Set by the writer, or able to redirect the mail or its answers.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "Return-Path", "Received", "MIME-Version",
    };

    public static string Text(string text, int longest)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new InvalidMailException("mail.line-break-in-header");
        }

        return text.Length <= longest ? text : throw new InvalidMailException("mail.header-too-long");
    }

    public static string ExtraName(string name)
    {
        var valid = name.Length <= LongestName && FieldName().IsMatch(name);
        if (!valid)
        {
            throw new InvalidMailException("mail.header-name-invalid");
        }

        return Reserved.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Resent-", StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidMailException("mail.header-reserved")
            : name;
    }

    public static string AsciiValue(string value)
    {
        var text = Text(value, LongestValue).Trim(' ');
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0)
        {
            throw new InvalidMailException("mail.header-not-ascii");
        }

        return Array.Exists(text.Split(' '), word => word.Length > LongestUnbroken) || text.Contains(new string(' ', LongestGap), StringComparison.Ordinal)
            ? throw new InvalidMailException("mail.header-too-long")
            : text;
    }

    public static string MessageId(string id) => id.Length <= LongestMessageId && IdLeftAndRight().IsMatch(id)
        ? id
        : throw new InvalidMailException("mail.message-id-invalid");

    public static string FileName(string name)
    {
        var text = Text(name, LongestFileName);
        return text.Length > 0 && text.AsSpan().IndexOfAny('/', '\\') < 0 && !text.Any(char.IsControl)
            ? text
            : throw new InvalidMailException("mail.file-name-invalid");
    }

    public static string ContentType(string type) =>
        type.Length <= LongestContentType && MediaType().IsMatch(type) && !Composite().IsMatch(type)
            ? type
            : throw new InvalidMailException("mail.content-type-invalid");

    [GeneratedRegex(@"\A[!-9;-~]+\z")]
    private static partial Regex FieldName();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9._-]+\z")]
    private static partial Regex IdLeftAndRight();

    [GeneratedRegex("""\A[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?[A-Za-z0-9-]+=([A-Za-z0-9!#$&^_.+-]+|"[ !#-\[\]-~]*"))*\z""")]
    private static partial Regex MediaType();

    // Base64 is not allowed on these (RFC 2045 6.4).
    [GeneratedRegex(@"\A(multipart|message)/", RegexOptions.IgnoreCase)]
    private static partial Regex Composite();
}
