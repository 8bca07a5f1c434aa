using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.PersonFile.Rules;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>A group of masked fields.</summary>
internal enum SensitiveGroup
{
    Identifiers,
    Contacts,
    Addresses,
    Household,
    LabourServices,
    Benefits,
    BankAccount,
}

/// <summary>Why masked fields are opened.</summary>
internal enum DisclosurePurpose
{
    ContactPerson,
    FillDocument,
    VerifyIdentity,
    CorrectData,
    AssessNeeds,
    PayAllowance,
}

/// <summary>
/// Shows a group of masked fields in clear, and logs it. A query and not a command: answers of commands are kept for replays, and these must not be kept anywhere.
/// </summary>
internal sealed record DiscloseFields(Guid Id, SensitiveGroup Group, DisclosurePurpose Purpose) : IQuery<DisclosedFields>;

/// <summary>The opened group; the others are null, and so is one that was never written.</summary>
/// <param name="Identifiers">Tax code, STP or ENI code.</param>
/// <param name="Contacts">How to reach the person.</param>
/// <param name="Addresses">Residence and domicile.</param>
/// <param name="SectionVersion">Of a section that is written by itself, for its <c>If-Match</c>; 0 until it is written, null for the three groups of the registry.</param>
/// <param name="Household">Household and housing.</param>
/// <param name="LabourServices">Targeted placement and GOL path.</param>
/// <param name="Benefits">What supports the person's income.</param>
/// <param name="BankAccount">Where allowances are paid.</param>
internal sealed record DisclosedFields(
    PersonIdentifiers? Identifiers, PersonContacts? Contacts, DisclosedAddresses? Addresses, int? SectionVersion, DisclosedHousehold? Household, LabourServicesDetails? LabourServices,
    BenefitsDetails? Benefits, BankAccountDetails? BankAccount)
{
    /// <summary>Nothing is open.</summary>
    public static DisclosedFields Closed { get; } = new(null, null, null, null, null, null, null, null);
}

/// <summary>Addresses with the names of their municipalities.</summary>
/// <param name="ResidenceMunicipalityName">Name of the municipality where the person is registered.</param>
/// <param name="DomicileMunicipalityName">Name of the municipality where the person lives.</param>
internal sealed record DisclosedAddresses(Address? Residence, string? ResidenceMunicipalityName, Address? Domicile, string? DomicileMunicipalityName);

internal static class DiscloseFieldsEndpoint
{
    /// <summary>What is opened and why.</summary>
    internal sealed record DisclosureBody(SensitiveGroup Group, DisclosurePurpose Purpose);

    public static void MapDiscloseFields(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/{id:guid}/disclosures", Handle)
        .WithName("discloseBeneficiaryFields")
        .WithSummary("Show masked fields in clear; it is logged with its purpose")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<DisclosedFields> Handle(Guid id, DisclosureBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new DiscloseFields(id, body.Group, body.Purpose), ct);
}

internal sealed class DiscloseFieldsValidator : AbstractValidator<DiscloseFields>
{
    public DiscloseFieldsValidator()
    {
        RuleFor(disclosure => disclosure.Group).IsInEnum();
        RuleFor(disclosure => disclosure.Purpose).IsInEnum();
    }
}

internal sealed class DiscloseFieldsHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, PersonSections sections, IAuditTrail audit)
    : IRequestHandler<DiscloseFields, DisclosedFields>
{
    private const string SelectIdentifiers = "select identifiers_cipher from beneficiaries_person where id = @Id";
    private const string SelectContacts = "select contacts_cipher from beneficiaries_person where id = @Id";
    private const string SelectAddresses = "select addresses_cipher from beneficiaries_person where id = @Id";

    public async Task<DisclosedFields> Handle(DiscloseFields request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.Id, $"disclose-{request.Group.Code()}:{request.Purpose.Code()}");
        return request.Group switch
        {
            SensitiveGroup.Identifiers => DisclosedFields.Closed with { Identifiers = await OpenAsync<PersonIdentifiers>(SelectIdentifiers) ?? new(null, null, false) },
            SensitiveGroup.Contacts => DisclosedFields.Closed with { Contacts = await OpenAsync<PersonContacts>(SelectContacts) ?? new(null, null, null) },
            SensitiveGroup.Addresses => DisclosedFields.Closed with { Addresses = Named(await OpenAsync<PersonAddresses>(SelectAddresses)) },
            _ => await OpenSectionAsync(request, cancellationToken),
        };

        async Task<T?> OpenAsync<T>(string select) where T : class => sensitive.Open<T>(await db.ScalarAsync<string>(select, new { request.Id }, cancellationToken));
    }

    private async Task<DisclosedFields> OpenSectionAsync(DiscloseFields request, CancellationToken ct)
    {
        switch (request.Group)
        {
            case SensitiveGroup.Household:
                var household = await sections.OpenAsync<HouseholdDetails>(request.Id, PersonSection.Household, ct);
                return DisclosedFields.Closed with { SectionVersion = household.Version, Household = Judged(household.Details) };
            case SensitiveGroup.LabourServices:
                var services = await sections.OpenAsync<LabourServicesDetails>(request.Id, PersonSection.LabourServices, ct);
                return DisclosedFields.Closed with { SectionVersion = services.Version, LabourServices = services.Details };
            case SensitiveGroup.Benefits:
                var benefits = await sections.OpenAsync<BenefitsDetails>(request.Id, PersonSection.Benefits, ct);
                return DisclosedFields.Closed with { SectionVersion = benefits.Version, Benefits = benefits.Details };
            default:
                var account = await sections.OpenAsync<BankAccountDetails>(request.Id, PersonSection.BankAccount, ct);
                return DisclosedFields.Closed with { SectionVersion = account.Version, BankAccount = account.Details };
        }
    }

    private static DisclosedHousehold? Judged(HouseholdDetails? household) =>
        household is null ? null : new(household.HouseholdSize, household.OtherDependants, household.Housing, HousingExclusion.Counts(household.Housing));

    private static DisclosedAddresses Named(PersonAddresses? addresses) => new(
        addresses?.Residence, Municipalities.ByIstat(addresses?.Residence?.Municipality)?.NameWithProvince,
        addresses?.Domicile, Municipalities.ByIstat(addresses?.Domicile?.Municipality)?.NameWithProvince);
}
