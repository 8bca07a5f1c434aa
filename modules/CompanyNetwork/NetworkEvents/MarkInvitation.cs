using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>Records what an invited body answered, or whether it was there.</summary>
internal sealed record MarkInvitation(Guid EventId, Guid BodyId, InvitationState State) : ICommand;

internal static class MarkInvitationEndpoint
{
    internal sealed record InvitationStateBody(InvitationState State);

    public static void MapMarkInvitation(this IEndpointRouteBuilder events) => events
        .MapPut("/{networkEventId:guid}/invitations/{bodyId:guid}", Handle)
        .WithName("markInvitation")
        .WithSummary("Record what an invited body answered, or whether it was there")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid networkEventId, Guid bodyId, InvitationStateBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new MarkInvitation(networkEventId, bodyId, body.State), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class MarkInvitationValidator : AbstractValidator<MarkInvitation>
{
    public MarkInvitationValidator() => RuleFor(request => request.State).IsInEnum();
}

internal sealed class MarkInvitationHandler(IDbSession db, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<MarkInvitation, Unit>
{
    private const string UpdateInvitation = "update company_network_event_invitation set state = @State where event_id = @EventId and body_id = @BodyId";

    public async Task<Unit> Handle(MarkInvitation request, CancellationToken cancellationToken)
    {
        var known = await mediator.Send(new GetNetworkEvent(request.EventId), cancellationToken);
        CancelledEventStaysAsItIs.Check(known.CancelledAt);
        AttendanceIsOfAnEventThatHasBegun.Check(request.State, known.Day, clock.Today());
        audit.Changes("network-event", request.EventId);
        return await db.ExecuteAsync(UpdateInvitation, new { request.EventId, request.BodyId, State = request.State.Code() }, cancellationToken) == 1
            ? Unit.Value
            : throw new NotFoundException("event-invitation");
    }
}
