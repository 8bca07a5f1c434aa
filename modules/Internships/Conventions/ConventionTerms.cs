namespace InclusionPlatform.Internships.Conventions;

/// <summary>Where a convention stands.</summary>
internal enum ConventionState
{
    Draft,
    Sent,
    Signed,

    /// <summary>Signed, and its last day has passed. Never stored: the day says it.</summary>
    Expired,
}

/// <summary>What is due of conventions.</summary>
internal enum ConventionDue
{
    /// <summary>It ends within sixty days, or ended under internships that go on, and no signed convention takes its place.</summary>
    Expiring,
}

/// <summary>When people are reminded.</summary>
internal static class ConventionReminders
{
    /// <summary>Days before the end from which it shows as due.</summary>
    public const int Ahead = 60;

    /// <summary>Days before the end at which people are told; each once.</summary>
    public static readonly IReadOnlyList<int> Thresholds = [Ahead, 15];

    /// <summary>The threshold that was reached, or null while there is time.</summary>
    public static int? Reached(DateOnly validTo, DateOnly today)
    {
        var left = validTo.DayNumber - today.DayNumber;
        return Thresholds.Where(days => left <= days).Select(days => (int?)days).Min();
    }
}
