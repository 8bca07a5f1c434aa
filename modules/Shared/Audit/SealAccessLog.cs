using MediatR;
using Microsoft.Extensions.Logging;

namespace InclusionPlatform.Shared.Audit;

/// <summary>Seals the lines of the access log that have settled. Neither command nor query: what it reads may be long, and nobody should wait for it.</summary>
internal sealed record SealAccessLog : IRequest;

/// <summary>Looks whether the sealed access log is whole, and tells administrators and auditors if it is not.</summary>
internal sealed record CheckAccessLog : IRequest;

internal sealed partial class AccessLogKeeper(AuditSeals seals, INotifications notifications, ILogger<AccessLogKeeper> log) : IRequestHandler<SealAccessLog, Unit>, IRequestHandler<CheckAccessLog, Unit>
{
    public async Task<Unit> Handle(SealAccessLog request, CancellationToken cancellationToken)
    {
        if (await seals.SealAsync(cancellationToken) is { } made)
        {
            // Outside the database too, where logs are collected: so even the last seals cannot be taken away unseen.
            LogSealed(log, made.Until, made.Entries, made.Digest);
        }

        return Unit.Value;
    }

    public async Task<Unit> Handle(CheckAccessLog request, CancellationToken cancellationToken)
    {
        var found = await seals.VerifyAsync(cancellationToken);
        if (found.Broken.Count > 0)
        {
            LogBroken(log, found.Broken.Count, found.Broken[0].From);
            foreach (var role in new[] { Role.Administrator, Role.Auditor })
            {
                await notifications.NotifyAsync(role, "access.log-broken", null, "/access-log", cancellationToken);
            }
        }

        return Unit.Value;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The access log is sealed until {Until}: {Entries} lines, {Digest}")]
    private static partial void LogSealed(ILogger logger, DateTimeOffset until, int entries, string digest);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The access log is not what it was when it was sealed: {Count} stretches, the first from {From}")]
    private static partial void LogBroken(ILogger logger, int count, DateTimeOffset from);
}
