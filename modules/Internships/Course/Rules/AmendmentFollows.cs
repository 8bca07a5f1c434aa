namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>Amendments follow one another: each begins within the internship, not before the one that was recorded last, and one at a time waits for its day.</summary>
internal static class AmendmentFollows
{
    /// <exception cref="FieldException"><c>internship.amendment-outside</c> or <c>internship.amendment-before-last</c> (422).</exception>
    /// <exception cref="ConflictException"><c>internship.amendment-waits</c> (409).</exception>
    public static void Check(DateOnly startsOn, DateOnly endsOn, DateOnly effectiveOn, DateOnly? lastOn, DateOnly? waitingOn)
    {
        if (effectiveOn < startsOn || effectiveOn > endsOn)
        {
            throw new FieldException("effectiveOn", "internship.amendment-outside", new Words(
                "Il tirocinio va dal {0:d} al {1:d}: la modifica comincia in quei giorni.", "The internship runs from {0:d} to {1:d}: an amendment begins on one of those days.").With(startsOn, endsOn));
        }

        if (waitingOn is { } day)
        {
            throw new ConflictException("internship.amendment-waits", new Words(
                "C'è già una modifica che comincia il {0:d}: attendere quel giorno, oppure ritirarla e registrarle insieme.",
                "An amendment already begins on {0:d}: wait for that day, or withdraw it and record both together.").With(day));
        }

        if (effectiveOn < lastOn)
        {
            throw new FieldException("effectiveOn", "internship.amendment-before-last", new Words(
                "L'ultima modifica vale dal {0:d}: una nuova comincia quel giorno o dopo.", "The last amendment holds since {0:d}: a new one begins on that day or later.").With(lastOn));
        }
    }
}
