using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.People;

/// <summary>What is written of somebody of a company.</summary>
/// <param name="Name">Name and surname. Required.</param>
/// <param name="Role">What they do there.</param>
/// <param name="OtherPhone">A second telephone number.</param>
/// <param name="PreferredChannel">How they like to be reached.</param>
/// <param name="DoNotCall">They asked not to be called; false when not given.</param>
/// <param name="IsFirst">The one to speak with first, whom lists show; there is one of them in a company.</param>
internal sealed record PersonData(
    string? Name, string? Role, string? Phone, string? OtherPhone, string? Email, ContactChannel? PreferredChannel, string? PreferredHours, bool? DoNotCall, bool? IsFirst)
{
    public PersonData Tidy() => this with
    {
        Name = Text(Name), Role = Text(Role), Phone = Text(Phone), OtherPhone = Text(OtherPhone), Email = Text(Email)?.ToLowerInvariant(), PreferredHours = Text(PreferredHours),
    };

    public ContactPerson Mirror() => new(Name, Role, Phone, Email, PreferredHours, DoNotCall ?? false);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Somebody of a company with whom the service speaks.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name and surname.</param>
/// <param name="Role">What they do there.</param>
/// <param name="Phone">Phone.</param>
/// <param name="OtherPhone">Another one.</param>
/// <param name="Email">Address.</param>
/// <param name="PreferredChannel">How they like to be reached.</param>
/// <param name="PreferredHours">When.</param>
/// <param name="DoNotCall">They asked not to be called.</param>
/// <param name="IsFirst">The one to speak with first, whom lists show.</param>
internal sealed record Person(
    Guid Id, string? Name, string? Role, string? Phone, string? OtherPhone, string? Email, ContactChannel? PreferredChannel, string? PreferredHours, bool DoNotCall, bool IsFirst)
{
    public bool IsSameAs(Person other) => SearchText.Normalize(Name ?? "") == SearchText.Normalize(other.Name ?? "");

    public string Label() => string.Join(", ", new[] { Name, Role }.Where(part => part is not null));
}

internal sealed class PersonDataValidator : AbstractValidator<PersonData>
{
    public PersonDataValidator()
    {
        RuleFor(person => person.Name).NotEmpty().MaximumLength(120);
        RuleFor(person => person.Role).MaximumLength(120);
        RuleFor(person => person.Phone).MaximumLength(40).Must(CompanyDataValidator.BePhone).WithErrorCode("phone-number.form").WithMessage(_ => IdentifierWords.Phone.ToString());
        RuleFor(person => person.OtherPhone).MaximumLength(40).Must(CompanyDataValidator.BePhone).WithErrorCode("phone-number.form").WithMessage(_ => IdentifierWords.Phone.ToString());
        RuleFor(person => person.Email).MaximumLength(254).Must(CompanyDataValidator.BeEmail).WithErrorCode("email.form").WithMessage(_ => IdentifierWords.Email.ToString());
        RuleFor(person => person.PreferredChannel).IsInEnum();
        RuleFor(person => person.PreferredHours).MaximumLength(200);
    }
}
