namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>What is known of the outcome; which of it is asked for depends on the outcome.</summary>
/// <param name="Contract">Of an employment.</param>
/// <param name="StartsOn">First day of the job, training or own activity.</param>
/// <param name="EndsOn">Last day, where there is one: with the first it is the duration.</param>
/// <param name="WeeklyHours">Hours a week of an employment.</param>
/// <param name="Sector">Sector of an employment or of an own activity; one of <see cref="Sectors"/>.</param>
/// <param name="Employer">Who employs; encrypted.</param>
/// <param name="Training">Which training.</param>
/// <param name="TrainingTitle">Its title and who gives it; encrypted.</param>
/// <param name="Activity">What the person does on their own; encrypted.</param>
/// <param name="DowryCents">The dowry given to begin with, in cents.</param>
/// <param name="DropOutReason">Why the person left.</param>
/// <param name="BodyId">The partner body that the person returns or passes to; encrypted.</param>
/// <param name="Agreed">The person agreed to being passed on (GDPR art. 6, 9).</param>
internal sealed record OutcomeDetails(
    EmploymentContract? Contract, DateOnly? StartsOn, DateOnly? EndsOn, int? WeeklyHours, string? Sector, string? Employer, TrainingPath? Training, string? TrainingTitle, string? Activity,
    long? DowryCents, DropOutReason? DropOutReason, Guid? BodyId, bool? Agreed);

/// <summary>The encrypted part.</summary>
internal sealed record SealedOutcome(string? Employer, string? TrainingTitle, string? Activity, Guid? BodyId, bool? Agreed)
{
    public static SealedOutcome? Of(OutcomeDetails? details)
    {
        var part = details is null ? null : new SealedOutcome(Text(details.Employer), Text(details.TrainingTitle), Text(details.Activity), details.BodyId, details.Agreed);
        return part == new SealedOutcome(null, null, null, null, null) ? null : part;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
