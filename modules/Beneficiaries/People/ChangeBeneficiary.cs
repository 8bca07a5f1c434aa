using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>Changes what is written of a person. Sensitive groups that are not given stay as they are.</summary>
internal sealed record ChangeBeneficiary(Guid Id, int Version, PersonDetails Person) : ICommand, IGoesOnWhileRestricted;

internal static class ChangeBeneficiaryEndpoint
{
    public static void MapChangeBeneficiary(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPut("/{id:guid}", Handle)
        .WithName("changeBeneficiary")
        .WithSummary("Change a person's data")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, PersonDetails body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeBeneficiary(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeBeneficiaryValidator(TimeProvider clock) : CarriesDetails<ChangeBeneficiary>(clock, command => command.Person);

internal sealed class ChangeBeneficiaryHandler(NeedToKnow needToKnow, PersonRecord record, IAuditTrail audit) : IRequestHandler<ChangeBeneficiary, Unit>
{
    public async Task<Unit> Handle(ChangeBeneficiary request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        var kept = (await record.FindAsync(request.Id, cancellationToken))!;
        var person = request.Person;
        var written = person with
        {
            Identifiers = person.Identifiers ?? kept.Details.Identifiers,
            Contacts = person.Contacts ?? kept.Details.Contacts,
            Addresses = person.Addresses ?? kept.Details.Addresses,
        };
        TaxCodeMatchesPerson.Check(written, written.Identifiers);
        await record.WriteAsync(kept, request.Version, written, withTrail: true, cancellationToken);
        audit.Changes("beneficiary", request.Id);
        return Unit.Value;
    }
}
