using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Monitoring.Rules;

/// <summary>The first visit is due within some days of the start, then one every so many days; while the internship rests it waits until the day after.</summary>
internal static class VisitIsDue
{
    /// <returns>Null when the internship ends before, or rests for a time that is not known.</returns>
    public static DateOnly? On(VisitKind kind, DateOnly startsOn, DateOnly endsOn, DateOnly? lastOn, Rhythm rhythm, IReadOnlyList<Span> suspended)
    {
        var (first, every) = kind is VisitKind.Visit ? (rhythm.FirstVisitDays, rhythm.VisitEveryDays) : (rhythm.FirstInterviewDays, rhythm.InterviewEveryDays);
        var due = lastOn is { } last ? last.AddDays(every) : startsOn.AddDays(first);
        foreach (var rest in suspended.OrderBy(span => span.First))
        {
            if (rest.First <= due && due <= rest.Last)
            {
                if (rest.Last >= Suspensions.SuspensionBook.Ever)
                {
                    return null;
                }

                due = rest.Last.AddDays(1);
            }
        }

        return due > endsOn ? null : due;
    }
}
