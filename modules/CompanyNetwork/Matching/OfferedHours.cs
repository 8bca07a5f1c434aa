using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>The days and parts of the day that a company gives, as hours that can be compared with those in which somebody is not available.</summary>
internal static class OfferedHours
{
    /// <summary>Of each part its usual hours.</summary>
    public static IReadOnlyList<TimeWindow> Of(IReadOnlyList<WeekSlot> slots) => [.. slots.SelectMany(Of)];

    private static TimeWindow[] Of(WeekSlot slot) => slot.Part switch
    {
        DayPart.Morning => [new(slot.Day, new(8, 0), new(13, 0))],
        DayPart.Afternoon => [new(slot.Day, new(13, 0), new(18, 0))],
        DayPart.Evening => [new(slot.Day, new(18, 0), new(22, 0))],
        _ => [new(slot.Day, new(0, 0), new(6, 0)), new(slot.Day, new(22, 0), new(23, 59))],
    };
}
