namespace InclusionPlatform.Beneficiaries.Caseload.Rules;

/// <summary>What somebody has to do for a case, the most binding first.</summary>
internal enum StepKind
{
    /// <summary>Meet the person; once the day is over, say how it went.</summary>
    Appointment,

    /// <summary>A plan waits for signatures.</summary>
    SignPlan,

    /// <summary>An assessment waits for signatures.</summary>
    SignAssessment,

    /// <summary>Look at the plan together.</summary>
    ReviewPlan,

    /// <summary>An internship comes to its end.</summary>
    InternshipEnds,

    /// <summary>There is no plan yet.</summary>
    MakePlan,

    /// <summary>Hear the person, before the case stands still.</summary>
    Contact,

    /// <summary>Hear the person after the end.</summary>
    FollowUp,
}

/// <summary>A step and its day.</summary>
internal sealed record CaseStep(StepKind Kind, DateOnly DueOn);

/// <summary>The facts that decide what is to be done for a case. Days of what is not there are null.</summary>
internal sealed record StepFacts(
    DateOnly OpenedOn, bool IsOpen, DateOnly LastActivityOn, bool InternshipRuns, DateOnly? InternshipEndsOn, DateOnly? AppointmentOn, DateOnly? PlanAskedOn, DateOnly? AssessmentAskedOn,
    DateOnly? ReviewOn, bool HasPlan, DateOnly? FollowUpOn);

/// <summary>
/// What is to be done for a case and by when. Each step has a day that facts decide and the calendar does not move, so that what was reckoned yesterday holds today: whether
/// it is late is seen when it is read.
/// </summary>
internal static class NextSteps
{
    /// <summary>Days from taking charge to a plan.</summary>
    public const int PlanWithinDays = 30;

    /// <summary>All of them, the next first.</summary>
    public static IReadOnlyList<CaseStep> Of(StepFacts facts) =>
        [.. (facts.IsOpen ? OfOpen(facts) : OfClosed(facts)).OrderBy(step => step.DueOn).ThenBy(step => step.Kind)];

    private static IEnumerable<CaseStep> OfOpen(StepFacts facts)
    {
        (StepKind Kind, DateOnly? On)[] steps =
        [
            (StepKind.Appointment, facts.AppointmentOn),
            (StepKind.SignPlan, facts.PlanAskedOn),
            (StepKind.SignAssessment, facts.AssessmentAskedOn),
            (StepKind.ReviewPlan, facts.ReviewOn),
            (StepKind.InternshipEnds, facts.InternshipRuns ? facts.InternshipEndsOn : null),
            (StepKind.MakePlan, facts.HasPlan ? null : facts.OpenedOn.AddDays(PlanWithinDays)),
            (StepKind.Contact, facts.InternshipRuns ? null : facts.LastActivityOn.AddDays(Cases.Rules.CaseIsStalled.AfterDays)),
        ];
        return steps.Where(step => step.On is not null).Select(step => new CaseStep(step.Kind, step.On!.Value));
    }

    private static IEnumerable<CaseStep> OfClosed(StepFacts facts) => facts.FollowUpOn is { } day ? [new(StepKind.FollowUp, day)] : [];
}
