using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InclusionPlatform.Shared.Mail.Mime;

namespace InclusionPlatform.Shared.Mail;

/// <summary>
/// Writes a mail as RFC 5322 and MIME: seven bits, CRLF, lines of 76 places wherever a line can be broken and never more than 998.
/// The same mail always gives the same bytes. Dots at line starts are left to the SMTP layer.
/// </summary>
public static class MimeWriter
{
    private const int Base64Line = 57;

    /// <summary>Writes the whole message to the stream, which stays open.</summary>
    public static void Write(OutgoingMail mail, Stream target)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(target);

        WriteHeaders(mail, target);
        if (mail.Attachments.Count == 0)
        {
            WriteBody(mail, target);
            return;
        }

        var boundary = Boundary("mixed", mail);
        Put(target, $"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        WriteBody(mail, target);
        foreach (var attachment in mail.Attachments)
        {
            Put(target, $"\r\n--{boundary}\r\n");
            WriteAttachment(attachment, target);
        }

        Put(target, $"\r\n--{boundary}--\r\n");
    }

    private static void WriteHeaders(OutgoingMail mail, Stream target)
    {
        var text = new StringBuilder();
        HeaderFields.Structured(text, "Date", Rfc5322(mail.Date));
        HeaderFields.Address(text, "From", mail.From);
        if (mail.ReplyTo is { } replyTo)
        {
            HeaderFields.Address(text, "Reply-To", replyTo);
        }

        HeaderFields.Address(text, "To", mail.To);
        HeaderFields.Unstructured(text, "Subject", mail.Subject);
        HeaderFields.Structured(text, "Message-ID", $"<{mail.MessageId}>");
        foreach (var header in mail.Headers)
        {
            HeaderFields.Structured(text, header.Name, header.Value);
        }

        HeaderFields.Structured(text, "MIME-Version", "1.0");
        Put(target, text.ToString());
    }

    private static void WriteBody(OutgoingMail mail, Stream target)
    {
        if (mail.HtmlBody is not { } html)
        {
            WriteText("plain", mail.TextBody, target);
            return;
        }

        // The richest form comes last, RFC 2046 5.1.4.
        var boundary = Boundary("alternative", mail);
        Put(target, $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        WriteText("plain", mail.TextBody, target);
        Put(target, $"\r\n--{boundary}\r\n");
        WriteText("html", html, target);
        Put(target, $"\r\n--{boundary}--\r\n");
    }

    private static void WriteText(string subtype, string content, Stream target)
    {
        Put(target, $"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        QuotedPrintable.Write(content, target);
    }

    private static void WriteAttachment(MailAttachment attachment, Stream target)
    {
        var headers = new StringBuilder();
        HeaderFields.Structured(headers, "Content-Type", attachment.ContentType);
        HeaderFields.Structured(headers, "Content-Transfer-Encoding", "base64");
        HeaderFields.Disposition(headers, attachment.FileName);
        Put(target, headers.Append("\r\n").ToString());

        for (var rest = attachment.Content.Span; !rest.IsEmpty; rest = rest[Math.Min(Base64Line, rest.Length)..])
        {
            Put(target, Convert.ToBase64String(rest[..Math.Min(Base64Line, rest.Length)]) + "\r\n");
        }
    }

    // "=_" occurs neither in quoted-printable nor in base64 (RFC 2045 6.7): no content can imitate a boundary.
    private static string Boundary(string kind, OutgoingMail mail) =>
        $"=_{kind}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(mail.MessageId)).AsSpan(0, 10))}";

    private static string Rfc5322(DateTimeOffset date)
    {
        var zone = date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal);
        return $"{date.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} {zone}";
    }

    private static void Put(Stream target, string ascii) => target.Write(Encoding.ASCII.GetBytes(ascii));
}
