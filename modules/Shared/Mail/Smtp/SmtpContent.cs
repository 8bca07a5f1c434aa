namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>A message as it goes through DATA.</summary>
internal static class SmtpContent
{
    /// <summary>Ends the mail. Sent apart from the message: from its first byte on, the server may have taken the mail.</summary>
    public static ReadOnlyMemory<byte> Terminator { get; } = ".\r\n"u8.ToArray();

    /// <summary>Doubles the dots at line starts (RFC 5321 4.5.2) and closes the last line. The message has CRLF line ends.</summary>
    public static ReadOnlyMemory<byte> Stuffed(ReadOnlySpan<byte> message)
    {
        using var stuffed = new MemoryStream(message.Length + 64);
        for (var rest = message; !rest.IsEmpty;)
        {
            if (rest[0] == '.')
            {
                stuffed.WriteByte((byte)'.');
            }

            var end = rest.IndexOf("\r\n"u8);
            if (end < 0)
            {
                stuffed.Write(rest);
                stuffed.Write("\r\n"u8);
                break;
            }

            stuffed.Write(rest[..(end + 2)]);
            rest = rest[(end + 2)..];
        }

        return stuffed.ToArray();
    }
}
