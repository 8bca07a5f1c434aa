namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>What is wrong with the set-up, in words for whoever installs the platform.</summary>
internal static class SmtpOptionsRules
{
    public static IEnumerable<string> Check(SmtpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            yield return "Manca Mail:Smtp:Host, il server di posta.";
        }
        else if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            // Only its form: a name that nobody knows yet is no reason not to start, the mails wait. What was written is not said again, an address may hold a password.
            yield return "Mail:Smtp:Host deve essere solo il nome o l'indirizzo IP del server di posta, come posta.example.org o 192.0.2.10: senza spazi, senza smtp:// e senza la porta, che va in Mail:Smtp:Port.";
        }

        if (options.Port is < 1 or > 65535)
        {
            yield return "Mail:Smtp:Port va da 1 a 65535.";
        }

        if (!string.IsNullOrEmpty(options.User) && options.Security is SmtpSecurity.None && !IsThisMachine(options.Host))
        {
            yield return "Con un utente Mail:Smtp:Security deve essere StartTls o Tls: la password viaggerebbe in chiaro.";
        }

        if (options.User?.Contains('\0', StringComparison.Ordinal) is true || options.Password?.Contains('\0', StringComparison.Ordinal) is true)
        {
            yield return "Mail:Smtp:User e Mail:Smtp:Password non possono contenere un carattere nullo.";
        }

        if (options.LocalName is { Length: > 0 } name && name.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
        {
            yield return "Mail:Smtp:LocalName deve essere il nome di una macchina, come posta.example.org.";
        }

        if (options.MailsPerConnection < 1)
        {
            yield return "Mail:Smtp:MailsPerConnection deve essere almeno 1.";
        }

        TimeSpan[] durations = [options.ConnectTimeout, options.CommandTimeout, options.BlockTimeout, options.AcceptanceTimeout, options.AcceptanceTimeoutWhenStopping];
        if (Array.Exists(durations, duration => duration <= TimeSpan.Zero || duration > TimeSpan.FromHours(1)))
        {
            yield return "Mail:Smtp: ogni tempo di attesa deve essere più di zero e al massimo un'ora.";
        }
    }

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "::1";
}
