namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>When somebody is told of a communication that is due: two days before its last day, and when that day has passed.</summary>
internal static class CommunicationReminders
{
    private const int DaysBefore = 2, LongestDays = 90;

    /// <summary>What is older is on the lists, but nobody is written to about it.</summary>
    public static DateOnly Since(DateOnly today) => today.AddDays(-LongestDays);

    /// <summary>The step that the day has reached, if one is.</summary>
    public static int? Reached(DateOnly dueOn, DateOnly today) => today > dueOn ? 2 : today >= dueOn.AddDays(-DaysBefore) ? 1 : null;
}
