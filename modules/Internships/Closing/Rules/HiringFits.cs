using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Closing.Rules;

/// <summary>Who was hired has a contract from a day on; the company is asked of internships that are over.</summary>
internal static class HiringFits
{
    /// <summary>Days after the end on which the company is asked.</summary>
    public const int AskAfterDays = 30;

    /// <exception cref="ConflictException"><c>internship.not-over</c> (409).</exception>
    /// <exception cref="FieldException"><c>hiring.before</c>, <c>hiring.future</c>, <c>hiring.too-late</c> or <c>hiring.until</c> (422).</exception>
    public static void Check(InternshipState state, DateOnly endedOn, DateOnly? hiredOn, DateOnly? untilOn, DateOnly today)
    {
        if (state is not (InternshipState.Ended or InternshipState.EndedEarly))
        {
            throw new ConflictException("internship.not-over", new("Il tirocinio non è ancora concluso.", "The internship is not over yet."));
        }

        if (hiredOn < endedOn)
        {
            throw new FieldException("hiredOn", "hiring.before", new Words(
                "Il tirocinio è finito il {0:d}: l'assunzione comincia quel giorno o dopo. Controllare la data.", "The internship ended on {0:d}: hiring begins on that day or later. Check the date.").With(endedOn));
        }

        if (hiredOn > today)
        {
            throw new FieldException("hiredOn", "hiring.future", new(
                "Questo giorno deve ancora venire: fino ad allora rispondere che non si sa ancora, e registrare l'assunzione quando è avvenuta.",
                "This day is still to come: until then answer that it is not known yet, and record the hiring when it has happened."));
        }

        if (hiredOn > endedOn.AddYears(EndFitsTheDates.MostYears))
        {
            throw new FieldException("hiredOn", "hiring.too-late", new Words(
                "Il tirocinio è finito il {0:d}: come suo esito conta un'assunzione entro un anno, fino al {1:d}. Controllare la data.",
                "The internship ended on {0:d}: a hiring within a year, until {1:d}, counts as its outcome. Check the date.").With(endedOn, endedOn.AddYears(EndFitsTheDates.MostYears)));
        }

        if (untilOn < hiredOn)
        {
            throw new FieldException("untilOn", "hiring.until", new("Il contratto finisce dopo il giorno dell'assunzione.", "The contract ends after the day of hiring."));
        }
    }
}
