using System.Collections.Concurrent;

namespace InclusionPlatform.Api.Access.Clients;

/// <summary>
/// Which third-party systems are not revoked, remembered for a few seconds. A revocation shows at once on this node,
/// on another one within <see cref="Remembered"/>; without it a token would live its ten minutes.
/// </summary>
internal sealed class ClientStamps(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (bool Active, DateTimeOffset ReadAt)> known = [];

    private const string CountActive = "select count(*) from access_api_client where id = @Id and revoked_at is null";

    public async ValueTask<bool> IsActiveAsync(Guid client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGetValue(client, out var entry) || now - entry.ReadAt > Remembered)
        {
            await using var scope = scopes.CreateAsyncScope();
            entry = (await scope.ServiceProvider.GetRequiredService<IDbSession>().ScalarAsync<int>(CountActive, new { Id = client }, ct) > 0, now);
            known[client] = entry;
        }

        return entry.Active;
    }

    public void Forget(Guid client) => known.TryRemove(client, out _);
}
