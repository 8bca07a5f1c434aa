namespace InclusionPlatform.Shared;

/// <summary>One access to a record, as the log holds it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Account or API client; empty for the platform itself.</param>
/// <param name="ActorKind">Person, client or the platform itself.</param>
/// <param name="Kind"><c>read</c>, <c>change</c>, <c>export</c> or <c>refusal</c>.</param>
/// <param name="Purpose">Stable code of why.</param>
public sealed record RecordAccess(Guid Id, DateTimeOffset At, Guid ActorId, ActorKind ActorKind, string Kind, string? Purpose);

/// <summary>Reads the access log of one record. Whoever asks must have checked that the record may be seen.</summary>
public interface IAccessHistory
{
    /// <summary>The latest accesses, newest first.</summary>
    /// <param name="record">Kind of record, as given to <see cref="IAuditTrail"/>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="before">Only older ones than this entry; null begins with the newest.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<RecordAccess>> OfAsync(string record, Guid id, Guid? before, int take, CancellationToken ct);

    /// <summary>The latest accesses to records that are one by now, newest first.</summary>
    /// <param name="record">Kind of record, as given to <see cref="IAuditTrail"/>.</param>
    /// <param name="ids">Their ids, fifty at most.</param>
    /// <param name="before">Only older ones than this entry; null begins with the newest.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<RecordAccess>> OfAsync(string record, IReadOnlyList<Guid> ids, Guid? before, int take, CancellationToken ct);
}
