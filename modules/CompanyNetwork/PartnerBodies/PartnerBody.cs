using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>What a body of the network is.</summary>
internal enum PartnerBodyKind
{
    EmploymentCentre,
    AddictionService,
    MentalHealth,
    HealthDistrict,
    PenalExecution,
    JuvenileJustice,
    Municipality,
    SocialAmbit,
    EmploymentAgency,
    TrainingBody,
    Association,
    School,
    Foundation,
    Other,
}

/// <summary>What a person writes of a body of the network.</summary>
/// <param name="Name">As people call the body. Required.</param>
/// <param name="Municipality">ISTAT code.</param>
/// <param name="Email">Office address of the body.</param>
internal sealed record PartnerBodyData(string Name, PartnerBodyKind Kind, string? Municipality, string? Email, string? Phone)
{
    public PartnerBodyData Tidy() => this with
    {
        Name = Name.Trim(),
        Municipality = string.IsNullOrWhiteSpace(Municipality) ? null : Municipality.Trim(),
        Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim().ToLowerInvariant(),
        Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim(),
    };
}

/// <summary>A body of the network.</summary>
/// <param name="Name">As people call the body.</param>
/// <param name="Municipality">ISTAT code.</param>
internal sealed record PartnerBody(Guid Id, int Version, string Name, PartnerBodyKind Kind, string? Municipality, string? MunicipalityName, string? Email, string? Phone) : IVersioned;

/// <summary>A body's row.</summary>
internal sealed record PartnerBodyRow(Guid Id, int Version, string Name, string SortName, PartnerBodyKind Kind, string? Municipality, string? Email, string? Phone)
{
    public PartnerBody Show() => new(Id, Version, Name, Kind, Municipality, Municipalities.ByIstat(Municipality)?.NameWithProvince, Email, Phone);
}

internal sealed class PartnerBodyDataValidator : AbstractValidator<PartnerBodyData>
{
    private static readonly PartnerBodyDataValidator Instance = new();

    public PartnerBodyDataValidator()
    {
        RuleFor(body => body.Name).NotEmpty().MaximumLength(200);
        RuleFor(body => body.Kind).IsInEnum();
        RuleFor(body => body.Municipality).Must(istat => string.IsNullOrWhiteSpace(istat) || Municipalities.ByIstat(istat) is { IsActive: true }).WithErrorCode("municipality.unknown")
            .WithMessage(_ => new Words("Questo comune non esiste: sceglierlo dall'elenco.", "This municipality does not exist: choose it from the list.").ToString());
        RuleFor(body => body.Email).MaximumLength(254).Must(CompanyDataValidator.BeEmail).WithErrorCode("email.form").WithMessage(_ => IdentifierWords.Email.ToString());
        RuleFor(body => body.Phone).MaximumLength(40).Must(CompanyDataValidator.BePhone).WithErrorCode("phone-number.form").WithMessage(_ => IdentifierWords.Phone.ToString());
    }

    public static void Check(PartnerBodyData body, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(body).Errors.ForEach(tell);
}
