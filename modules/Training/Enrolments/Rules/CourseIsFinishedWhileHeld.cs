using InclusionPlatform.Training.Editions;

namespace InclusionPlatform.Training.Enrolments.Rules;

/// <summary>Nobody finishes a course before it is held.</summary>
internal static class CourseIsFinishedWhileHeld
{
    /// <exception cref="RuleBrokenException"><c>edition.not-running</c></exception>
    public static void Check(EditionState state)
    {
        if (state is not (EditionState.Running or EditionState.Ended))
        {
            throw new RuleBrokenException("edition.not-running", new(
                "Il corso si conclude quando l'edizione è in corso o finita: aggiornare prima lo stato dell'edizione.",
                "A course is finished while the edition is running or over: update the edition's state first."));
        }
    }
}
