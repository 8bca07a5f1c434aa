using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>Takes back a signature that was recorded by mistake.</summary>
internal sealed record RemoveSignature(Guid ProtocolId, Guid BodyId) : ICommand;

internal static class RemoveSignatureEndpoint
{
    public static void MapRemoveSignature(this IEndpointRouteBuilder protocols) => protocols
        .MapDelete("/{protocolId:guid}/signatories/{bodyId:guid}", Handle)
        .WithName("removeSignature")
        .WithSummary("Take back a signature recorded by mistake")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid protocolId, Guid bodyId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveSignature(protocolId, bodyId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveSignatureHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<RemoveSignature, Unit>
{
    private const string DeleteSignatory = "delete from company_network_protocol_signatory where protocol_id = @ProtocolId and body_id = @BodyId";

    private const string GrowProtocol = "update company_network_protocol set version = version + 1 where id = @ProtocolId";

    public async Task<Unit> Handle(RemoveSignature request, CancellationToken cancellationToken)
    {
        if (await db.ExecuteAsync(DeleteSignatory, request, cancellationToken) == 0)
        {
            throw new NotFoundException("signatory");
        }

        await db.ExecuteAsync(GrowProtocol, new { request.ProtocolId }, cancellationToken);
        audit.Changes("protocol", request.ProtocolId);
        return Unit.Value;
    }
}
