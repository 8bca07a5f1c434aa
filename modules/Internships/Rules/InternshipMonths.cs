namespace InclusionPlatform.Internships.Rules;

/// <summary>Months as the civil code counts them (art. 2963): to the day before the corresponding one, or to the month's last where it has no such day.</summary>
internal static class InternshipMonths
{
    /// <summary>The last day of a span of whole months that begins on a day.</summary>
    public static DateOnly LastDay(DateOnly start, int months)
    {
        var month = new DateOnly(start.Year, start.Month, 1).AddMonths(months);
        var endOfMonth = month.AddMonths(1).AddDays(-1);
        return start.Day == 1 ? month.AddDays(-1) : month.AddDays(Math.Min(start.Day - 1, endOfMonth.Day) - 1);
    }

    /// <summary>How many months have begun between the two days, both included.</summary>
    public static int Begun(DateOnly start, DateOnly end)
    {
        var months = Math.Max(1, (end.Year - start.Year) * 12 + end.Month - start.Month);
        while (months > 1 && end <= LastDay(start, months - 1))
        {
            months--;
        }

        while (end > LastDay(start, months))
        {
            months++;
        }

        return months;
    }
}
