using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Shared.Audit;

/// <summary>
/// Seals the access log stretch by stretch, each with the digest of its lines and of the seal before, made with a key that is not in the database: whoever changes, adds or takes away a line
/// there, or a seal, is found out (ADR 54).
/// </summary>
internal sealed class AuditSeals(IDbSession db, IKeyedHash hash, TimeProvider clock) : IAuditSeals
{
    /// <summary>A line is dated when its operation writes it and seen when that has ended: by then all of them have.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    private const string Purpose = "audit-seal";

    private const string SelectSeals = "select number as Number, from_at as FromAt, until_at as UntilAt, entries as Entries, digest as Digest from shared_audit_seal order by number";

    private const string SelectLines = """
        select   a.id as Id, a.at as At, a.actor_id as ActorId, a.actor_kind as ActorKind, a.request as Request, a.kind as Kind, a.record as Record, a.record_id as RecordId, a.purpose as Purpose, a.shown as Shown
        from     shared_audit_entry a
        where    a.at >= @From and a.at < @Until
        order by a.at, a.id
        """;

    private const string Insert = """
        insert into shared_audit_seal (number, from_at, until_at, entries, digest, sealed_at)
        values (@Number, @FromAt, @UntilAt, @Entries, @Digest, @At)
        """;

    /// <summary>Seals what has settled since the last time; null if there is nothing to seal.</summary>
    public async Task<(DateTimeOffset Until, int Entries, string Digest)?> SealAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero) - Settled;
        var last = await db.QueryAsync<Seal>(SelectSeals, null, ct) is [.., var latest] ? latest : null;
        var from = last?.UntilAt ?? DateTimeOffset.UnixEpoch;
        if (until <= from)
        {
            return null;
        }

        var stretch = new Stretch(from, until);
        await foreach (var line in db.StreamAsync<Line>(SelectLines, new { From = from, Until = until }).WithCancellation(ct))
        {
            stretch.Add(line);
        }

        // An empty stretch becomes part of the next one, which begins where this does.
        if (stretch.Entries == 0)
        {
            return null;
        }

        var digest = stretch.Close(hash, last?.Digest);
        await db.ExecuteAsync(Insert, new { Number = (last?.Number ?? 0) + 1, FromAt = from, UntilAt = until, stretch.Entries, Digest = digest, At = now }, ct);
        return (until, stretch.Entries, digest);
    }

    public async Task<AuditIntegrity> VerifyAsync(CancellationToken ct)
    {
        var seals = await db.QueryAsync<Seal>(SelectSeals, null, ct);
        if (seals.Count == 0)
        {
            return new(null, 0, 0, []);
        }

        var until = seals[^1].UntilAt;
        var broken = new List<BrokenSeal>();
        await using var lines = db.StreamAsync<Line>(SelectLines, new { From = DateTimeOffset.UnixEpoch, Until = until }).GetAsyncEnumerator(ct);
        var more = await lines.MoveNextAsync();
        var (end, digest, number) = (DateTimeOffset.UnixEpoch, (string?)null, 0);
        foreach (var seal in seals)
        {
            // From the end of the one before, whatever the seal says: nothing lies between two.
            var stretch = new Stretch(end, seal.UntilAt);
            while (more && lines.Current.At < seal.UntilAt)
            {
                stretch.Add(lines.Current);
                more = await lines.MoveNextAsync();
            }

            if (seal.Number != number + 1 || seal.FromAt != end || seal.Entries != stretch.Entries || seal.Digest != stretch.Close(hash, digest))
            {
                broken.Add(new(end, seal.UntilAt, seal.Entries, stretch.Entries));
            }

            (end, digest, number) = (seal.UntilAt, seal.Digest, seal.Number);
        }

        return new(until, seals.Count, seals.Sum(seal => (long)seal.Entries), broken);
    }

    private sealed record Seal(int Number, DateTimeOffset FromAt, DateTimeOffset UntilAt, int Entries, string Digest);

    private sealed record Line(Guid Id, DateTimeOffset At, Guid ActorId, string ActorKind, string Request, string Kind, string? Record, Guid? RecordId, string? Purpose, string? Shown);

    /// <summary>The lines of a stretch as they are read, in their order.</summary>
    private sealed class Stretch(DateTimeOffset from, DateTimeOffset until)
    {
        private const char Between = '\u001f', Ends = '\u001e';

        private readonly IncrementalHash lines = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public int Entries { get; private set; }

        public void Add(Line line)
        {
            Entries++;
            lines.AppendData(Encoding.UTF8.GetBytes(string.Join(
                Between, line.Id, Written(line.At), line.ActorId, line.ActorKind, line.Request, line.Kind, line.Record, line.RecordId, line.Purpose)
                + (line.Shown is null ? "" : Between + line.Shown) + Ends));
        }

        public string Close(IKeyedHash hash, string? before)
        {
            var digest = Convert.ToHexString(lines.GetHashAndReset());
            lines.Dispose();
            return hash.Of(Purpose, string.Join(Between, before, Written(from), Written(until), Entries.ToString(CultureInfo.InvariantCulture), digest));
        }

        private static string Written(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
    }
}
