using System.Text.Json;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>The Idempotency-Key of the request at hand, if it carries one.</summary>
public sealed class IdempotencyKey
{
    /// <summary>As sent, at most 200 characters.</summary>
    public string? Value { get; set; }
}

/// <summary>Answers a repeated POST with what was answered the first time. Kept in the command's transaction, so it survives restarts.</summary>
internal sealed class IdempotentReplay(IDbSession db, ICurrentUser user, IdempotencyKey key, IKeyedHash keyed, TimeProvider clock)
{
    private const string Claim = """
        insert into shared_idempotency_key (actor_id, idempotency_key, request, request_hash, response, created_at)
        select @Actor, @Key, @Request, @Hash, null, @At
        where  not exists (select 1 from shared_idempotency_key where actor_id = @Actor and idempotency_key = @Key)
        """;

    private const string SelectAnswer = """
        select request as Request, request_hash as Hash, response as Response
        from   shared_idempotency_key
        where  actor_id = @Actor and idempotency_key = @Key
        """;

    private const string KeepAnswer = "update shared_idempotency_key set response = @Response where actor_id = @Actor and idempotency_key = @Key";

    public async Task<Answered<TResponse>?> FindAsync<TRequest, TResponse>(TRequest request, CancellationToken ct)
    {
        if (key.Value is null)
        {
            return null;
        }

        // Keyed, because a request may hold a password that a bare hash would give away.
        var hash = keyed.Of("idempotent-request", JsonSerializer.Serialize(request));
        var name = typeof(TRequest).Name;
        var claimed = await db.ExecuteAsync(
            Claim, new { Actor = user.Id, Key = key.Value, Request = name, Hash = hash, At = clock.GetUtcNow() }, ct,
            ifTaken: () => new ConflictException("request.in-progress", new(
                "La stessa richiesta è già in corso: attendere un momento e riprovare.",
                "The same request is already running: wait a moment and try again.")));
        if (claimed == 1)
        {
            return null;
        }

        var kept = (await db.FindAsync<Kept>(SelectAnswer, new { Actor = user.Id, Key = key.Value }, ct))!;
        if (kept.Request != name || kept.Hash != hash)
        {
            throw new RuleBrokenException("idempotency.key-reused", new(
                "Questo Idempotency-Key è già stato usato per una richiesta diversa: usarne uno nuovo.",
                "This Idempotency-Key was already used for a different request: use a new one."));
        }

        return new(JsonSerializer.Deserialize<TResponse>(kept.Response!)!);
    }

    public async Task KeepAsync<TResponse>(TResponse response, CancellationToken ct)
    {
        if (key.Value is not null)
        {
            await db.ExecuteAsync(KeepAnswer, new { Actor = user.Id, Key = key.Value, Response = JsonSerializer.Serialize(response) }, ct);
        }
    }

    internal sealed record Answered<T>(T Response);

    private sealed record Kept(string Request, string Hash, string? Response);
}
