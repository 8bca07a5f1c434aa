namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>The intern is asked to sign a month that is over and written to the end, and that they have not signed.</summary>
internal static class InternIsAsked
{
    /// <exception cref="ConflictException"><c>attendance.closed</c> or <c>attendance.intern-signed</c> (409).</exception>
    /// <exception cref="RuleBrokenException">The month is not over, or days are empty (422).</exception>
    public static void Check(RegisterSubject subject, RegisterMonth month, RegisterSheet sheet, DateOnly today)
    {
        SignedRegisterStaysAsItIs.Check(sheet.State is RegisterState.Closed ? RegisterState.Closed : RegisterState.Open);
        if (sheet.Intern is not null)
        {
            throw new ConflictException("attendance.intern-signed", new("La persona ha già firmato questo mese.", "The intern has signed this month already."));
        }

        MonthIsOver.Check(subject, month, today);
        if (sheet.State is RegisterState.Open)
        {
            WorkingDaysAreFilled.Check(sheet.Days);
        }
    }
}
