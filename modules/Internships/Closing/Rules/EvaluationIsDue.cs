namespace InclusionPlatform.Internships.Closing.Rules;

/// <summary>One evaluates on the way once the internship has begun, and at the end from two weeks before the last day on.</summary>
internal static class EvaluationIsDue
{
    public const int DaysBefore = 14;

    /// <summary>The first day of the evaluation at the end.</summary>
    public static DateOnly FinalFrom(DateOnly startsOn, DateOnly lastDay) => lastDay.AddDays(-DaysBefore) < startsOn ? startsOn : lastDay.AddDays(-DaysBefore);

    /// <exception cref="RuleBrokenException"><c>evaluation.too-early</c> (422).</exception>
    public static void Check(EvaluationStage stage, DateOnly startsOn, DateOnly lastDay, DateOnly today)
    {
        var from = stage is EvaluationStage.Intermediate ? startsOn : FinalFrom(startsOn, lastDay);
        if (today < from)
        {
            throw new RuleBrokenException("evaluation.too-early", new Words("Questa valutazione si fa dal {0:d MMMM yyyy}.", "This evaluation is given from {0:d MMMM yyyy} on.").With(from));
        }
    }
}
