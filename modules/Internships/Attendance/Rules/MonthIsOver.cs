namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>A register is signed from the last day of its month, or of the internship, on.</summary>
internal static class MonthIsOver
{
    public static DateOnly LastDay(RegisterSubject subject, RegisterMonth month) => subject.LastDay < month.Last ? subject.LastDay : month.Last;

    public static bool Holds(RegisterSubject subject, RegisterMonth month, DateOnly today) => today >= LastDay(subject, month);

    /// <exception cref="RuleBrokenException"><c>attendance.month-running</c> (422).</exception>
    public static void Check(RegisterSubject subject, RegisterMonth month, DateOnly today)
    {
        if (!Holds(subject, month, today))
        {
            throw new RuleBrokenException("attendance.month-running", new Words(
                "Il mese non è finito: il registro si firma dal {0:d MMMM yyyy}.", "The month is not over: the register is signed from {0:d MMMM yyyy} on.").With(LastDay(subject, month)));
        }
    }
}
