using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>What is written of somebody through whom a body works.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="Role">What they do there.</param>
/// <param name="Phone">Their number at work.</param>
/// <param name="Email">Their address at work.</param>
/// <param name="LeftOn">Since when they are no longer there: they stay in what was, and are no more to be chosen.</param>
internal sealed record BodyPersonData(string Name, string? Role, string? Phone, string? Email, DateOnly? LeftOn)
{
    public BodyPersonData Tidy() => this with
    {
        Name = Name.Trim(),
        Role = string.IsNullOrWhiteSpace(Role) ? null : Role.Trim(),
        Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim(),
        Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim().ToLowerInvariant(),
    };
}

/// <summary>Somebody of a body of the network.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="Role">What they do there.</param>
/// <param name="LeftOn">Day on which the person left; null while they are there.</param>
internal sealed record BodyPerson(Guid Id, int Version, string Name, string? Role, string? Phone, string? Email, DateOnly? LeftOn) : IVersioned;

internal sealed class BodyPersonDataValidator : AbstractValidator<BodyPersonData>
{
    private static readonly BodyPersonDataValidator Instance = new();

    public BodyPersonDataValidator()
    {
        RuleFor(person => person.Name).NotEmpty().MaximumLength(120);
        RuleFor(person => person.Role).MaximumLength(120);
        RuleFor(person => person.LeftOn).IsLikelyDay();
        RuleFor(person => person.Phone).MaximumLength(40).Must(CompanyDataValidator.BePhone).WithErrorCode("phone-number.form").WithMessage(_ => IdentifierWords.Phone.ToString());
        RuleFor(person => person.Email).MaximumLength(254).Must(CompanyDataValidator.BeEmail).WithErrorCode("email.form").WithMessage(_ => IdentifierWords.Email.ToString());
    }

    public static void Check(BodyPersonData person, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(person).Errors.ForEach(tell);
}
