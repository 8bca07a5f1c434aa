using System.Buffers;
using System.Text;

namespace InclusionPlatform.Shared.Mail.Mime;

/// <summary>Text bodies as UTF-8 in quoted-printable, RFC 2045 6.7: lines of 76 at most, CRLF, ASCII only, a character never broken in two.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Writes the text with any of its line ends turned to CRLF, and one at the end.</summary>
    public static void Write(string text, Stream target)
    {
        var output = new ArrayBufferWriter<byte>(text.Length + text.Length / 4 + 16);
        foreach (var line in text.AsSpan().EnumerateLinesOfMail())
        {
            WriteLine(line, output);
        }

        target.Write(output.WrittenSpan);
    }

    private static void WriteLine(ReadOnlySpan<char> line, ArrayBufferWriter<byte> output)
    {
        Span<byte> octets = stackalloc byte[4];
        Span<byte> encoded = stackalloc byte[12];
        var column = 0;
        var position = 0;
        while (position < line.Length)
        {
            // A half of a surrogate pair decodes as the replacement character: a broken emoji must not stop a mail.
            Rune.DecodeFromUtf16(line[position..], out var rune, out var consumed);
            var last = position + consumed == line.Length;
            var length = rune.EncodeToUtf8(octets);
            var written = IsPlain(rune, last, position == 0 && line.StartsWith("From ")) ? Plain(rune, encoded) : Escape(octets[..length], encoded);

            // The last piece needs no place for the soft break's sign.
            if (column + written > (last ? LongestLine : LongestLine - 1))
            {
                output.Write("=\r\n"u8);
                column = 0;
            }

            output.Write(encoded[..written]);
            column += written;
            position += consumed;
        }

        output.Write("\r\n"u8);
    }

    // A space at the end of a line is lost on the way (RFC 2045 6.7 (3)), and "From " is changed by mailbox files (RFC 2049 3).
    private static bool IsPlain(Rune rune, bool endsLine, bool startsFromLine) =>
        !startsFromLine && (rune.Value is ' ' or '\t' ? !endsLine : rune.Value is > ' ' and <= '~' and not '=');

    private static int Plain(Rune rune, Span<byte> encoded)
    {
        encoded[0] = (byte)rune.Value;
        return 1;
    }

    private static int Escape(ReadOnlySpan<byte> octets, Span<byte> encoded)
    {
        var length = 0;
        foreach (var octet in octets)
        {
            encoded[length++] = (byte)'=';
            encoded[length++] = (byte)Hex[octet >> 4];
            encoded[length++] = (byte)Hex[octet & 15];
        }

        return length;
    }
}
