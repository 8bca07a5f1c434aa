using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Monitoring.Rules;

/// <summary>A day of a register as the alerts look at it.</summary>
internal sealed record SeenDay(DateOnly Day, int? Minutes, Absence? Absence);

/// <summary>So many working days of absence one after the other, up to the last day that is written. Closures and holidays of the host are nobody's absence and do not interrupt.</summary>
internal static class AbsencesInARow
{
    public static MonitoringAlert? Of(IEnumerable<SeenDay> days, int many)
    {
        var row = 0;
        DateOnly? since = null;
        foreach (var day in days.OrderByDescending(day => day.Day))
        {
            if (day.Absence is Absence.Closure or Absence.Holiday || (day.Absence is null && day.Minutes is null or 0))
            {
                continue;
            }

            if (day.Absence is null)
            {
                break;
            }

            (row, since) = (row + 1, day.Day);
        }

        return row >= many ? new(AlertKind.AbsencesInARow, row, since!.Value) : null;
    }
}

/// <summary>Nobody of the service has seen the intern for so many days, the days of a suspension left out.</summary>
internal static class NobodyVisited
{
    public static MonitoringAlert? Of(DateOnly startsOn, DateOnly? lastOn, DateOnly today, int many, IReadOnlyList<Span> suspended)
    {
        var since = lastOn ?? startsOn;
        var resting = suspended.Sum(span =>
        {
            var (first, last) = (span.First > since ? span.First : since.AddDays(1), span.Last < today ? span.Last : today);
            return last < first ? 0 : last.DayNumber - first.DayNumber + 1;
        });
        var days = today.DayNumber - since.DayNumber - resting;
        return days >= many ? new(AlertKind.NoVisit, days, since) : null;
    }
}

/// <summary>The hours of a month that is written to its end are far from those of the plan.</summary>
internal static class HoursAreFar
{
    private const int Whole = 100;

    public static MonitoringAlert? Of(DateOnly month, int worked, int planned, int gapPercent)
    {
        if (planned <= 0)
        {
            return null;
        }

        var percent = (int)Math.Round(worked * (decimal)Whole / planned, MidpointRounding.AwayFromZero);
        return Math.Abs(percent - Whole) > gapPercent ? new(AlertKind.HoursFarFromPlan, percent, month) : null;
    }
}
