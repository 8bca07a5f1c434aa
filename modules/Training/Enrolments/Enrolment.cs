using System.Text.Json;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>How a participant stands.</summary>
internal enum EnrolmentState
{
    /// <summary>Has asked; a place is not confirmed yet.</summary>
    Enrolled,

    /// <summary>Has a place.</summary>
    Confirmed,

    /// <summary>All places were asked for: waits for one.</summary>
    Waiting,

    /// <summary>Is out.</summary>
    Withdrawn,

    /// <summary>Finished the course.</summary>
    Completed,
}

/// <summary>A participant of an edition, as whoever asks may see them.</summary>
/// <param name="Id">The enrolment.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="CaseId">The beneficiary's case, only for whoever may see it; that somebody is a beneficiary is told to nobody else.</param>
/// <param name="BirthDate">For coordinators.</param>
/// <param name="Phone">For coordinators.</param>
/// <param name="Email">For coordinators.</param>
/// <param name="State">How they stand.</param>
/// <param name="WaitingPosition">Place on the waiting list, from 1.</param>
/// <param name="EnrolledAt">When they asked.</param>
/// <param name="AttendedMinutes">Minutes of lesson at which they were.</param>
/// <param name="Passed">Whether they passed, once completed.</param>
/// <param name="HiredOn">Day on which they were hired afterwards.</param>
/// <param name="Employer">By whom.</param>
/// <param name="OutcomeAt">When the outcome was written, or null.</param>
internal sealed record Enrolment(
    Guid Id, string DisplayName, Guid? CaseId, DateOnly? BirthDate, string? Phone, string? Email, EnrolmentState State, int? WaitingPosition, DateTimeOffset EnrolledAt, int AttendedMinutes,
    bool? Passed, DateOnly? HiredOn, string? Employer, DateTimeOffset? OutcomeAt);

/// <summary>What identifies a participant; stored encrypted, as one text.</summary>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="BirthDate">If it was told.</param>
/// <param name="TaxCode">If it was told.</param>
/// <param name="Phone">If it was told.</param>
/// <param name="Email">If it was told.</param>
internal sealed record Person(string DisplayName, DateOnly? BirthDate, string? TaxCode, string? Phone, string? Email)
{
    public string Sealed(IFieldCipher cipher) => cipher.Protect(JsonSerializer.Serialize(this))!;

    public static Person Open(IFieldCipher cipher, string text) => JsonSerializer.Deserialize<Person>(cipher.Unprotect(text)!)!;

    /// <summary>Recognises the same person in the same edition: by tax code or, without one, by name and date of birth.</summary>
    public string Key(IKeyedHash hash) => TaxCode is not null
        ? hash.Of("training-tax-code", TaxCode)
        : hash.Of("training-person", $"{SearchText.Normalize(DisplayName)}\0{BirthDate:yyyy-MM-dd}");

    public static Person Of(Enrol form) => new(
        $"{form.Surname!.Trim()} {form.Name!.Trim()}",
        form.BirthDate,
        InclusionPlatform.Shared.Identifiers.TaxCode.TryParse(form.TaxCode, out var code, out _) ? code.Value : null,
        PhoneNumber.TryParse(form.Phone, out var phone, out _) ? phone.E164 : null,
        EmailAddress.TryParse(form.Email, out var email, out _) ? email.Value : null);
}
