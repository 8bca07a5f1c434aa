using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Attestations;

/// <summary>An attestation ceases to hold on a day; it stays in the record.</summary>
internal sealed record EndAttestation(Guid BeneficiaryId, Guid AttestationId, DateOnly? On) : ICommand, IGoesOnWhileRestricted;

internal static class EndAttestationEndpoint
{
    /// <summary>The last day.</summary>
    internal sealed record AttestationEndBody(DateOnly? On);

    public static void MapEndAttestation(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/{id:guid}/attestations/{attestationId:guid}/end", Handle)
        .WithName("endAttestation")
        .WithSummary("Record the last day of an attestation")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, Guid attestationId, AttestationEndBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndAttestation(id, attestationId, body.On), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class EndAttestationValidator : AbstractValidator<EndAttestation>
{
    public EndAttestationValidator() => RuleFor(end => end.On).NotNull().IsLikelyDay();
}

internal sealed class EndAttestationHandler(IDbSession db, NeedToKnow needToKnow, IAuditTrail audit) : IRequestHandler<EndAttestation, Unit>
{
    private const string Select = "select valid_from as ValidFrom from beneficiaries_attestation where id = @AttestationId and beneficiary_id = @BeneficiaryId";

    private const string Update = "update beneficiaries_attestation set valid_to = @On where id = @AttestationId and beneficiary_id = @BeneficiaryId";

    public async Task<Unit> Handle(EndAttestation request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.BeneficiaryId, Sight.Full, cancellationToken);
        var attestation = await db.FindAsync<Validity>(Select, request, cancellationToken) ?? throw new NotFoundException("attestation");
        if (request.On < attestation.ValidFrom)
        {
            throw new FieldException("on", "attestation.ends-before-start", new("La scadenza non può essere prima dell'inizio.", "The end cannot be before the beginning."));
        }

        await db.ExecuteAsync(Update, request, cancellationToken);
        audit.Changes("beneficiary", request.BeneficiaryId);
        return Unit.Value;
    }

    private sealed record Validity(DateOnly ValidFrom);
}
