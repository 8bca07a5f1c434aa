namespace InclusionPlatform.Shared.Audit;

/// <summary>Which lines of the access log are asked for.</summary>
/// <param name="Actor">Of this account or API client.</param>
/// <param name="Kind"><c>read</c>, <c>change</c>, <c>export</c> or <c>refusal</c>.</param>
/// <param name="Record">Of this kind of record.</param>
/// <param name="RecordId">About this record: the lines that name it, and the lists in which it was shown.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Before">Older than this line; null begins with the newest.</param>
public sealed record AuditFilter(Guid? Actor, string? Kind, string? Record, Guid? RecordId, DateTimeOffset? From, DateTimeOffset? Until, Guid? Before);

/// <summary>A line of the access log.</summary>
/// <param name="Id">The line.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Account or API client; empty for the platform itself and for visitors.</param>
/// <param name="ActorKind">Who acted.</param>
/// <param name="Request">The operation.</param>
/// <param name="Kind"><c>read</c>, <c>change</c>, <c>export</c> or <c>refusal</c>.</param>
/// <param name="Record">Kind of record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Purpose">Stable code of why.</param>
/// <param name="Shown">How many records a list showed; null for whatever is no list.</param>
public sealed record AuditEntry(Guid Id, DateTimeOffset At, Guid ActorId, ActorKind ActorKind, string Request, string Kind, string? Record, Guid? RecordId, string? Purpose, int? Shown = null);

/// <summary>Reads the access log of the whole service, for who watches over it.</summary>
public interface IAuditSearch
{
    /// <summary>The latest lines, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<AuditEntry>> FindAsync(AuditFilter filter, int take, CancellationToken ct);
}
