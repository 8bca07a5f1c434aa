using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Api.Access;

/// <summary>
/// Failed attempts for addresses that have no account: they are locked out like those that have one, so that nobody learns from the lock which addresses do.
/// Kept in memory only and bounded; what counts are the same numbers as for accounts.
/// </summary>
internal sealed class UnknownSignIns(IOptions<IdentityOptions> options, TimeProvider clock)
{
    private const int Most = 10_000;

    // The very numbers of the accounts: two lists of them would one day differ, and tell.
    private readonly LockoutOptions rules = options.Value.Lockout;
    private readonly ConcurrentDictionary<string, Attempts> known = new(StringComparer.Ordinal);

    /// <summary>Whether the address is locked out now.</summary>
    public bool IsLockedOut(string email) => known.TryGetValue(KeyOf(email), out var attempts) && attempts.LockedUntil > clock.GetUtcNow();

    /// <summary>Counts a failed attempt; answers whether the address is locked out from now on.</summary>
    public bool Failed(string email)
    {
        var now = clock.GetUtcNow();
        if (known.Count >= Most)
        {
            // The oldest half goes: whoever floods the list gains nothing but more guessing at addresses that lead nowhere.
            foreach (var (key, _) in known.OrderBy(one => one.Value.LastAt).Take(Most / 2))
            {
                known.TryRemove(key, out var _);
            }
        }

        return known.AddOrUpdate(KeyOf(email), _ => rules.MaxFailedAccessAttempts > 1 ? new(1, null, now) : new(0, now + rules.DefaultLockoutTimeSpan, now), (_, before) => before.Count + 1 < rules.MaxFailedAccessAttempts ? new(before.Count + 1, null, now) : new(0, now + rules.DefaultLockoutTimeSpan, now)).LockedUntil > now;
    }

    private static string KeyOf(string email) => email.Trim().ToUpperInvariant();

    private sealed record Attempts(int Count, DateTimeOffset? LockedUntil, DateTimeOffset LastAt);
}
