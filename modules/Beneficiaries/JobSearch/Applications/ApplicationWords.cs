using InclusionPlatform.Beneficiaries.JobSearch.Curricula;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>To what one applies.</summary>
internal enum JobOpeningKind
{
    /// <summary>A published opportunity of the bulletin.</summary>
    Opportunity,

    /// <summary>What a company of the bank can offer now.</summary>
    Availability,

    /// <summary>A company of the bank, on one's own initiative.</summary>
    Company,

    /// <summary>An employment agency of the network.</summary>
    Agency,

    /// <summary>An employer that no module knows.</summary>
    Other,
}

/// <summary>How the application goes out.</summary>
internal enum JobChannel
{
    /// <summary>By mail, from the platform.</summary>
    Email,
    Portal,
    InPerson,
    Phone,
}

/// <summary>Where an application stands.</summary>
internal enum JobApplicationState
{
    /// <summary>Prepared, not sent.</summary>
    Draft,
    Sent,

    /// <summary>They answered; nothing is decided.</summary>
    Answered,
    Interview,
    Closed,
}

/// <summary>How an application ended.</summary>
internal enum JobApplicationOutcome
{
    Hired,
    Refused,
    NoAnswer,
    Withdrawn,
}

/// <summary>What happened of an application.</summary>
internal enum JobNewsKind
{
    Sent,
    Answered,
    Reminded,
    InterviewPlanned,
    InterviewHeld,
    Hired,
    Refused,
    NoAnswer,
    Withdrawn,

    /// <summary>It was closed by mistake, or there is news after all.</summary>
    Reopened,
}

/// <summary>What is written of an application.</summary>
/// <param name="Opening">To what.</param>
/// <param name="OpeningId">Its id, but for what no module knows.</param>
/// <param name="Employer">Who offers, where no module knows.</param>
/// <param name="Reference">Number or title of the notice, where no module knows.</param>
/// <param name="Duty">The work applied for; it is in the subject of the mail.</param>
/// <param name="Channel">How it goes out.</param>
/// <param name="Email">To whom the mail goes.</param>
/// <param name="Text">The mail's text.</param>
/// <param name="CvId">The version of the curriculum.</param>
/// <param name="AttachAs">As which file it is attached.</param>
/// <param name="Portal">Where it was entered, for a portal.</param>
/// <param name="AppliedOn">When it was made, for what does not go by mail.</param>
/// <param name="AnswerDueOn">Until when an answer is awaited; none is by the setting.</param>
/// <param name="Note">For the équipe.</param>
/// <param name="Again">Applies again on purpose, after the time of the setting.</param>
internal sealed record JobApplicationDraft(
    JobOpeningKind? Opening, Guid? OpeningId, string? Employer, string? Reference, string? Duty, JobChannel? Channel, string? Email, string? Text, Guid? CvId, CvFormat? AttachAs, string? Portal,
    DateOnly? AppliedOn, DateOnly? AnswerDueOn, string? Note, bool Again);

/// <summary>The encrypted part of an application.</summary>
internal sealed record JobApplicationDetails(string Employer, string? Place, string? Reference, string Duty, string? Email, string? Text, CvFormat? AttachAs, string? Portal, string? Note);

/// <summary>How fields are called in error messages.</summary>
internal static class JobApplicationLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("opening", "A che cosa ci si candida", "What is applied for"),
        ("openingId", "A che cosa ci si candida", "What is applied for"),
        ("attachAs", "Come allegarlo", "How to attach it"),
        ("employer", "Datore di lavoro", "Employer"),
        ("reference", "Riferimento dell'annuncio", "Reference"),
        ("duty", "Mansione", "Duty"),
        ("channel", "Come", "How"),
        ("cvId", "Curriculum", "Curriculum"),
        ("portal", "Portale", "Portal"),
        ("appliedOn", "Data della candidatura", "Day of the application"),
        ("answerDueOn", "Risposta attesa entro il", "Answer awaited until"),
        ("interviewOn", "Giorno del colloquio", "Day of the interview"),
        ("interviewAt", "Ora del colloquio", "Time of the interview"),
    ];
}
