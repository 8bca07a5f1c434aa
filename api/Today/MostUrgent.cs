namespace InclusionPlatform.Api.Today;

/// <summary>Chooses the tasks that the home page shows; its counters know of all.</summary>
internal static class MostUrgent
{
    /// <summary>How many are shown.</summary>
    public const int Tasks = 40;

    // What is late waits already; what today asks at its hour is lost tomorrow.
    private const int MostKeptForToday = Tasks / 2;

    /// <summary>The late ones first, but never so many that nothing of today is seen.</summary>
    public static IReadOnlyList<DueTask> Of(IEnumerable<DueTask> tasks)
    {
        var byUrgency = tasks.OrderBy(task => task.DueOn ?? DateOnly.MaxValue).ThenBy(task => task.Subject, StringComparer.CurrentCulture).ToLookup(task => task.Urgency);
        var keptForToday = Math.Min(byUrgency[Urgency.Today].Count(), MostKeptForToday);
        return [.. byUrgency[Urgency.Late].Take(Tasks - keptForToday).Concat(byUrgency[Urgency.Today]).Concat(byUrgency[Urgency.Week]).Take(Tasks)];
    }
}
