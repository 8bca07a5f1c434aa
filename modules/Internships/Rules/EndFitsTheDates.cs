namespace InclusionPlatform.Internships.Rules;

/// <summary>An internship ends between its first and its last day, and what is said of its end agrees with the day.</summary>
internal static class EndFitsTheDates
{
    /// <exception cref="FieldException">One of the two does not hold.</exception>
    public static void Check(DateOnly endedOn, Outcome outcome, DateOnly startsOn, DateOnly endsOn)
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
    }
}
