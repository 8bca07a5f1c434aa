using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Days on which Italian banks execute transfers: neither weekends nor public holidays, nor the other closing days of the European system (Good Friday).</summary>
internal static class BankingDays
{
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Holidays.Of(day, null) is null && day != Holidays.EasterOf(day.Year).AddDays(-2);

    /// <summary>The next one.</summary>
    public static DateOnly After(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!Is(day));

        return day;
    }
}
