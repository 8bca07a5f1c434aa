using InclusionPlatform.CompanyNetwork.PartnerBodies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>Invites a body to an event, once.</summary>
internal sealed record InviteBody(Guid EventId, Guid BodyId) : ICommand<InvitedBody>;

internal sealed record InvitedBody(Guid BodyId);

internal static class InviteBodyEndpoint
{
    internal sealed record InvitationBody(Guid BodyId);

    public static void MapInviteBody(this IEndpointRouteBuilder events) => events
        .MapPost("/{networkEventId:guid}/invitations", Handle)
        .WithName("inviteBody")
        .WithSummary("Invite a body to an event")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<InvitedBody>> Handle(Guid networkEventId, InvitationBody body, IMediator mediator, CancellationToken ct)
    {
        var invited = await mediator.Send(new InviteBody(networkEventId, body.BodyId), ct);
        return TypedResults.Created($"/api/v1/network-events/{networkEventId}/invitations/{invited.BodyId}", invited);
    }
}

internal sealed class InviteBodyHandler(IDbSession db, IMediator mediator, BodyLookup bodies, IAuditTrail audit) : IRequestHandler<InviteBody, InvitedBody>
{
    private const string InsertInvitation = "insert into company_network_event_invitation (event_id, body_id, state) values (@EventId, @BodyId, 'invited')";

    public async Task<InvitedBody> Handle(InviteBody request, CancellationToken cancellationToken)
    {
        var known = await mediator.Send(new GetNetworkEvent(request.EventId), cancellationToken);
        CancelledEventStaysAsItIs.Check(known.CancelledAt);
        await bodies.RequireAsync(request.BodyId, null, cancellationToken);
        audit.Changes("network-event", request.EventId);
        await db.ExecuteAsync(InsertInvitation, request, cancellationToken, () => new ConflictException("network-event.invited-already", new(
            "Questo ente è già invitato: per dire se c'era, modificare la sua riga.", "This body is invited already: to say whether it came, edit its row.")));
        return new(request.BodyId);
    }
}
