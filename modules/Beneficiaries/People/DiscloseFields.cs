using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>A group of masked fields.</summary>
internal enum SensitiveGroup
{
    Identifiers,
    Contacts,
    Addresses,
}

/// <summary>Why masked fields are opened.</summary>
internal enum DisclosurePurpose
{
    ContactPerson,
    FillDocument,
    VerifyIdentity,
    CorrectData,
}

/// <summary>
/// Shows a group of masked fields in clear, and logs it. A query and not a command: answers of commands are kept for replays, and these must not be kept anywhere.
/// </summary>
internal sealed record DiscloseFields(Guid Id, SensitiveGroup Group, DisclosurePurpose Purpose) : IQuery<DisclosedFields>;

/// <summary>The opened group; the others are null.</summary>
internal sealed record DisclosedFields(PersonIdentifiers? Identifiers, PersonContacts? Contacts, DisclosedAddresses? Addresses);

/// <summary>Addresses with the names of their municipalities.</summary>
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

internal sealed class DiscloseFieldsHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<DiscloseFields, DisclosedFields>
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
            SensitiveGroup.Identifiers => new(await OpenAsync<PersonIdentifiers>(SelectIdentifiers) ?? new(null, null, false), null, null),
            SensitiveGroup.Contacts => new(null, await OpenAsync<PersonContacts>(SelectContacts) ?? new(null, null, null), null),
            _ => new(null, null, Named(await OpenAsync<PersonAddresses>(SelectAddresses))),
        };

        async Task<T?> OpenAsync<T>(string select) where T : class => sensitive.Open<T>(await db.ScalarAsync<string>(select, new { request.Id }, cancellationToken));
    }

    private static DisclosedAddresses Named(PersonAddresses? addresses) => new(
        addresses?.Residence, Municipalities.ByIstat(addresses?.Residence?.Municipality)?.NameWithProvince,
        addresses?.Domicile, Municipalities.ByIstat(addresses?.Domicile?.Municipality)?.NameWithProvince);
}
