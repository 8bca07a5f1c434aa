using System.Collections.Concurrent;

namespace InclusionPlatform.Api.Access;

/// <summary>
/// The security stamps of those who are signed in, remembered for a few seconds: a session whose stamp is no longer the account's is over.
/// A change on this node shows at once, one on another node within <see cref="Remembered"/>.
/// </summary>
internal sealed class UserStamps(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (Known? User, DateTimeOffset ReadAt)> known = [];

    private const string SelectStamp = "select security_stamp as Stamp, must_change_password as MustChangePassword from access_user where id = @Id and disabled_at is null";

    public async ValueTask<bool> IsCurrentAsync(Guid user, string stamp, CancellationToken ct) => (await ReadAsync(user, ct))?.Stamp == stamp;

    /// <summary>Whether the password was set by somebody else and nothing else may be done before it is changed.</summary>
    public async ValueTask<bool> MustChangePasswordAsync(Guid user, CancellationToken ct) => (await ReadAsync(user, ct))?.MustChangePassword ?? false;

    public void Forget(Guid user) => known.TryRemove(user, out _);

    private async ValueTask<Known?> ReadAsync(Guid user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGetValue(user, out var entry) || now - entry.ReadAt > Remembered)
        {
            await using var scope = scopes.CreateAsyncScope();
            entry = (await scope.ServiceProvider.GetRequiredService<IDbSession>().FindAsync<Known>(SelectStamp, new { Id = user }, ct), now);
            known[user] = entry;
        }

        return entry.User;
    }

    private sealed record Known(string Stamp, bool MustChangePassword);
}
