using FluentValidation;
using InclusionPlatform.CompanyNetwork.PartnerBodies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>Records that a body signed a protocol; it signs once.</summary>
/// <param name="ProtocolId">The protocol.</param>
/// <param name="BodyId">Who signed.</param>
/// <param name="PersonId">The person who signed for it, if known.</param>
/// <param name="SignedOn">When; not in the future.</param>
internal sealed record SignProtocol(Guid ProtocolId, Guid BodyId, Guid? PersonId, DateOnly SignedOn) : ICommand<SignedProtocol>;

internal sealed record SignedProtocol(Guid BodyId);

internal static class SignProtocolEndpoint
{
    internal sealed record SignatureBody(Guid BodyId, Guid? PersonId, DateOnly SignedOn);

    public static void MapSignProtocol(this IEndpointRouteBuilder protocols) => protocols
        .MapPost("/{protocolId:guid}/signatories", Handle)
        .WithName("signProtocol")
        .WithSummary("Record that a body signed a protocol")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<SignedProtocol>> Handle(Guid protocolId, SignatureBody body, IMediator mediator, CancellationToken ct)
    {
        var signed = await mediator.Send(new SignProtocol(protocolId, body.BodyId, body.PersonId, body.SignedOn), ct);
        return TypedResults.Created($"/api/v1/protocols/{protocolId}/signatories/{signed.BodyId}", signed);
    }
}

internal sealed class SignProtocolValidator : AbstractValidator<SignProtocol>
{
    public SignProtocolValidator(TimeProvider clock)
    {
        RuleFor(request => request.SignedOn).NotEmpty().InclusiveBetween(ProtocolDataValidator.Earliest, ProtocolDataValidator.Latest);
        RuleFor(request => request.SignedOn).LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("protocol.signed-in-future")
            .WithMessage(_ => new Words("La firma non può essere di un giorno che deve ancora venire.", "A signature cannot be of a day still to come.").ToString());
    }
}

internal sealed class SignProtocolHandler(IDbSession db, BodyLookup bodies, IAuditTrail audit) : IRequestHandler<SignProtocol, SignedProtocol>
{
    private const string GrowProtocol = "update company_network_protocol set version = version + 1 where id = @ProtocolId";

    private const string InsertSignatory = "insert into company_network_protocol_signatory (protocol_id, body_id, person_id, signed_on) values (@ProtocolId, @BodyId, @PersonId, @SignedOn)";

    public async Task<SignedProtocol> Handle(SignProtocol request, CancellationToken cancellationToken)
    {
        if (await db.ExecuteAsync(GrowProtocol, new { request.ProtocolId }, cancellationToken) == 0)
        {
            throw new NotFoundException("protocol");
        }

        await bodies.RequireAsync(request.BodyId, request.PersonId, cancellationToken);
        audit.Changes("protocol", request.ProtocolId);
        await db.ExecuteAsync(InsertSignatory, request, cancellationToken, () => new ConflictException("protocol.signed-already", new(
            "Questo ente ha già firmato il protocollo: se la data è sbagliata, togliere la firma e registrarla di nuovo.",
            "This body has signed the protocol already: if the date is wrong, remove the signature and record it again.")));
        return new(request.BodyId);
    }
}
