using System.Collections.Concurrent;

namespace InclusionPlatform.Api.Access;

/// <summary>
/// The security stamps of those who are signed in, remembered for a few seconds: a session whose stamp is no longer the account's is over.
/// A change on this node shows at once, one on another node within <see cref="Remembered"/>.
/// </summary>
internal sealed class UserStamps(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (string? Stamp, DateTimeOffset ReadAt)> known = [];

    private const string SelectStamp = "select security_stamp from access_user where id = @Id and disabled_at is null";

    public async ValueTask<bool> IsCurrentAsync(Guid user, string stamp, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGetValue(user, out var entry) || now - entry.ReadAt > Remembered)
        {
            await using var scope = scopes.CreateAsyncScope();
            entry = (await scope.ServiceProvider.GetRequiredService<IDbSession>().ScalarAsync<string>(SelectStamp, new { Id = user }, ct), now);
            known[user] = entry;
        }

        return entry.Stamp == stamp;
    }

    public void Forget(Guid user) => known.TryRemove(user, out _);
}
