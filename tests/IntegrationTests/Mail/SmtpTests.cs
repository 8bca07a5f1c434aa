using System.Collections.Concurrent;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Mail.Smtp;
using Microsoft.Extensions.Logging;

namespace InclusionPlatform.IntegrationTests.Mail;

/// <summary>A server of its own for each test, and a transport that talks to it over a real socket.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class SmtpTests : IAsyncDisposable
{
    protected TestSmtpServer Server { get; } = new();

    protected RememberedLog Log { get; } = new();

    protected SmtpOptions Options { get; } = new() { Security = SmtpSecurity.None, CommandTimeout = TimeSpan.FromSeconds(20), AcceptanceTimeout = TimeSpan.FromSeconds(20) };

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected IMailTransport Transport()
    {
        Options.Port = Server.Port;
        return new SmtpMailTransport(Options, TimeProvider.System, Log);
    }

    protected async Task<DeliveryResult> Send(OutgoingMail? mail = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await Transport().SendAsync(mail ?? Mail(1), patience.Token);
    }

    protected async Task<IReadOnlyList<DeliveryResult>> SendMany(int count)
    {
        var results = new List<DeliveryResult>();
        await using var session = Transport().OpenSession();
        for (var number = 1; number <= count; number++)
        {
            results.Add(await session.SendAsync(Mail(number), CancellationToken.None));
        }

        return results;
    }

    protected static OutgoingMail Mail(int number) => new()
    {
        From = new Mailbox("bollettino@cooperativa.test", "Bollettino"),
        To = new Mailbox($"lettrice{number}@posta.test"),
        Subject = "Opportunità segretissima",
        TextBody = ".punto\r\n..due punti\r\n.\r\nfine",
        MessageId = $"delivery-{number}@cooperativa.test",
        Date = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)),
    };

    /// <summary>Keeps what is logged.</summary>
    protected sealed class RememberedLog : ILogger<SmtpMailTransport>
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
