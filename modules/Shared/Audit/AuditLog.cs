using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Shared.Audit;

/// <summary>Writes the access log: in the command's transaction, or with that of others after a query.</summary>
internal sealed class AuditLog(DbSession db, AccessQueue queue, ICurrentUser user, TimeProvider clock)
{
    /// <summary>A query begins to read; it ends when what it saw waits to be written.</summary>
    public void ReadBegins() => queue.ReadBegins();

    /// <inheritdoc cref="ReadBegins"/>
    public void ReadEnds() => queue.ReadEnds();

    /// <summary>
    /// Writes what was accessed. A change that names no record has one line, but not the round of the platform that found nothing to do: there is one every three seconds, and what people did would
    /// be lost among ten million of them a year.
    /// </summary>
    public async Task WriteAsync(string request, AuditTrail trail, bool changed, CancellationToken ct)
    {
        var leavesLine = changed && (user.Kind != ActorKind.Platform || db.HasWritten);
        IReadOnlyCollection<AuditedAccess> accesses = trail.Accesses.Count > 0 ? trail.Accesses : leavesLine ? [new("change", null, null, null)] : [];
        if (accesses.Count == 0)
        {
            return;
        }

        await InsertAsync(request, accesses, ct);
        trail.Clear();
    }

    /// <summary>Writes what was refused, when the request has ended: with the refusal, or in spite of it.</summary>
    public async Task WriteRefusalsAsync(string request, AuditTrail trail, CancellationToken ct)
    {
        if (trail.Refusals.Count > 0)
        {
            await InsertAsync(request, trail.Refusals, ct);
            trail.ClearRefusals();
        }
    }

    private async Task InsertAsync(string request, IReadOnlyCollection<AuditedAccess> accesses, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var entries = accesses.Select(access => new AccessEntry(
            Guid.CreateVersion7(at), at, user.Id, user.Kind.Code(), request, access.Kind, access.Record, access.RecordId, access.Purpose, access.Shown));
        if (db.InCommand)
        {
            // Made as they are written: an import changes a hundred thousand records.
            await db.ExecuteAsync(AccessEntry.Insert, entries, ct);
            return;
        }

        await queue.WriteAsync([.. entries], ct);
    }
}
