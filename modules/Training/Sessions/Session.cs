using System.Globalization;

namespace InclusionPlatform.Training.Sessions;

/// <summary>What became of a lesson.</summary>
internal enum SessionState
{
    /// <summary>To be held, or held and nobody wrote yet who was there.</summary>
    Planned,

    /// <summary>Held: its minutes count.</summary>
    Held,

    /// <summary>Not held.</summary>
    Cancelled,
}

/// <summary>A lesson.</summary>
/// <param name="Id">The lesson.</param>
/// <param name="Day">When.</param>
/// <param name="From">Hour of its beginning, <c>HH:mm</c>.</param>
/// <param name="To">Hour of its end, <c>HH:mm</c>.</param>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="State">What became of it.</param>
/// <param name="AttendanceAt">When somebody wrote who was there, or null.</param>
/// <param name="Present">How many were there.</param>
internal sealed record Session(Guid Id, DateOnly Day, string From, string To, int Minutes, string? Topic, SessionState State, DateTimeOffset? AttendanceAt, int Present);

/// <summary>Hours of the day, as people write them and as they are stored.</summary>
internal static class TimeOfDay
{
    public static bool TryParse(string? text, out int minute)
    {
        var read = TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        minute = read ? (time.Hour * 60) + time.Minute : 0;
        return read;
    }

    public static int Parse(string text) => TryParse(text, out var minute) ? minute : throw new FormatException("not an hour of the day");

    public static string Write(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
