using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Allowances.Assignments;

/// <summary>How long the days of an internship are, amendments included.</summary>
internal sealed class PlannedDays(IDbSession db)
{
    private const string Select = """
        select   effective_on as EffectiveOn, weekly_hours_before as HoursBefore, week_hours_before as WeekBefore, weekly_hours as Hours, week_hours as Week, applied_at as AppliedAt
        from     internships_amendment
        where    internship_id = @Id
        order by effective_on, at
        """;

    /// <summary>Minutes of the longest day from a day on: of the week that holds now, of those before it that reach beyond that day, and of one that waits.</summary>
    public async Task<int> LongestFromAsync(InternshipRow row, DateOnly from, CancellationToken ct)
    {
        var amendments = await db.QueryAsync<AmendedWeek>(Select, new { row.Id }, ct);
        var holdsNow = amendments.Any(one => one.AppliedAt is null && one.EffectiveOn <= from) ? 0 : row.Plan.LongestDay;
        return amendments.Where(one => one.EffectiveOn > from).Select(one => Longest(one.WeekBefore, one.HoursBefore))
            .Concat(amendments.Where(one => one.AppliedAt is null).Select(one => Longest(one.Week, one.Hours)))
            .Append(holdsNow)
            .Max();
    }

    private static int Longest(string? week, int hours) => PlanFacts.LongestOf(WeekHours.Read(week), hours);

    private sealed record AmendedWeek(DateOnly EffectiveOn, int HoursBefore, string? WeekBefore, int Hours, string? Week, DateTimeOffset? AppliedAt);
}
