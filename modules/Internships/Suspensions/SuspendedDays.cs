using InclusionPlatform.Internships.Allowances;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Internships.Suspensions;

/// <summary>Tells the reckoning of allowances on which days internships rest, for many in a constant number of statements for fifty of them.</summary>
internal sealed class SuspendedDays(IDbSession db) : ISuspendedDays
{
    private const string Select = $"""
        select internship_id as InternshipId, from_on as First, to_on as Last
        from   internships_suspension
        where  withdrawn_at is null and from_on <= @To and (to_on is null or to_on >= @From) and internship_id in {Batches.Keys}
        """;

    public async Task<IReadOnlyDictionary<Guid, IReadOnlySet<DateOnly>>> BetweenAsync(IReadOnlyCollection<Guid> internshipIds, DateOnly from, DateOnly to, CancellationToken ct) =>
        (await db.QueryInBatchesAsync<Guid, Row>(Select, internshipIds, new { From = from, To = to }, ct))
            .GroupBy(row => row.InternshipId)
            .ToDictionary(rows => rows.Key, IReadOnlySet<DateOnly> (rows) => rows.SelectMany(row => Days(Later(row.First, from), Earlier(row.Last ?? to, to))).ToHashSet());

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last) => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private sealed record Row(Guid InternshipId, DateOnly First, DateOnly? Last);
}
