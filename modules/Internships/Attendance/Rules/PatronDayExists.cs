namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>The patron saint falls on a day of the calendar.</summary>
internal static class PatronDayExists
{
    private const int LeapYear = 2024;

    public static bool Holds(int? month, int? day) => (month, day) switch
    {
        (null, null) => true,
        ({ } known, { } on) => known is >= 1 and <= 12 && on >= 1 && on <= DateTime.DaysInMonth(LeapYear, known),
        _ => false,
    };
}
