namespace InclusionPlatform.Internships.Closing.Rules;

/// <summary>Who was hired has a contract from a day on; the company is asked of internships that are over.</summary>
internal static class HiringFits
{
    /// <summary>Days after the end on which the company is asked.</summary>
    public const int AskAfterDays = 30;

    /// <exception cref="ConflictException"><c>internship.not-over</c> (409).</exception>
    /// <exception cref="FieldException"><c>hiring.before</c> or <c>hiring.until</c> (422).</exception>
    public static void Check(InternshipState state, DateOnly startsOn, DateOnly? hiredOn, DateOnly? untilOn)
    {
        if (state is not (InternshipState.Ended or InternshipState.EndedEarly))
        {
            throw new ConflictException("internship.not-over", new("Il tirocinio non è ancora concluso.", "The internship is not over yet."));
        }

        if (hiredOn < startsOn)
        {
            throw new FieldException("hiredOn", "hiring.before", new Words("Il tirocinio è cominciato il {0:d}: l'assunzione viene dopo.", "The internship began on {0:d}: hiring comes later.").With(startsOn));
        }

        if (untilOn < hiredOn)
        {
            throw new FieldException("untilOn", "hiring.until", new("Il contratto finisce dopo il giorno dell'assunzione.", "The contract ends after the day of hiring."));
        }
    }
}
