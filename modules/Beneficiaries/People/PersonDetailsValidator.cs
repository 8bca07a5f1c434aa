using FluentValidation;
using FluentValidation.Results;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>The shape of what is written of a person, at registration and at each change.</summary>
internal sealed class PersonDetailsValidator : AbstractValidator<PersonDetails>
{
    public PersonDetailsValidator(TimeProvider clock)
    {
        RuleFor(person => person.Surname).NotEmpty().MaximumLength(100);
        RuleFor(person => person.Name).NotEmpty().MaximumLength(100);
        RuleFor(person => person.PreferredName).MaximumLength(100);
        RuleFor(person => person.Sex).NotNull().IsInEnum();
        RuleFor(person => person.Gender).IsInEnum();
        RuleFor(person => person.Mobility).IsInEnum();
        RuleFor(person => person.BirthDate).NotNull()
            .Must(birth => birth is not { } date || (date <= clock.Today().AddYears(-14) && date >= clock.Today().AddYears(-110)))
            .WithErrorCode("beneficiary.birth-date").WithMessage(_ => Sentences.BirthDate.ToString());
        RuleFor(person => person.Birthplace).Must(code => code is null || Birthplaces.Find(code) is not null)
            .WithErrorCode("beneficiary.birthplace").WithMessage(_ => Sentences.Birthplace.ToString());
        RuleFor(person => person.Citizenship).Must(code => code is null || Countries.ByCode(code) is { IsActive: true })
            .WithErrorCode("beneficiary.citizenship").WithMessage(_ => Sentences.Citizenship.ToString());
        RuleFor(person => person.Education).Must(code => code is null || CodeLists.IscedLevels.Find(code) is not null)
            .WithErrorCode("beneficiary.education").WithMessage(_ => Sentences.Choice.ToString());
        RuleFor(person => person.UnemployedSince).IsDayOfALife();
        RuleFor(person => person.UnemployedSince).Must(since => since is null || since <= clock.Today())
            .WithErrorCode("beneficiary.unemployed-since").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(person => person.MinorChildren).InclusiveBetween(0, 20);
        RuleForEach(person => person.WishedSectors).Must(sector => Sectors.All.Contains(sector))
            .WithErrorCode("beneficiary.sector").WithMessage(_ => Sentences.Choice.ToString());
        RuleFor(person => person.Identifiers!).SetValidator(new IdentifiersValidator()).When(person => person.Identifiers is not null);
        RuleFor(person => person.Contacts!).SetValidator(new ContactsValidator()).When(person => person.Contacts is not null);
        RuleFor(person => person.Addresses!.Residence!).SetValidator(new AddressValidator()).When(person => person.Addresses?.Residence is not null);
        RuleFor(person => person.Addresses!.Domicile!).SetValidator(new AddressValidator()).When(person => person.Addresses?.Domicile is not null);
    }

    private sealed class IdentifiersValidator : AbstractValidator<PersonIdentifiers>
    {
        public IdentifiersValidator()
        {
            RuleFor(identifiers => identifiers.TaxCode).Custom((text, context) =>
            {
                if (!string.IsNullOrWhiteSpace(text) && !TaxCode.TryParse(text, out _, out var problem))
                {
                    context.AddFailure(Failure(context.PropertyPath, problem, Sentences.OfTaxCode(problem)));
                }
            });
            RuleFor(identifiers => identifiers.HealthCode).Custom((text, context) =>
            {
                if (!string.IsNullOrWhiteSpace(text) && !HealthCode.TryParse(text, out _, out var problem))
                {
                    context.AddFailure(Failure(context.PropertyPath, problem, Sentences.HealthCode));
                }
            });
        }
    }

    private sealed class ContactsValidator : AbstractValidator<PersonContacts>
    {
        public ContactsValidator()
        {
            RuleFor(contacts => contacts.SafeContact).MaximumLength(500);
            RuleFor(contacts => contacts.Phone).MaximumLength(40).Custom((text, context) =>
            {
                if (!string.IsNullOrWhiteSpace(text) && !PhoneNumber.TryParse(text, out _, out var problem))
                {
                    context.AddFailure(Failure(context.PropertyPath, problem, Sentences.Phone));
                }
            });
            RuleFor(contacts => contacts.Email).MaximumLength(254).Custom((text, context) =>
            {
                if (!string.IsNullOrWhiteSpace(text) && !EmailAddress.TryParse(text, out _, out var problem))
                {
                    context.AddFailure(Failure(context.PropertyPath, problem, Sentences.Email));
                }
            });
        }
    }

    private sealed class AddressValidator : AbstractValidator<Address>
    {
        public AddressValidator()
        {
            RuleFor(address => address.Street).MaximumLength(200);
            RuleFor(address => address.Number).MaximumLength(20);
            RuleFor(address => address.PostalCode).Matches("^[0-9]{5}$").When(address => !string.IsNullOrEmpty(address.PostalCode))
                .WithErrorCode("address.postal-code").WithMessage(_ => Sentences.PostalCode.ToString());
            RuleFor(address => address.Municipality).Must(istat => string.IsNullOrEmpty(istat) || Municipalities.ByIstat(istat) is not null)
                .WithErrorCode("address.municipality").WithMessage(_ => Sentences.Choice.ToString());
        }
    }

    private static ValidationFailure Failure(string path, string code, Words words) => new(path, words.ToString()) { ErrorCode = code };
}

/// <summary>Lets a command be checked by the rules of the details that it carries, so that errors name the fields of the form.</summary>
internal abstract class CarriesDetails<TCommand>(TimeProvider clock, Func<TCommand, PersonDetails> details) : AbstractValidator<TCommand>
{
    public override Task<ValidationResult> ValidateAsync(ValidationContext<TCommand> context, CancellationToken cancellation = default) =>
        new PersonDetailsValidator(clock).ValidateAsync(details(context.InstanceToValidate), cancellation);
}
