using MediatR;

namespace InclusionPlatform.Shared.Audit;

/// <summary>
/// Notes beside the access log, by record, in which lists it was shown, so that its own log tells them without reading everybody's. Done some time after, because no list should wait for
/// fifty rows: the line itself, with all that it showed, is on disk before the list is answered.
/// </summary>
internal sealed record SpreadShown : IRequest<int>;

internal sealed class SpreadShownHandler(IDbSession db) : IRequestHandler<SpreadShown, int>
{
    private const int AtOnce = 500;

    // A line is dated when its operation writes it and seen when that has ended: an hour is more than enough.
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private const string SelectLast = "select max(at) from shared_audit_shown";

    private const string Select = """
        select a.id as Id, a.at as At, a.shown as Shown
        from   shared_audit_entry a
        where  a.at >= @From and a.shown is not null and not exists (select 1 from shared_audit_shown s where s.entry_id = a.id)
        """;

    private const string Order = "order by a.at, a.id";

    private const string Insert = """
        insert into shared_audit_shown (entry_id, record_id, at)
        select @Id, @Record, @At
        where  not exists (select 1 from shared_audit_shown s where s.entry_id = @Id and s.record_id = @Record)
        """;

    public async Task<int> Handle(SpreadShown request, CancellationToken cancellationToken)
    {
        var from = await db.ScalarAsync<DateTimeOffset?>(SelectLast, null, cancellationToken) is { } last ? last - Late : DateTimeOffset.UnixEpoch;
        var lines = await db.TopAsync<Line>(new ListSql(Select).OrderBy(Order), new { From = from }, AtOnce, cancellationToken);
        // All in one transaction: a line is spread whole or not at all.
        await db.ExecuteAsync(Insert, lines.SelectMany(line => ShownIds.Read(line.Shown).Select(record => new { line.Id, Record = record, line.At })).ToArray(), cancellationToken);
        return lines.Count;
    }

    private sealed record Line(Guid Id, DateTimeOffset At, string Shown);
}
