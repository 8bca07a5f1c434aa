using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>Reads an event with the bodies invited.</summary>
internal sealed record GetNetworkEvent(Guid Id) : IQuery<NetworkEvent>;

internal static class GetNetworkEventEndpoint
{
    public static void MapGetNetworkEvent(this IEndpointRouteBuilder events) => events
        .MapGet("/{networkEventId:guid}", Handle)
        .WithName("getNetworkEvent")
        .WithSummary("Read an event of the network with the bodies invited")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<VersionedOk<NetworkEvent>> Handle(Guid networkEventId, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetNetworkEvent(networkEventId), ct));
}

internal sealed class GetNetworkEventHandler(IDbSession db) : IRequestHandler<GetNetworkEvent, NetworkEvent>
{
    private const string SelectEvent = """
        select id as Id, version as Version, title as Title, held_on as Day, starts_at as StartsAt, ends_at as EndsAt, place as Place, description as Description, participants as Participants,
               cancelled_at as CancelledAt
        from   company_network_event
        where  id = @Id
        """;

    private const string SelectInvitations = """
        select i.body_id as BodyId, b.name as BodyName, i.state as State
        from   company_network_event_invitation i
        join   company_network_partner_body b on b.id = i.body_id
        where  i.event_id = @Id
        order by b.sort_name, b.id
        """;

    public async Task<NetworkEvent> Handle(GetNetworkEvent request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<Row>(SelectEvent, new { request.Id }, cancellationToken) ?? throw new NotFoundException("network-event");
        var invitations = await db.QueryAsync<EventInvitation>(SelectInvitations, new { request.Id }, cancellationToken);
        return new(row.Id, row.Version, row.Title, row.Day, row.StartsAt, row.EndsAt, row.Place, row.Description, row.Participants, row.CancelledAt, invitations);
    }

    private sealed record Row(Guid Id, int Version, string Title, DateOnly Day, string StartsAt, string? EndsAt, string Place, string? Description, int? Participants, DateTimeOffset? CancelledAt);
}
