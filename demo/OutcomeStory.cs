using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Outcomes;

namespace InclusionPlatform.Demo;

/// <summary>How cases ended and what people told when they were heard again. It rolls no dice of its own, so that the rest of the year stays as it is.</summary>
internal static class OutcomeStory
{
    private static readonly OutcomeDetails Nothing = new(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>What is known of the outcome.</summary>
    public static OutcomeDetails? DetailsOf(CaseOutcome outcome, DemoPerson person, DateOnly closing) => outcome switch
    {
        CaseOutcome.Employed when person.Facts.BirthDate.Day % 3 == 0 => Nothing with
        {
            Contract = EmploymentContract.OpenEnded, StartsOn = closing.AddDays(-5), WeeklyHours = 30, Sector = "logistics", Employer = "Magazzini Esempio srl",
        },
        CaseOutcome.Employed => Nothing with
        {
            Contract = EmploymentContract.FixedTerm, StartsOn = closing.AddDays(-5), EndsOn = closing.AddMonths(6).AddDays(-6), WeeklyHours = 24, Sector = "catering", Employer = "Osteria di Prova srl",
        },
        CaseOutcome.Training => Nothing with { Training = TrainingPath.VocationalCourse, TrainingTitle = "Corso di aiuto cuoco" },
        CaseOutcome.DroppedOut => Nothing with { DropOutReason = person.Facts.BirthDate.Day % 2 == 0 ? DropOutReason.NoContact : DropOutReason.MovedAway },
        _ => null,
    };

    /// <summary>Both contacts are made on their day.</summary>
    public static void HearAgain(DemoStage stage, DemoPerson person, DateOnly closing, CaseOutcome outcome)
    {
        Hear(stage, person, FollowUpKind.Days28, closing.AddDays(28), outcome);
        Hear(stage, person, FollowUpKind.Months6, closing.AddMonths(6), outcome);
    }

    private static void Hear(DemoStage stage, DemoPerson person, FollowUpKind kind, DateOnly day, CaseOutcome outcome) => stage.On(day, 15, async () =>
    {
        var planned = (await stage.SendAsync(person.Educator, new GetOutcomes(person.CaseId))).Closures[0].FollowUps.Single(one => one.Kind == kind);
        var works = outcome is CaseOutcome.Employed && (kind is FollowUpKind.Days28 || person.Facts.BirthDate.Day % 3 == 0);
        var gone = outcome is CaseOutcome.DroppedOut;
        await stage.SendAsync(person.Educator, new RecordFollowUp(
            person.CaseId, planned.Id, planned.Version, gone ? FollowUpOutcome.Unreachable : FollowUpOutcome.Reached, day,
            gone ? null : works ? FollowUpSituation.Employed : outcome is CaseOutcome.Training && kind is FollowUpKind.Days28 ? FollowUpSituation.Training : FollowUpSituation.JobSearching,
            gone ? null : works, null, null));
    });
}
