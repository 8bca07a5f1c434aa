using Microsoft.Extensions.Logging;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>Keeps one connection through many mails and opens it again when it is gone or has served long enough.</summary>
internal sealed class SmtpSession(SmtpOptions options, TimeProvider clock, ILogger log) : IMailSession
{
    private readonly SmtpGreeter _greeter = new(options, clock);
    private readonly long _opened = clock.GetTimestamp();
    private readonly Dictionary<string, int> _outcomes = [];
    private SmtpConnection? _connection;

    public async Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        using var content = new MemoryStream();
        MimeWriter.Write(mail, content);
        var message = content.GetBuffer().AsMemory(0, (int)content.Length);
        var sender = (mail.ReturnPath ?? mail.From).Address;

        var result = await TryAsync(sender, mail.To.Address, message, cancellationToken);
        _outcomes[result.ToString()] = _outcomes.GetValueOrDefault(result.ToString()) + 1;
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_outcomes.Count > 0)
        {
            log.LogInformation(
                "Mail session over after {Milliseconds} ms: {Outcomes}",
                (long)clock.GetElapsedTime(_opened).TotalMilliseconds,
                string.Join("; ", _outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => $"{outcome.Value} {outcome.Key}")));
            _outcomes.Clear();
        }
    }

    private async Task<DeliveryResult> TryAsync(string sender, string recipient, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        try
        {
            var (connection, reused) = await ReadyAsync(ct);
            var result = await connection.TransmitAsync(sender, recipient, message, ct);

            // Servers close a connection that served many mails by 421 or without a word: the mail deserves a fresh one. Deferred means not taken.
            if (reused && !connection.IsUsable && result is DeliveryResult.Deferred)
            {
                (connection, _) = await ReadyAsync(ct);
                result = await connection.TransmitAsync(sender, recipient, message, ct);
            }

            return result;
        }
        catch (SmtpFailureException failure)
        {
            log.LogWarning("Mail server not usable at {Stage}: {Code} {Reason}", failure.Stage, failure.Reply?.Code, failure.Message);
            return failure.ToResult();
        }
    }

    private async Task<(SmtpConnection Connection, bool Reused)> ReadyAsync(CancellationToken ct)
    {
        if (_connection is { } open)
        {
            if (open.Transactions < options.MailsPerConnection && await open.ResetAsync(ct))
            {
                return (open, true);
            }

            await CloseAsync();
        }

        _connection = await _greeter.ConnectAsync(ct);
        return (_connection, false);
    }

    private async ValueTask CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }
}
