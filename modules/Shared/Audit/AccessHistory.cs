namespace InclusionPlatform.Shared.Audit;

internal sealed class AccessHistory(IDbSession db) : IAccessHistory
{
    private const string Select = """
        select a.id as Id, a.at as At, a.actor_id as ActorId, a.actor_kind as ActorKind, a.kind as Kind, a.purpose as Purpose
        from   shared_audit_entry a
        where  a.record = @Record
               and a.id in (select e.id from shared_audit_entry e where e.record_id = @Id
                            union all
                            select s.entry_id from shared_audit_shown s where s.record_id = @Id)
        """;

    private const string SelectOfSeveral = $"""
        select a.id as Id, a.at as At, a.actor_id as ActorId, a.actor_kind as ActorKind, a.kind as Kind, a.purpose as Purpose
        from   shared_audit_entry a
        where  a.record = @Record
               and a.id in (select e.id from shared_audit_entry e where e.record_id in {Batches.Keys}
                            union all
                            select s.entry_id from shared_audit_shown s where s.record_id in {Batches.Keys})
        """;

    private const string Older = """
        and a.at <= (select b.at from shared_audit_entry b where b.id = @Before)
        and (a.at < (select b.at from shared_audit_entry b where b.id = @Before) or a.id < @Before)
        """;

    private const string Order = "order by a.at desc, a.id desc";

    public Task<IReadOnlyList<RecordAccess>> OfAsync(string record, Guid id, Guid? before, int take, CancellationToken ct) =>
        db.TopAsync<RecordAccess>(new ListSql(Select).When(before is not null, Older).OrderBy(Order), new { Id = id, Record = record, Before = before }, take, ct);

    public Task<IReadOnlyList<RecordAccess>> OfAsync(string record, IReadOnlyList<Guid> ids, Guid? before, int take, CancellationToken ct) => ids.Count == 1
        ? OfAsync(record, ids[0], before, take, ct)
        : db.TopAsync<RecordAccess>(
            new ListSql(SelectOfSeveral).When(before is not null, Older).OrderBy(Order), Batches.Parameters([.. ids.Take(Batches.Size)], new { Record = record, Before = before }), take, ct);
}
