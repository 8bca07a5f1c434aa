using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Clients;

/// <summary>Shuts a third-party system out for good: no new tokens, and the ones it has stop working.</summary>
internal sealed record RevokeApiClient(Guid Id) : ICommand;

internal static class RevokeApiClientEndpoint
{
    public static void MapRevokeApiClient(this IEndpointRouteBuilder clients) => clients
        .MapPost("/{id:guid}/revocation", Handle)
        .WithName("revokeApiClient")
        .WithSummary("Shut a third-party system out")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, ClientStamps stamps, CancellationToken ct)
    {
        await mediator.Send(new RevokeApiClient(id), ct);
        stamps.Forget(id);
        return TypedResults.NoContent();
    }
}

internal sealed class RevokeApiClientHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RevokeApiClient, Unit>
{
    private const string Update = "update access_api_client set revoked_at = coalesce(revoked_at, @At) where id = @Id";

    public async Task<Unit> Handle(RevokeApiClient request, CancellationToken cancellationToken)
    {
        audit.Changes("api-client", request.Id);
        return await db.ExecuteAsync(Update, new { request.Id, At = clock.GetUtcNow() }, cancellationToken) == 0 ? throw new NotFoundException("api-client") : Unit.Value;
    }
}
