namespace InclusionPlatform.Internships.Attendance;

/// <summary>From this day on, this usual week, until the next one.</summary>
/// <param name="From">First day.</param>
/// <param name="Week">Minutes by weekday.</param>
/// <param name="Planned">Minutes by weekday of the project then.</param>
/// <param name="WeeklyHours">Hours a week of the project then.</param>
internal sealed record DatedWeek(DateOnly From, UsualWeek Week, UsualWeek Planned, int WeeklyHours)
{
    /// <summary>The weeks that follow one another: what stood before each amendment, what stands now, and what a waiting amendment says from its day on.</summary>
    /// <param name="current">The week that stands now.</param>
    /// <param name="planned">The hours by weekday of the project that stands now.</param>
    /// <param name="weeklyHours">The hours a week that stand now.</param>
    /// <param name="amended">In the order in which they were recorded.</param>
    public static IReadOnlyList<DatedWeek> Of(UsualWeek current, UsualWeek planned, int weeklyHours, IEnumerable<AmendedWeek> amended)
    {
        var weeks = new List<DatedWeek>();
        var (from, waiting) = (DateOnly.MinValue, new List<DatedWeek>());
        foreach (var one in amended)
        {
            if (one.IsApplied == 1)
            {
                weeks.Add(new(from, one.Before, UsualWeek.Planned(one.WeekBefore, one.HoursBefore, one.Before), one.HoursBefore));
                from = one.EffectiveOn;
            }
            else
            {
                var week = one.ChangesTheWeek ? UsualWeek.Of(one.Week, one.Hours) : current;
                waiting.Add(new(one.EffectiveOn, week, UsualWeek.Planned(one.Week, one.Hours, week), one.Hours));
            }
        }

        return [.. weeks, new(from, current, planned, weeklyHours), .. waiting];
    }
}

/// <summary>What an amendment did, or will do, to the week.</summary>
internal sealed record AmendedWeek(Guid InternshipId, DateOnly EffectiveOn, int HoursBefore, int Hours, string? WeekBefore, string? Week, string? UsualBefore, int IsApplied)
{
    /// <summary>The columns, from a table called <c>v</c>.</summary>
    public const string Columns = """
        select v.internship_id as InternshipId, v.effective_on as EffectiveOn, v.weekly_hours_before as HoursBefore, v.weekly_hours as Hours, v.week_hours_before as WeekBefore, v.week_hours as Week,
               v.usual_week_before as UsualBefore, case when v.applied_at is null then 0 else 1 end as IsApplied
        from   internships_amendment v
        """;

    public bool ChangesTheWeek => Week != WeekBefore || (Week is null && Hours != HoursBefore);

    public UsualWeek Before => UsualWeek.Read(UsualBefore) ?? UsualWeek.Of(WeekBefore, HoursBefore);
}
