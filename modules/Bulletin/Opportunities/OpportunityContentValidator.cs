using FluentValidation;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Bulletin.Opportunities;

internal sealed class OpportunityContentValidator : AbstractValidator<OpportunityContent>
{
    private static readonly Words OneWay = new(
        "Indicare almeno un modo per candidarsi: un indirizzo web, un'e-mail o un telefono.",
        "Give at least one way to apply: a web address, an e-mail or a telephone.");

    private static readonly Words UnknownPlace = new(
        "Questo comune non si riconosce: scriverne il nome intero, per esempio «Grottammare (AP)».",
        "This municipality is not recognised: write its whole name, for instance “Grottammare (AP)”.");

    private static readonly Words WebAddress = new("Scrivere un indirizzo web intero, che inizi con https://", "Write a whole web address that starts with https://");
    private static readonly Words EmailForm = new("Scrivere un indirizzo e-mail valido.", "Write a valid e-mail address.");
    private static readonly Words PhoneForm = new("Scrivere un numero di telefono valido.", "Write a valid telephone number.");

    public OpportunityContentValidator()
    {
        RuleFor(content => content.Kind).NotNull().IsInEnum();
        RuleFor(content => content.Title).NotEmpty().MaximumLength(200).IsOneLine();
        RuleFor(content => content.Description).NotEmpty().MaximumLength(20_000);
        RuleFor(content => content.Organiser).NotEmpty().MaximumLength(200).IsOneLine();
        RuleFor(content => content.Municipality).MaximumLength(120)
            .Must(place => string.IsNullOrWhiteSpace(place) || Place(place) is not null).WithErrorCode("opportunity.municipality-unknown").WithMessage(_ => UnknownPlace.ToString());
        RuleFor(content => content.ContractType).MaximumLength(120);
        RuleFor(content => content.Hours).MaximumLength(120);
        RuleFor(content => content.Requirements).MaximumLength(10_000);
        RuleFor(content => content.Source).MaximumLength(200);
        RuleFor(content => content.Positions).InclusiveBetween(1, 10_000);
        // A year mistyped, such as 0026, would never be found among what expires.
        RuleFor(content => content.Deadline).IsLikelyDay();
        RuleFor(content => content.ApplyUrl).MaximumLength(500)
            .Must(url => string.IsNullOrWhiteSpace(url) || IsWebAddress(url)).WithErrorCode("opportunity.apply-url-form").WithMessage(_ => WebAddress.ToString())
            .Must((content, _) => HasWayToApply(content)).WithErrorCode("opportunity.how-to-apply-required").WithMessage(_ => OneWay.ToString());
        RuleFor(content => content.ApplyEmail).MaximumLength(254)
            .Must(email => string.IsNullOrWhiteSpace(email) || EmailAddress.TryParse(email, out var _, out var _)).WithErrorCode("opportunity.apply-email-form").WithMessage(_ => EmailForm.ToString());
        RuleFor(content => content.ApplyPhone).MaximumLength(40)
            .Must(phone => string.IsNullOrWhiteSpace(phone) || PhoneNumber.TryParse(phone, out var _, out var _)).WithErrorCode("opportunity.apply-phone-form").WithMessage(_ => PhoneForm.ToString());
    }

    public static Municipality? Place(string? written) => Municipalities.ByIstat(written?.Trim()) ?? Municipalities.Find(written);

    private static bool IsWebAddress(string url) => Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool HasWayToApply(OpportunityContent content) =>
        !(string.IsNullOrWhiteSpace(content.ApplyUrl) && string.IsNullOrWhiteSpace(content.ApplyEmail) && string.IsNullOrWhiteSpace(content.ApplyPhone));
}
