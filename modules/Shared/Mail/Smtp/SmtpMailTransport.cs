using Microsoft.Extensions.Logging;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>
/// Hands mails to an SMTP server (RFC 5321) and reports each step's outcome. Logs counts, codes and durations,
/// never addresses, subjects or the server's words.
/// </summary>
public sealed class SmtpMailTransport : IMailTransport
{
    private readonly SmtpOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<SmtpMailTransport> _log;

    /// <summary>Keeps the options; connects only when there is a mail to send.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public SmtpMailTransport(SmtpOptions options, TimeProvider clock, ILogger<SmtpMailTransport> log)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(log);
        var wrong = SmtpOptionsRules.Check(options).ToList();
        if (wrong.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', wrong), nameof(options));
        }

        _options = options;
        _clock = clock;
        _log = log;
    }

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await using var session = OpenSession();
        return await session.SendAsync(mail, cancellationToken);
    }

    /// <inheritdoc/>
    public IMailSession OpenSession() => new SmtpSession(_options, _clock, _log);
}
