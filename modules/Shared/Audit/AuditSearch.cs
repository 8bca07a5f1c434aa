namespace InclusionPlatform.Shared.Audit;

internal sealed class AuditSearch(IDbSession db) : IAuditSearch
{
    private const string Select = """
        select a.id as Id, a.at as At, a.actor_id as ActorId, a.actor_kind as ActorKind, a.request as Request, a.kind as Kind,
               a.record as Record, a.record_id as RecordId, a.purpose as Purpose, a.shown as Shown
        from   shared_audit_entry a
        where  1 = 1
        """;

    private const string OfActor = "and a.actor_id = @Actor";

    private const string OfKind = "and a.kind = @Kind";

    private const string OfRecord = "and a.record = @Record";

    private const string OfRecordId = """
        and a.id in (select e.id from shared_audit_entry e where e.record_id = @RecordId
                     union all
                     select s.entry_id from shared_audit_shown s where s.record_id = @RecordId)
        """;

    private const string NotBefore = "and a.at >= @From";

    private const string NotAfter = "and a.at < @Until";

    private const string Older = """
        and a.at <= (select b.at from shared_audit_entry b where b.id = @Before)
        and (a.at < (select b.at from shared_audit_entry b where b.id = @Before) or a.id < @Before)
        """;

    private const string Order = "order by a.at desc, a.id desc";

    public async Task<IReadOnlyList<AuditEntry>> FindAsync(AuditFilter filter, int take, CancellationToken ct) => [.. (await db.TopAsync<Line>(
        new ListSql(Select)
            .When(filter.Actor is not null, OfActor)
            .When(filter.Kind is not null, OfKind)
            .When(filter.Record is not null, OfRecord)
            .When(filter.RecordId is not null, OfRecordId)
            .When(filter.From is not null, NotBefore)
            .When(filter.Until is not null, NotAfter)
            .When(filter.Before is not null, Older)
            .OrderBy(Order),
        filter, take, ct)).Select(line => new AuditEntry(
            line.Id, line.At, line.ActorId, line.ActorKind, line.Request, line.Kind, line.Record, line.RecordId, line.Purpose, line.Shown is null ? null : ShownIds.Read(line.Shown).Count()))];

    private sealed record Line(
        Guid Id, DateTimeOffset At, Guid ActorId, ActorKind ActorKind, string Request, string Kind, string? Record, Guid? RecordId, string? Purpose, string? Shown);
}
