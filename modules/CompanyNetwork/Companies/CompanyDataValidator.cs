using FluentValidation;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>The shape of what is written of a company; the import applies it to its rows too.</summary>
internal sealed class CompanyDataValidator : AbstractValidator<CompanyData>
{
    private static readonly CompanyDataValidator Instance = new();

    public CompanyDataValidator()
    {
        RuleFor(company => company.Article14Until).IsLikelyDay();
        RuleFor(company => company.Name).NotEmpty().MaximumLength(200);
        RuleFor(company => company.Kind).IsInEnum();
        RuleFor(company => company.Sector).Cascade(CascadeMode.Stop).NotEmpty().Must(Sectors.All.Contains).WithErrorCode("sector.unknown")
            .WithMessage(_ => Say("Questo settore non è tra quelli previsti.", "This sector is not one of those known."));
        RuleFor(company => company.VatNumber).Custom((text, context) =>
        {
            if (!string.IsNullOrWhiteSpace(text) && !VatNumber.TryParse(text, out _, out var problem))
            {
                context.AddFailure(Failure(context.PropertyPath, problem, IdentifierWords.OfVatNumber(problem)));
            }
        });
        RuleFor(company => company.TaxCode).Custom((text, context) =>
        {
            if (!string.IsNullOrWhiteSpace(text) && !CompanyIdentifiers.TryReadTaxCode(text, out _, out var problem))
            {
                context.AddFailure(Failure(context.PropertyPath, problem, IdentifierWords.OfTaxCode));
            }
        });
        RuleFor(company => company.AtecoSection).Must(section => string.IsNullOrEmpty(section) || CodeLists.AtecoSections.Find(section) is not null).WithErrorCode("ateco-section.unknown")
            .WithMessage(_ => Say("Le sezioni ATECO 2025 vanno dalla A alla V.", "The sections of ATECO 2025 go from A to V."));
        RuleFor(company => company.AtecoCode).Custom((code, context) =>
        {
            if (AtecoCodeExists.ProblemOf(code, context.InstanceToValidate.AtecoSection) is var (problem, words))
            {
                context.AddFailure(Failure(context.PropertyPath, problem, words));
            }
        });
        RuleFor(company => company.Address).MaximumLength(200);
        RuleFor(company => company.Cap).Matches("^[0-9]{5}$").When(company => !string.IsNullOrEmpty(company.Cap)).WithErrorCode("cap.form")
            .WithMessage(_ => Say("Il CAP ha cinque cifre.", "The postal code has five digits."));
        RuleFor(company => company.Municipality).Must(istat => string.IsNullOrEmpty(istat) || Municipalities.ByIstat(istat) is { IsActive: true }).WithErrorCode("municipality.unknown")
            .WithMessage(_ => Say("Questo comune non esiste: sceglierlo dall'elenco.", "This municipality does not exist: choose it from the list."));
        RuleFor(company => company.PermanentStaff).InclusiveBetween(0, 500_000);
        RuleFor(company => company.Phone).MaximumLength(40).Must(BePhone).WithErrorCode("phone-number.form").WithMessage(_ => IdentifierWords.Phone.ToString());
        RuleFor(company => company.Email).MaximumLength(254).Must(BeEmail).WithErrorCode("email.form").WithMessage(_ => IdentifierWords.Email.ToString());
        RuleFor(company => company.Website).MaximumLength(200).Must(BeWebsite).WithErrorCode("website.form")
            .WithMessage(_ => Say("Scrivere l'indirizzo di un sito, come www.azienda.it o https://www.azienda.it.", "Write the address of a site, such as www.company.it or https://www.company.it."));
        RuleFor(company => company.Notes).MaximumLength(4000);
        this.SpeaksOfNoExclusion(company => company.Notes);
        RuleFor(company => company.TradeName).MaximumLength(200);
        RuleFor(company => company.LegalForm).IsInEnum();
        RuleFor(company => company.TargetedPlacement).IsInEnum();
        RuleFor(company => company.ConsentNotes).MaximumLength(2000);
        RuleFor(company => company.ObligationStaff).InclusiveBetween(0, 500_000);
        RuleFor(company => company.Article14Convention).MaximumLength(120);
        RuleFor(company => company.ContactPerson!).SetValidator(new ContactPersonValidator()).When(company => company.ContactPerson is not null);
    }

    /// <summary>Tells what is wrong, by the field's own name, wherever the data lies in a request.</summary>
    public static void Check(CompanyData company, Action<FluentValidation.Results.ValidationFailure> tell)
    {
        foreach (var failure in Instance.Validate(company).Errors)
        {
            tell(failure);
        }
    }

    internal static bool BePhone(string? text) => string.IsNullOrWhiteSpace(text) || PhoneNumber.TryParse(text, out _, out _);

    // As people write it, with or without the scheme; nothing but the web.
    private static bool BeWebsite(string? text) => string.IsNullOrWhiteSpace(text)
        || (Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text.Trim() : $"https://{text.Trim()}", UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal));

    internal static bool BeEmail(string? text) => string.IsNullOrWhiteSpace(text) || EmailAddress.TryParse(text, out _, out _);

    private static string Say(string it, string en) => new Words(it, en).ToString();

    private static FluentValidation.Results.ValidationFailure Failure(string field, string code, Words words) => new(field, words.ToString()) { ErrorCode = code };
}

internal sealed class ContactPersonValidator : AbstractValidator<ContactPerson>
{
    public ContactPersonValidator()
    {
        RuleFor(person => person.Name).MaximumLength(120);
        RuleFor(person => person.Role).MaximumLength(120);
        RuleFor(person => person.Phone).MaximumLength(40).Must(CompanyDataValidator.BePhone).WithErrorCode("phone-number.form").WithMessage(_ => IdentifierWords.Phone.ToString());
        RuleFor(person => person.Email).MaximumLength(254).Must(CompanyDataValidator.BeEmail).WithErrorCode("email.form").WithMessage(_ => IdentifierWords.Email.ToString());
        RuleFor(person => person.PreferredHours).MaximumLength(200);
    }
}
