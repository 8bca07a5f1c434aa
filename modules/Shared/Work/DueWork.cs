namespace InclusionPlatform.Shared;

/// <summary>When due work is due.</summary>
public enum Urgency
{
    /// <summary>Its day has passed.</summary>
    Late,

    /// <summary>Today.</summary>
    Today,

    /// <summary>Within seven days.</summary>
    Week,
}

/// <summary>One thing to do, for the home of whoever must do it.</summary>
/// <param name="Kind">Stable code, such as <c>internship.ends-soon</c>; the client has its sentence.</param>
/// <param name="Subject">What it is about, as shown to this user: a person's or company's name.</param>
/// <param name="Detail">A second line, or null.</param>
/// <param name="DueOn">The day.</param>
/// <param name="Urgency">How it stands against today.</param>
/// <param name="Link">Page of the client, such as <c>/internships/{id}</c>.</param>
public sealed record DueTask(string Kind, string Subject, string? Detail, DateOnly? DueOn, Urgency Urgency, string Link);

/// <summary>How many things of a kind are due.</summary>
/// <param name="Kind">Stable code; the client has its sentence.</param>
/// <param name="Count">How many.</param>
/// <param name="Urgency">The worst among them.</param>
/// <param name="Link">The filtered list of exactly these.</param>
/// <param name="Area">The entry of the navigation that shows it: <c>beneficiaries</c>, <c>companies</c>, <c>internships</c>, <c>training</c>, <c>bulletin</c>.</param>
public sealed record DueCounter(string Kind, int Count, Urgency Urgency, string Link, string Area);

/// <summary>What of a module is due for a user.</summary>
/// <param name="Tasks">The most urgent ones, at most twenty.</param>
/// <param name="Counters">Counts, without zeros.</param>
public sealed record DueWork(IReadOnlyList<DueTask> Tasks, IReadOnlyList<DueCounter> Counters)
{
    /// <summary>Nothing is due.</summary>
    public static DueWork None { get; } = new([], []);
}

/// <summary>A module that has work for the home page. Registered as a scoped service; answers only what the user may see and do.</summary>
public interface IDueWorkSource
{
    /// <summary>What is due.</summary>
    Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct);
}

/// <summary>Something found by the global search.</summary>
/// <param name="Kind">Kind of record, such as <c>company</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Detail">A second line.</param>
/// <param name="Link">Page of the client.</param>
public sealed record Found(string Kind, string Title, string? Detail, string Link);

/// <summary>The best few that were found, and whether there are others behind them.</summary>
/// <param name="Items">The best few.</param>
/// <param name="More">Others match too, and are not among them.</param>
public sealed record FoundFew(IReadOnlyList<Found> Items, bool More)
{
    /// <summary>Nothing was found, or nothing may be.</summary>
    public static FoundFew None { get; } = new([], false);

    /// <summary>Keeps the best few of records of which one more was read.</summary>
    /// <param name="read">At most one more than are kept.</param>
    /// <param name="most">How many are kept at the most.</param>
    /// <param name="show">What is told of a record; asked only for those that are kept.</param>
    public static FoundFew Of<T>(IReadOnlyList<T> read, int most, Func<T, Found> show) => new([.. read.Take(most).Select(show)], read.Count > most);

    /// <summary>These and others, of another kind.</summary>
    public FoundFew And(FoundFew others) => new([.. Items, .. others.Items], More || others.More);
}

/// <summary>A module whose records the global search finds. Registered as a scoped service; answers only what the user may see.</summary>
public interface ISearchSource
{
    /// <summary>The best few.</summary>
    /// <param name="user">Who searches.</param>
    /// <param name="text">As typed.</param>
    /// <param name="most">How many of each kind at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<FoundFew> FindAsync(ICurrentUser user, string text, int most, CancellationToken ct);
}
