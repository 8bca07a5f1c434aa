namespace InclusionPlatform.Internships.Closing.Rules;

/// <summary>
/// Of an internship of two months or more an evaluation is awaited halfway; of every one at the end, from two weeks before the last day until a month after it. What was not evaluated halfway is
/// not asked for any more once the end is near.
/// </summary>
internal static class EvaluationIsAwaited
{
    /// <summary>Shorter ones are evaluated at the end only.</summary>
    public const int ShortestDays = 60;

    /// <summary>Days within which an awaited evaluation is given.</summary>
    public const int DaysToGive = 14;

    /// <summary>Days after the end on which nobody is asked any more.</summary>
    public const int DaysAfter = 30;

    /// <summary>The evaluation that is awaited today, if one is.</summary>
    public static EvaluationStage? Of(InternshipState state, DateOnly startsOn, DateOnly lastDay, DateOnly today)
    {
        if (state is InternshipState.Proposed or InternshipState.Cancelled || today < startsOn || today > lastDay.AddDays(DaysAfter))
        {
            return null;
        }

        if (today >= From(EvaluationStage.Final, startsOn, lastDay))
        {
            return EvaluationStage.Final;
        }

        return state is InternshipState.Active && AsksHalfway(startsOn, lastDay) && today >= From(EvaluationStage.Intermediate, startsOn, lastDay) ? EvaluationStage.Intermediate : null;
    }

    /// <summary>Whether the internship is long enough for an evaluation on the way.</summary>
    public static bool AsksHalfway(DateOnly startsOn, DateOnly lastDay) => lastDay.DayNumber - startsOn.DayNumber + 1 >= ShortestDays;

    /// <summary>The first day on which it is awaited.</summary>
    public static DateOnly From(EvaluationStage stage, DateOnly startsOn, DateOnly lastDay) => stage is EvaluationStage.Intermediate
        ? startsOn.AddDays((lastDay.DayNumber - startsOn.DayNumber) / 2)
        : EvaluationIsDue.FinalFrom(startsOn, lastDay);

    /// <summary>The day by which it is given; after it, it is late.</summary>
    public static DateOnly By(EvaluationStage stage, DateOnly startsOn, DateOnly lastDay) => stage is EvaluationStage.Intermediate
        ? From(stage, startsOn, lastDay).AddDays(DaysToGive)
        : lastDay;
}
