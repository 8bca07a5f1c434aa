namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>A part of the day.</summary>
internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// <summary>A day of the week and a part of it.</summary>
/// <param name="Day">Day of the week.</param>
internal sealed record WeekSlot(DayOfWeek Day, DayPart Part);

/// <summary>Days and parts of the day as one column keeps them: <c>monday.morning friday.evening</c>.</summary>
internal static class WeekSlots
{
    /// <summary>Seven days of four parts.</summary>
    public const int Most = 28;

    public static string? Write(IReadOnlyList<WeekSlot>? slots) => slots is null or { Count: 0 } ? null : string.Join(
        ' ', slots.Distinct().OrderBy(slot => ((int)slot.Day + 6) % 7).ThenBy(slot => slot.Part).Select(slot => $"{slot.Day.Code()}.{slot.Part.Code()}"));

    public static IReadOnlyList<WeekSlot> Read(string? kept) => kept is null
        ? []
        : [.. kept.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slot => slot.Split('.')).Select(parts => new WeekSlot(
            Enum.Parse<DayOfWeek>(parts[0], ignoreCase: true), Enum.Parse<DayPart>(parts[1], ignoreCase: true)))];
}
