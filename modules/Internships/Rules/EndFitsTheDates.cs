namespace InclusionPlatform.Internships.Rules;

/// <summary>An internship ends between its first and its last day, and what is said of its end agrees with the day.</summary>
internal static class EndFitsTheDates
{
    /// <summary>A job that is found later than this did not come of the internship.</summary>
    public const int MostYears = 1;

    /// <exception cref="FieldException">One of the days does not hold.</exception>
    public static void Check(DateOnly endedOn, Outcome outcome, DateOnly startsOn, DateOnly endsOn, DateOnly? hiredOn = null)
    {
        if (endedOn < startsOn || endedOn > endsOn)
        {
            throw new FieldException("endedOn", "internship.end-outside-dates", new Words(
                "L'ultimo giorno è tra il {0:d} e il {1:d}.", "The last day is between {0:d} and {1:d}.").With(startsOn, endsOn));
        }

        if (outcome is Outcome.CompletedNoJob && endedOn < endsOn)
        {
            throw new FieldException("outcome", "internship.not-completed", new Words(
                "Il tirocinio doveva finire il {0:d}: se è finito prima, indicare chi l'ha interrotto oppure il lavoro trovato.",
                "The internship was to end on {0:d}: if it ended before, say who interrupted it, or which job was found.").With(endsOn));
        }

        if (outcome is Outcome.InterruptedByPerson or Outcome.InterruptedByHost or Outcome.InterruptedByService && endedOn == endsOn)
        {
            throw new FieldException("outcome", "internship.not-interrupted", new(
                "Il tirocinio è arrivato all'ultimo giorno: non è un'interruzione. Scegliere l'esito corrispondente.",
                "The internship reached its last day: it was not interrupted. Choose the matching outcome."));
        }

        if (hiredOn < startsOn)
        {
            throw new FieldException("hiredOn", "internship.hired-before-start", new Words(
                "Il tirocinio è cominciato il {0:d}: l'assunzione viene dopo. Controllare la data.", "The internship began on {0:d}: hiring comes later. Check the date.").With(startsOn));
        }

        if (hiredOn > endedOn.AddYears(MostYears))
        {
            throw new FieldException("hiredOn", "internship.hired-too-late", new Words(
                "Il tirocinio è finito il {0:d}: come suo esito conta un'assunzione entro un anno. Controllare la data.",
                "The internship ended on {0:d}: a hiring within a year counts as its outcome. Check the date.").With(endedOn));
        }
    }
}
