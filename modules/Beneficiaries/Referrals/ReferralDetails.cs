using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>What a body writes of a person whom it asks the service to take on.</summary>
/// <param name="ReferringBodyId">The partner body.</param>
/// <param name="Referrer">The professional who refers and can be asked.</param>
/// <param name="Person">The person, as far as the body knows: names, birth and sex at least.</param>
/// <param name="Reason">Why, in one word of the list.</param>
/// <param name="ReasonText">Why, in the words of the professional; no diagnosis is asked for.</param>
/// <param name="Urgency">How much haste.</param>
/// <param name="ConsentOn">Day on which the person agreed to be referred.</param>
/// <param name="ConsentKind">How the person agreed.</param>
/// <param name="NoIncome">The household has no income.</param>
/// <param name="ReceivedOn">Day on which it reached the service; null is today, and a system's is always today.</param>
/// <param name="SenderReference">The body's own number of the file.</param>
internal sealed record ReferralDetails(
    Guid? ReferringBodyId, Referrer? Referrer, PersonDetails? Person, CaseReason? Reason, string? ReasonText, ReferralUrgency? Urgency, DateOnly? ConsentOn, ConsentKind? ConsentKind,
    bool? NoIncome, DateOnly? ReceivedOn, string? SenderReference);

/// <summary>The professional who refers.</summary>
/// <param name="Name">Name and surname. Required.</param>
/// <param name="Role">What they do at the body.</param>
/// <param name="Email">E-mail address to which the mail goes that an answer waits; null if none is to be written to.</param>
internal sealed record Referrer(string? Name, string? Role, string? Phone, string? Email);

/// <summary>What of a referral is kept as one encrypted text.</summary>
internal sealed record ReferralContent(
    Referrer Referrer, PersonDetails Person, CaseReason Reason, string ReasonText, DateOnly ConsentOn, ConsentKind ConsentKind, bool NoIncome, string? SenderReference)
{
    public string DisplayName => $"{Person.Surname} {Person.Name}";

    public static ReferralContent Of(ReferralDetails details)
    {
        var person = details.Person!;
        var referrer = details.Referrer!;
        return new(
            new(referrer.Name!.Trim(), Blank(referrer.Role), Blank(referrer.Phone), Blank(referrer.Email)),
            person with { Surname = person.Surname.Trim(), Name = person.Name.Trim(), Identifiers = SensitiveFields.Canonical(person.Identifiers) },
            details.Reason!.Value, details.ReasonText!.Trim(), details.ConsentOn!.Value, details.ConsentKind!.Value, details.NoIncome == true, Blank(details.SenderReference));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
