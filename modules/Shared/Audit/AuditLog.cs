namespace InclusionPlatform.Shared.Audit;

/// <summary>Writes the access log: in the command's transaction, or by itself after a query.</summary>
internal sealed class AuditLog(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const string Insert = """
        insert into shared_audit_entry (id, at, actor_id, actor_kind, request, kind, record, record_id, purpose)
        values (@Id, @At, @Actor, @ActorKind, @Request, @Kind, @Record, @RecordId, @Purpose)
        """;

    public async Task WriteAsync(string request, AuditTrail trail, bool changed, CancellationToken ct)
    {
        IReadOnlyList<AuditedAccess> accesses = trail.Accesses.Count > 0 ? trail.Accesses : changed ? [new("change", null, null, null)] : [];
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

    private async Task InsertAsync(string request, IReadOnlyList<AuditedAccess> accesses, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var entries = accesses.Distinct().Select(access => new
        {
            Id = Guid.CreateVersion7(at),
            At = at,
            Actor = user.Id,
            ActorKind = user.Kind.Code(),
            Request = request,
            access.Kind,
            access.Record,
            access.RecordId,
            access.Purpose,
        }).ToArray();
        await db.ExecuteAsync(Insert, entries, ct);
    }
}
