namespace InclusionPlatform.Shared;

/// <summary>Days are Italian days, whatever the server's time zone.</summary>
public static class ItalianTime
{
    /// <summary>Europe/Rome.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Today in Italy.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().InItaly();

    /// <summary>The Italian day of an instant.</summary>
    public static DateOnly InItaly(this DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which an Italian day begins.</summary>
    public static DateTimeOffset StartInItaly(this DateOnly day) => AtInItaly(day, TimeOnly.MinValue);

    /// <summary>The instant at which an Italian day is over. Of the last day that can be written it is the last instant: a filter may ask for it.</summary>
    public static DateTimeOffset EndInItaly(this DateOnly day) => day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : day.AddDays(1).StartInItaly();

    /// <summary>The instant of an Italian day and wall-clock time. The first day that can be written begins before there are instants: of it, the first one.</summary>
    public static DateTimeOffset AtInItaly(this DateOnly day, TimeOnly time)
    {
        if (day == DateOnly.MinValue)
        {
            return DateTimeOffset.MinValue;
        }

        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
