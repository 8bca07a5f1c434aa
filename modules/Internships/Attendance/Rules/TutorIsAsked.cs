namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>The tutor is asked for a month that has begun and that still waits for their signature.</summary>
internal static class TutorIsAsked
{
    /// <exception cref="NotFoundException"><c>register.not-found</c>: the internship did not run in that month.</exception>
    /// <exception cref="ConflictException"><c>attendance.closed</c> or <c>attendance.tutor-signed</c> (409).</exception>
    /// <exception cref="RuleBrokenException"><c>attendance.month-to-come</c> (422).</exception>
    public static void Check(RegisterSubject subject, RegisterMonth month, RegisterRow? register, DateOnly today)
    {
        if (!subject.Covers(month))
        {
            throw new NotFoundException("register");
        }

        if (month.First > today || subject.FirstDay > today)
        {
            throw new RuleBrokenException("attendance.month-to-come", new("Il mese deve ancora cominciare: il link si manda da quel giorno.", "The month is still to come: the link is sent from then on."));
        }

        if (register is { State: RegisterState.Closed })
        {
            SignedRegisterStaysAsItIs.Check(RegisterState.Closed);
        }

        if (register?.TutorSignedAt is not null)
        {
            throw new ConflictException("attendance.tutor-signed", new("Il tutor ha già firmato questo mese.", "The tutor has signed this month already."));
        }
    }
}
