using System.Globalization;

namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>Before it is signed, each usual working day has its hours or its absence: an empty day would be paid or not by chance.</summary>
internal static class WorkingDaysAreFilled
{
    /// <exception cref="RuleBrokenException"><c>attendance.days-empty</c> (422), naming the days.</exception>
    public static void Check(IEnumerable<RegisterDay> days)
    {
        var empty = days.Where(day => day.UsualMinutes > 0 && day.Minutes is null && day.Absence is null).Select(day => day.Day.Day.ToString(CultureInfo.InvariantCulture)).ToArray();
        if (empty.Length > 0)
        {
            throw new RuleBrokenException("attendance.days-empty", new Words(
                "Mancano ore o assenza nei giorni: {0}. Completarli e poi firmare.", "Hours or absence are missing on the days: {0}. Complete them, then sign.").With(string.Join(", ", empty)));
        }
    }
}
