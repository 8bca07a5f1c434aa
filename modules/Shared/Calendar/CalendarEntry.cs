namespace InclusionPlatform.Shared.Calendar;

/// <summary>One entry of somebody's calendar. It travels to calendars outside the platform: nothing about a beneficiary goes into it.</summary>
public sealed record CalendarEntry
{
    /// <summary>The same for the same thing for ever, such as <c>meeting-{id}</c>; unique on the platform.</summary>
    public required string Uid { get; init; }

    /// <summary>What one reads in the calendar.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Grows with each change: the record's version does.</summary>
    public int Sequence { get; init; }

    /// <summary>A whole day; without it the entry has <see cref="Start"/> and <see cref="End"/>.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>When it ends, after its beginning.</summary>
    public DateTimeOffset End { get; init; }

    /// <summary>Where.</summary>
    public string? Location { get; init; }

    /// <summary>Whole address of the page of the platform.</summary>
    public string? Url { get; init; }

    /// <summary>It was called off: calendars that know it show it so.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>A module that has something for people's calendars. Registered as a scoped service; answers only what the person may see.</summary>
public interface ICalendarSource
{
    /// <summary>What lies between two days, both included.</summary>
    /// <param name="user">Whose calendar it is.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<CalendarEntry>> BetweenAsync(ICurrentUser user, DateOnly from, DateOnly to, CancellationToken ct);
}
