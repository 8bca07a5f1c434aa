namespace InclusionPlatform.Beneficiaries.JobSearch.Rules;

/// <summary>What to do next in a path.</summary>
internal enum JobStep
{
    /// <summary>Nothing: it is closed.</summary>
    None,
    PrepareInterview,
    RecordSession,
    SayTarget,
    WriteCv,
    ChaseAnswers,
    SendDraft,
    Apply,
    PlanSession,

    /// <summary>All is done for now; an answer is awaited.</summary>
    Wait,
}

/// <summary>From what the next step follows.</summary>
internal sealed record JobStepFacts(
    bool Open, bool TargetSaid, bool HasCv, DateOnly? NextInterviewOn, int SessionsToRecord, bool SessionPlanned, int AnswersDue, int Drafts, DateOnly? LastAppliedOn, DateOnly? NextAnswerOn);

/// <summary>The step, with its day or count where there is one.</summary>
internal sealed record JobNextStep(JobStep Step, DateOnly? On, int? Count);

/// <summary>
/// The one thing to do next: what has an hour first (an interview within two days), then what was left open, then what is missing to apply, then answers to chase, and only then new applications:
/// one a week at least.
/// </summary>
internal static class NextStep
{
    private const int InterviewIsNear = 2;
    private const int ApplyEveryDays = 7;

    public static JobNextStep Of(JobStepFacts facts, DateOnly today) => facts switch
    {
        { Open: false } => new(JobStep.None, null, null),
        { NextInterviewOn: { } day } when day <= today.AddDays(InterviewIsNear) => new(JobStep.PrepareInterview, day, null),
        { SessionsToRecord: > 0 and var count } => new(JobStep.RecordSession, null, count),
        { TargetSaid: false } => new(JobStep.SayTarget, null, null),
        { HasCv: false } => new(JobStep.WriteCv, null, null),
        { AnswersDue: > 0 and var count } => new(JobStep.ChaseAnswers, null, count),
        { Drafts: > 0 and var count } => new(JobStep.SendDraft, null, count),
        { LastAppliedOn: null } => new(JobStep.Apply, null, null),
        { LastAppliedOn: { } last } when last.AddDays(ApplyEveryDays) <= today => new(JobStep.Apply, last, null),
        { SessionPlanned: false } => new(JobStep.PlanSession, null, null),
        { NextInterviewOn: { } day } => new(JobStep.PrepareInterview, day, null),
        _ => new(JobStep.Wait, facts.NextAnswerOn, null),
    };
}
