namespace InclusionPlatform.Internships.Rules;

/// <summary>Hours by weekday can be read: each begins before it ends, and none lies over another.</summary>
internal static class WeekHoursAreSound
{
    /// <summary>Three stretches for each day.</summary>
    public const int Most = 21;

    public static bool Holds(DayHours? hours) => hours is not null && Enum.IsDefined(hours.Day) && hours.From < hours.To && hours.From.Second == 0 && hours.To.Second == 0;

    public static bool Overlap(IReadOnlyList<DayHours> hours) =>
        hours.All(Holds) && hours.Where((one, at) => hours.Skip(at + 1).Any(one.Clashes)).Any();
}
