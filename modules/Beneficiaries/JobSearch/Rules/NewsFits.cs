using InclusionPlatform.Beneficiaries.JobSearch.Applications;

namespace InclusionPlatform.Beneficiaries.JobSearch.Rules;

/// <summary>Where an application stands after some news, and which news fit: nothing is heard of what was not sent, and what is closed is reopened first.</summary>
internal static class NewsFits
{
    /// <exception cref="RuleBrokenException"><c>job-application.not-sent</c>, <c>job-application.closed</c>, <c>job-application.not-closed</c>.</exception>
    public static JobApplicationState After(JobApplicationState state, JobNewsKind news) => (state, news) switch
    {
        (JobApplicationState.Draft, _) => throw new RuleBrokenException("job-application.not-sent", new(
            "La candidatura non è ancora partita: prima inviarla.", "The application has not gone out yet: send it first.")),
        (JobApplicationState.Closed, JobNewsKind.Reopened) => JobApplicationState.Answered,
        (JobApplicationState.Closed, _) => throw new RuleBrokenException("job-application.closed", new(
            "Questa candidatura è chiusa: se ci sono novità, prima riaprirla.", "This application is closed: if there is news, reopen it first.")),
        (_, JobNewsKind.Reopened) => throw new RuleBrokenException("job-application.not-closed", new("Questa candidatura è ancora aperta.", "This application is still open.")),
        (_, JobNewsKind.InterviewPlanned) => JobApplicationState.Interview,
        (_, JobNewsKind.Answered or JobNewsKind.InterviewHeld) => JobApplicationState.Answered,
        (_, JobNewsKind.Reminded) => state,
        _ when OutcomeOf(news) is not null => JobApplicationState.Closed,
        _ => throw new RuleBrokenException("job-application.news", new("Questa novità non si registra a mano.", "This news is not recorded by hand.")),
    };

    /// <summary>The end that the news tells of, if it does.</summary>
    public static JobApplicationOutcome? OutcomeOf(JobNewsKind news) => news switch
    {
        JobNewsKind.Hired => JobApplicationOutcome.Hired,
        JobNewsKind.Refused => JobApplicationOutcome.Refused,
        JobNewsKind.NoAnswer => JobApplicationOutcome.NoAnswer,
        JobNewsKind.Withdrawn => JobApplicationOutcome.Withdrawn,
        _ => null,
    };
}
