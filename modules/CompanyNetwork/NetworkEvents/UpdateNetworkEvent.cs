using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>Moves or rewrites an event.</summary>
internal sealed record UpdateNetworkEvent(Guid Id, int Version, NetworkEventData Event) : ICommand<NetworkEvent>;

internal static class UpdateNetworkEventEndpoint
{
    public static void MapUpdateNetworkEvent(this IEndpointRouteBuilder events) => events
        .MapPut("/{networkEventId:guid}", Handle)
        .WithName("updateNetworkEvent")
        .WithSummary("Change an event of the network")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<NetworkEvent>> Handle(Guid networkEventId, NetworkEventData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new UpdateNetworkEvent(networkEventId, match.Version, body), ct));
}

internal sealed class UpdateNetworkEventValidator : AbstractValidator<UpdateNetworkEvent>
{
    public UpdateNetworkEventValidator() => RuleFor(request => request).Custom((request, context) => NetworkEventDataValidator.Check(request.Event, context.AddFailure));
}

internal sealed class UpdateNetworkEventHandler(IDbSession db, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<UpdateNetworkEvent, NetworkEvent>
{
    private const string Update = """
        update company_network_event
        set    version = version + 1, title = @Title, sort_title = @SortTitle, held_on = @Day, starts_at = @StartsAt, ends_at = @EndsAt, place = @Place, description = @Description,
               participants = @Participants, updated_at = @At
        where  id = @Id and version = @Version
        """;

    public async Task<NetworkEvent> Handle(UpdateNetworkEvent request, CancellationToken cancellationToken)
    {
        var known = await mediator.Send(new GetNetworkEvent(request.Id), cancellationToken);
        CancelledEventStaysAsItIs.Check(known.CancelledAt);
        var data = request.Event.Tidy();
        audit.Changes("network-event", request.Id);
        var changed = await db.ExecuteAsync(
            Update,
            new { request.Id, request.Version, data.Title, SortTitle = CompanyWords.SortName(data.Title), data.Day, data.StartsAt, data.EndsAt, data.Place, data.Description, data.Participants, At = clock.GetUtcNow() },
            cancellationToken);
        return changed == 1 ? await mediator.Send(new GetNetworkEvent(request.Id), cancellationToken) : throw new StaleVersionException();
    }
}
