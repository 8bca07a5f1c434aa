namespace InclusionPlatform.Beneficiaries.Caseload.Rules;

/// <summary>
/// An open case for which nothing was found in sixty days: no internship runs and there is no place in a course. Unlike a stalled case people may well be at work on it; it is
/// what the équipe looks at together.
/// </summary>
internal static class CaseHasNoSolution
{
    public const int AfterDays = 60;

    public static bool Holds(DateOnly openedOn, int openInternships, DateOnly? courseUntil, DateOnly today) =>
        openInternships == 0 && (courseUntil is null || courseUntil < today) && openedOn < today.AddDays(-AfterDays);
}
