using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>Calls an event off: it stays in the list and in people's calendars, as cancelled.</summary>
internal sealed record CancelNetworkEvent(Guid Id) : ICommand;

internal static class CancelNetworkEventEndpoint
{
    public static void MapCancelNetworkEvent(this IEndpointRouteBuilder events) => events
        .MapPost("/{networkEventId:guid}/cancellation", Handle)
        .WithName("cancelNetworkEvent")
        .WithSummary("Call an event off")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid networkEventId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelNetworkEvent(networkEventId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CancelNetworkEventHandler(IDbSession db, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CancelNetworkEvent, Unit>
{
    private const string Cancel = "update company_network_event set version = version + 1, cancelled_at = @At, updated_at = @At where id = @Id and cancelled_at is null";

    public async Task<Unit> Handle(CancelNetworkEvent request, CancellationToken cancellationToken)
    {
        var known = await mediator.Send(new GetNetworkEvent(request.Id), cancellationToken);
        CancelledEventStaysAsItIs.Check(known.CancelledAt);
        audit.Changes("network-event", request.Id);
        await db.ExecuteAsync(Cancel, new { request.Id, At = clock.GetUtcNow() }, cancellationToken);
        return Unit.Value;
    }
}
