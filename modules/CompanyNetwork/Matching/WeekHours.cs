using InclusionPlatform.CompanyNetwork.Contracts;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>Arithmetic of hours of the week; windows that touch or overlap count once.</summary>
internal static class WeekHours
{
    /// <summary>Minutes of these windows.</summary>
    public static int Minutes(IEnumerable<TimeWindow> windows) => windows.GroupBy(window => window.Day).Sum(day => Merged(day).Sum(span => span.To - span.From));

    /// <summary>Minutes of the first that are not in the second.</summary>
    public static int FreeMinutes(IReadOnlyList<TimeWindow> work, IReadOnlyList<TimeWindow> unavailable)
    {
        var taken = unavailable.GroupBy(window => window.Day).ToDictionary(day => day.Key, day => Merged(day).ToArray());
        return work.GroupBy(window => window.Day).Sum(day => Merged(day).Sum(span =>
            span.To - span.From - (taken.GetValueOrDefault(day.Key) ?? []).Sum(off => Math.Max(0, Math.Min(span.To, off.To) - Math.Max(span.From, off.From)))));
    }

    private static List<(int From, int To)> Merged(IEnumerable<TimeWindow> windows)
    {
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in windows.Select(window => (From: MinuteOf(window.From), To: MinuteOf(window.To))).Where(span => span.To > span.From).OrderBy(span => span.From))
        {
            if (merged.Count > 0 && from <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return merged;
    }

    private static int MinuteOf(TimeOnly time) => (time.Hour * 60) + time.Minute;
}
