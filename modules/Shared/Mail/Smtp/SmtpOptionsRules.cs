namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>What is wrong with the set-up, in words for whoever installs the platform.</summary>
internal static class SmtpOptionsRules
{
    public static IEnumerable<string> Check(SmtpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            yield return "Mail:Smtp:Host is missing.";
        }

        if (options.Port is < 1 or > 65535)
        {
            yield return "Mail:Smtp:Port must be between 1 and 65535.";
        }

        if (!string.IsNullOrEmpty(options.User) && options.Security is SmtpSecurity.None && !IsThisMachine(options.Host))
        {
            yield return "Mail:Smtp:Security must be StartTls or Tls when there is a user: the password would travel in clear.";
        }

        if (options.User?.Contains('\0', StringComparison.Ordinal) is true || options.Password?.Contains('\0', StringComparison.Ordinal) is true)
        {
            yield return "Mail:Smtp:User and Password cannot hold a NUL.";
        }

        if (options.LocalName is { Length: > 0 } name && name.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
        {
            yield return "Mail:Smtp:LocalName must be a host name.";
        }

        if (options.MailsPerConnection < 1)
        {
            yield return "Mail:Smtp:MailsPerConnection must be at least 1.";
        }

        TimeSpan[] durations = [options.ConnectTimeout, options.CommandTimeout, options.BlockTimeout, options.AcceptanceTimeout, options.AcceptanceTimeoutWhenStopping];
        if (Array.Exists(durations, duration => duration <= TimeSpan.Zero || duration > TimeSpan.FromHours(1)))
        {
            yield return "Mail:Smtp: every timeout must be more than zero and an hour at most.";
        }
    }

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "::1";
}
