using InclusionPlatform.Shared.Audit;
using InclusionPlatform.Shared.Data;
using MediatR;
using Microsoft.Extensions.Logging;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>What happened in the command at hand and was not told yet.</summary>
internal sealed class Happened : IEvents
{
    private readonly Queue<IEvent> waiting = [];

    public void Publish(IEvent happened) => waiting.Enqueue(happened);

    public bool TryNext(out IEvent? happened) => waiting.TryDequeue(out happened);

    public void Clear() => waiting.Clear();
}

/// <summary>
/// The outermost command opens one transaction; what it sends and what its events cause join it. Inside that transaction also go the access log and the
/// stored answer for its Idempotency-Key, and whatever follows from the changed records: all of it, or nothing. Queries only get their access log written.
/// </summary>
internal sealed partial class UnitOfWork<TRequest, TResponse>(
    DbSession db, IDatabase database, Happened events, AuditTrail trail, AuditLog audit, IdempotentReplay replay, IMediator mediator, IEnumerable<IFollowsChanges> followers,
    ILogger<UnitOfWork<TRequest, TResponse>> log)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    private const int Attempts = 4;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // A query sent by a query reads at the same moment, and is logged as what it serves.
        if (db.InCommand || (db.InQuery && request is IQuery<TResponse>))
        {
            return await next();
        }

        using var span = Tracing.Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await OutermostAsync(request, next, cancellationToken);
        }
        catch (Exception error) when (error is NotFoundException or ForbiddenException)
        {
            await audit.WriteRefusalsAsync(typeof(TRequest).Name, trail, cancellationToken);
            throw;
        }
    }

    private async Task<TResponse> OutermostAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (request is not IChange)
        {
            var (read, logged) = await ReadAsync(request, next, cancellationToken);
            await logged;
            await audit.WriteRefusalsAsync(typeof(TRequest).Name, trail, cancellationToken);
            return read;
        }

        for (var attempt = 1; ; attempt++)
        {
            db.BeginCommand();
            try
            {
                return await RunAsync(request, next, cancellationToken);
            }
            catch (Exception error) when (attempt < Attempts && database.IsWorthRetrying(error))
            {
                LogRetry(log, typeof(TRequest).Name, attempt);
            }
            finally
            {
                events.Clear();
                trail.Clear();
                await db.EndCommandAsync();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt * attempt), cancellationToken);
        }
    }

    /// <summary>All that a query reads is of one moment. What is neither query nor command, such as a delivery that claims and reads in turn, sees each change at once.</summary>
    private async Task<(TResponse Read, Task Logged)> ReadAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        if (request is not IQuery<TResponse>)
        {
            return (await next(), LogAsync());
        }

        db.BeginQuery();
        audit.ReadBegins();
        try
        {
            TResponse read;
            try
            {
                read = await next();
            }
            finally
            {
                await db.EndQueryAsync();
            }

            return (read, LogAsync());
        }
        finally
        {
            audit.ReadEnds();
        }

        Task LogAsync() => audit.WriteAsync(typeof(TRequest).Name, trail, changed: false, ct);
    }

    private async Task<TResponse> RunAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        if (await replay.FindAsync<TRequest, TResponse>(request, ct) is { } answered)
        {
            await db.CommitAsync(ct);
            return answered.Response;
        }

        var response = await next();
        while (events.TryNext(out var happened))
        {
            await mediator.Publish(happened!, ct);
        }

        foreach (var follower in followers)
        {
            if (trail.Changed(follower.Record) is { Count: > 0 } changed)
            {
                await follower.OnChangedAsync(changed, ct);
            }
        }

        await audit.WriteAsync(typeof(TRequest).Name, trail, changed: true, ct);
        await replay.KeepAsync(response, ct);
        await db.CommitAsync(ct);
        return response;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Request} runs again after a passing database fault, attempt {Attempt}")]
    private static partial void LogRetry(ILogger logger, string request, int attempt);
}
