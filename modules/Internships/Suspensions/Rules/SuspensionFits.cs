using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Suspensions.Rules;

/// <summary>A suspension lies inside the internship, does not overlap another, and no hours were worked in it.</summary>
internal static class SuspensionFits
{
    /// <summary>Longer than the longest internship: a mistake in writing, or an internship to be ended.</summary>
    public const int MostMonths = 24;

    /// <exception cref="FieldException">One of them does not hold (422).</exception>
    public static void Check(DateOnly from, DateOnly? to, DateOnly startsOn, DateOnly endsOn, IEnumerable<Span> others, IReadOnlyCollection<DateOnly> worked)
    {
        if (from < startsOn || from > endsOn)
        {
            throw new FieldException("fromOn", "internship.suspension-outside", new Words(
                "Il tirocinio va dal {0:d} al {1:d}: la sospensione comincia in quei giorni.", "The internship runs from {0:d} to {1:d}: a suspension begins on one of those days.").With(startsOn, endsOn));
        }

        if (to < from)
        {
            throw new FieldException("toOn", "internship.suspension-backwards", new("La sospensione finirebbe prima di cominciare: controllare le due date.", "The suspension would end before it begins: check the two dates."));
        }

        if (to >= from.AddMonths(MostMonths))
        {
            throw new FieldException("toOn", "internship.suspension-too-long", new Words(
                "Una sospensione dura al massimo {0} mesi, fino al {1:d}: controllare la data. Se il tirocinio non riprende, va concluso con il suo esito.",
                "A suspension lasts {0} months at most, until {1:d}: check the date. If the internship does not go on, end it with its outcome.").With(MostMonths, from.AddMonths(MostMonths).AddDays(-1)));
        }

        var days = new Span(from, to ?? DateOnly.MaxValue);
        if (others.FirstOrDefault(days.Overlaps) is { } other)
        {
            throw new FieldException("fromOn", "internship.suspension-overlaps", new Words(
                "C'è già una sospensione dal {0:d}: chiudere prima quella, oppure spostare questa.", "There is a suspension from {0:d} already: end that one first, or move this one.").With(other.First));
        }

        if (worked.Count > 0)
        {
            throw new FieldException("fromOn", "internship.suspension-has-hours", new Words(
                "Nel registro ci sono ore in giorni della sospensione, il primo è il {0:d}: togliere le ore oppure spostare le date.",
                "The register has hours on days of the suspension, the first is {0:d}: take the hours out or move the dates.").With(worked.Min()));
        }
    }
}
