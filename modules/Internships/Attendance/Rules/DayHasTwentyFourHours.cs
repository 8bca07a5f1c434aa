namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>A day has twenty-four hours, and none below zero.</summary>
internal sealed class DayHasTwentyFourHours : IDayRule
{
    public const int MostMinutes = 24 * 60;

    public BrokenRule? Check(WrittenDay day, DayFacts facts) => day.Minutes is null or (>= 0 and <= MostMinutes) ? null
        : new("attendance.day-hours", new Words(
            "{0:d MMMM yyyy}: le ore di un giorno vanno da 0 a 24. Correggerle.",
            "{0:d MMMM yyyy}: the hours of a day are between 0 and 24. Correct them.").With(day.Day), null);
}
