using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>The shape of a referral, when it is received and at each change.</summary>
internal sealed class ReferralDetailsValidator : AbstractValidator<ReferralDetails>
{
    private const int ConsentYears = 2;

    public ReferralDetailsValidator(TimeProvider clock)
    {
        RuleFor(referral => referral.ReferringBodyId).NotNull();
        RuleFor(referral => referral.Referrer).NotNull();
        RuleFor(referral => referral.Referrer!).SetValidator(new ReferrerValidator()).When(referral => referral.Referrer is not null);
        RuleFor(referral => referral.Person).NotNull();
        RuleFor(referral => referral.Person!).SetValidator(new PersonDetailsValidator(clock)).When(referral => referral.Person is not null);
        RuleFor(referral => referral.Reason).NotNull().IsInEnum();
        RuleFor(referral => referral.ReasonText).NotEmpty().MaximumLength(4000);
        RuleFor(referral => referral.Urgency).NotNull().IsInEnum();
        RuleFor(referral => referral.ConsentKind).NotNull().IsInEnum();
        RuleFor(referral => referral.ConsentOn).IsLikelyDay();
        RuleFor(referral => referral.ConsentOn).NotNull().WithErrorCode("referral.consent-required").WithMessage(_ => Consent.ToString());
        RuleFor(referral => referral.ConsentOn).Must(day => day is null || day <= clock.Today())
            .WithErrorCode("referral.consent-in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(referral => referral.ConsentOn).Must((referral, day) => day is null || referral.Person?.BirthDate is not { } birth || day >= birth).WithErrorCode("referral.consent-before-birth")
            .WithMessage(_ => new Words("Il consenso sarebbe prima della nascita della persona: controllare l'anno.", "The consent would be before the person was born: check the year.").ToString());
        RuleFor(referral => referral.ConsentOn).Must((referral, day) => day is null || referral.ReceivedOn < LikelyDays.First || day >= (referral.ReceivedOn ?? clock.Today()).AddYears(-ConsentYears)).WithErrorCode("referral.consent-too-old")
            .WithMessage(_ => new Words(
                "Il consenso è di più di {0} anni prima della segnalazione: controllare l'anno, o chiederne alla persona uno nuovo.",
                "The consent is more than {0} years older than the referral: check the year, or ask the person for a new one.").With(ConsentYears).ToString());
        RuleFor(referral => referral.ReceivedOn).IsLikelyDay();
        RuleFor(referral => referral.ReceivedOn).Must(day => day is null || day <= clock.Today())
            .WithErrorCode("referral.received-in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(referral => referral.SenderReference).MaximumLength(80);
    }

    private static Words Consent { get; } = new(
        "Senza il consenso della persona la segnalazione non si può registrare: indicare quando l'ha dato.",
        "Without the person's consent the referral cannot be recorded: say when it was given.");

    private sealed class ReferrerValidator : AbstractValidator<Referrer>
    {
        public ReferrerValidator()
        {
            RuleFor(referrer => referrer.Name).NotEmpty().MaximumLength(160);
            RuleFor(referrer => referrer.Role).MaximumLength(120);
            RuleFor(referrer => referrer.Phone).MaximumLength(40)
                .Must(text => string.IsNullOrWhiteSpace(text) || PhoneNumber.TryParse(text, out _, out _)).WithErrorCode("phone-number.form").WithMessage(_ => Sentences.Phone.ToString());
            RuleFor(referrer => referrer.Email).MaximumLength(254)
                .Must(text => string.IsNullOrWhiteSpace(text) || EmailAddress.TryParse(text, out _, out _)).WithErrorCode("email.form").WithMessage(_ => Sentences.Email.ToString());
        }
    }
}

/// <summary>Lets a command be checked by the rules of the referral that it carries, so that errors name the fields of the form.</summary>
internal abstract class CarriesReferral<TCommand>(TimeProvider clock, Func<TCommand, ReferralDetails> details) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        new ReferralDetailsValidator(clock).ValidateAsync(details(context.InstanceToValidate), cancellation);
}
