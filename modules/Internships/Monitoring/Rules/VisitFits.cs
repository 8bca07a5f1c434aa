namespace InclusionPlatform.Internships.Monitoring.Rules;

/// <summary>A visit or exchange is of a day that has come, on which the internship ran or was about to.</summary>
internal static class VisitFits
{
    /// <exception cref="FieldException"><c>visit.in-the-future</c> or <c>visit.outside</c> (422).</exception>
    public static void Check(DateOnly on, DateOnly startsOn, DateOnly lastDay, DateOnly today)
    {
        if (on > today)
        {
            throw new FieldException("heldOn", "visit.in-the-future", new("Questo giorno deve ancora venire.", "This day is still to come."));
        }

        // Before the start one may meet already; after the end the last exchanges are still of the internship.
        if (on < startsOn.AddDays(-Around) || on > lastDay.AddDays(Around))
        {
            throw new FieldException("heldOn", "visit.outside", new Words(
                "Il tirocinio va dal {0:d} al {1:d}: controllare il giorno.", "The internship runs from {0:d} to {1:d}: check the day.").With(startsOn, lastDay));
        }
    }

    private const int Around = 30;
}
