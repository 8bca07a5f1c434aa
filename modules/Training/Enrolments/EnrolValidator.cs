using FluentValidation;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Either a case, or at least surname and name; what else is given must be right.</summary>
internal sealed class EnrolValidator : AbstractValidator<Enrol>
{
    private static readonly Words WrongTaxCode = new(
        "Il codice fiscale non è giusto: controllarlo carattere per carattere, oppure lasciare il campo vuoto.",
        "The tax code is not right: check it character by character, or leave the field empty.");

    private static readonly Words OtherPerson = new(
        "Il codice fiscale non corrisponde a cognome, nome o data di nascita: correggere quello sbagliato.",
        "The tax code does not match surname, name or date of birth: correct the one that is wrong.");

    public EnrolValidator(TimeProvider clock)
    {
        When(form => form.CaseId is null, () =>
        {
            RuleFor(form => form.Surname).NotEmpty().MaximumLength(100);
            RuleFor(form => form.Name).NotEmpty().MaximumLength(100);
            RuleFor(form => form.BirthDate)
                .Must(day => day is not { } birth || (birth <= clock.Today().AddYears(-14) && birth >= clock.Today().AddYears(-110)))
                .WithErrorCode("enrolment.birth-date")
                .WithMessage(_ => new Words("Controllare la data di nascita: si partecipa dai 14 anni.", "Check the date of birth: one takes part from 14 years on.").ToString());
            RuleFor(form => form.TaxCode).Custom((text, context) =>
            {
                var form = context.InstanceToValidate;
                if (string.IsNullOrWhiteSpace(text))
                {
                    return;
                }

                if (!TaxCode.TryParse(text, out var code, out var problem))
                {
                    context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(form.TaxCode), WrongTaxCode.ToString()) { ErrorCode = problem });
                }
                else if (code.Mismatches(form.Surname, form.Name, form.BirthDate, null, null) is [var mismatch, ..])
                {
                    context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(form.TaxCode), OtherPerson.ToString()) { ErrorCode = mismatch });
                }
            });
            RuleFor(form => form.Phone).MaximumLength(40)
                .Must(text => string.IsNullOrWhiteSpace(text) || PhoneNumber.TryParse(text, out _, out _))
                .WithErrorCode("enrolment.phone")
                .WithMessage(_ => new Words("Il numero di telefono non è completo o contiene caratteri estranei.", "The phone number is not complete or holds foreign characters.").ToString());
            RuleFor(form => form.Email).MaximumLength(254)
                .Must(text => string.IsNullOrWhiteSpace(text) || EmailAddress.TryParse(text, out _, out _))
                .WithErrorCode("enrolment.email")
                .WithMessage(_ => new Words("L'indirizzo e-mail non è completo: manca la chiocciola o il dominio.", "The e-mail address is not complete: the at sign or the domain is missing.").ToString());
        });
    }
}
