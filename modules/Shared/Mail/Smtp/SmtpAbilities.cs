using System.Globalization;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>What the server said it can do. 8BITMIME is not among it because our messages are seven bits.</summary>
internal sealed record SmtpAbilities(bool StartTls, bool Size, long LargestMessage, IReadOnlySet<string> SignInMethods)
{
    public static SmtpAbilities None { get; } = new(false, false, 0, new HashSet<string>());

    public static SmtpAbilities Of(SmtpReply reply)
    {
        var abilities = None;
        foreach (var line in reply.Lines.Skip(1))
        {
            // "AUTH=PLAIN" is how some old servers say it.
            var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            abilities = words.FirstOrDefault()?.ToUpperInvariant() switch
            {
                "STARTTLS" => abilities with { StartTls = true },
                "SIZE" => abilities with { Size = true, LargestMessage = Number(words.ElementAtOrDefault(1)) },
                "AUTH" => abilities with { SignInMethods = abilities.SignInMethods.Concat(words.Skip(1)).ToHashSet(StringComparer.OrdinalIgnoreCase) },
                _ => abilities,
            };
        }

        return abilities;
    }

    /// <summary>No or a zero number means no fixed limit, RFC 1870 4.</summary>
    public bool Takes(long size) => LargestMessage == 0 || size <= LargestMessage;

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
