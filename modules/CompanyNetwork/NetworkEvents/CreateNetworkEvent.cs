using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>Plans an event of the network, or records one that was held.</summary>
internal sealed record CreateNetworkEvent(NetworkEventData Event) : ICommand<CreatedNetworkEvent>;

internal sealed record CreatedNetworkEvent(Guid Id, int Version);

internal static class CreateNetworkEventEndpoint
{
    public static void MapCreateNetworkEvent(this IEndpointRouteBuilder events) => events
        .MapPost("/", Handle)
        .WithName("createNetworkEvent")
        .WithSummary("Plan an event of the network")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<CreatedNetworkEvent>> Handle(NetworkEventData body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new CreateNetworkEvent(body), ct);
        return TypedResults.Created($"/api/v1/network-events/{created.Id}", created);
    }
}

internal sealed class CreateNetworkEventValidator : AbstractValidator<CreateNetworkEvent>
{
    public CreateNetworkEventValidator() => RuleFor(request => request).Custom((request, context) => NetworkEventDataValidator.Check(request.Event, context.AddFailure));
}

internal sealed class CreateNetworkEventHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateNetworkEvent, CreatedNetworkEvent>
{
    private const string InsertEvent = """
        insert into company_network_event (id, version, title, sort_title, held_on, starts_at, ends_at, place, description, participants, created_at, updated_at)
        values (@Id, 1, @Title, @SortTitle, @Day, @StartsAt, @EndsAt, @Place, @Description, @Participants, @At, @At)
        """;

    public async Task<CreatedNetworkEvent> Handle(CreateNetworkEvent request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var data = request.Event.Tidy();
        audit.Changes("network-event", id);
        await db.ExecuteAsync(
            InsertEvent,
            new { Id = id, data.Title, SortTitle = CompanyWords.SortName(data.Title), data.Day, data.StartsAt, data.EndsAt, data.Place, data.Description, data.Participants, At = now },
            cancellationToken);
        return new(id, 1);
    }
}
