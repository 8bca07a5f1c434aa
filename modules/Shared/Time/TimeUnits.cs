namespace InclusionPlatform.Shared;

/// <summary>What hours and minutes are to each other: hours are agreed, minutes are kept.</summary>
public static class TimeUnits
{
    /// <summary>Sixty.</summary>
    public const int MinutesInAnHour = 60;
}
