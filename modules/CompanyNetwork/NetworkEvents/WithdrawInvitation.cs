using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>Takes a body off the list of those invited.</summary>
internal sealed record WithdrawInvitation(Guid EventId, Guid BodyId) : ICommand;

internal static class WithdrawInvitationEndpoint
{
    public static void MapWithdrawInvitation(this IEndpointRouteBuilder events) => events
        .MapDelete("/{networkEventId:guid}/invitations/{bodyId:guid}", Handle)
        .WithName("withdrawInvitation")
        .WithSummary("Take a body off the list of those invited")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid networkEventId, Guid bodyId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawInvitation(networkEventId, bodyId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WithdrawInvitationHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<WithdrawInvitation, Unit>
{
    private const string DeleteInvitation = "delete from company_network_event_invitation where event_id = @EventId and body_id = @BodyId";

    public async Task<Unit> Handle(WithdrawInvitation request, CancellationToken cancellationToken)
    {
        audit.Changes("network-event", request.EventId);
        return await db.ExecuteAsync(DeleteInvitation, request, cancellationToken) == 1 ? Unit.Value : throw new NotFoundException("event-invitation");
    }
}
