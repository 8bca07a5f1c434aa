using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Users;

/// <summary>Opens a closed account again; it signs in with the password it had.</summary>
internal sealed record EnableUser(Guid Id) : ICommand;

internal static class EnableUserEndpoint
{
    public static void MapEnableUser(this IEndpointRouteBuilder users) => users
        .MapPost("/{id:guid}/enabling", Handle)
        .WithName("enableUser")
        .WithSummary("Open a closed account again")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, UserStamps stamps, CancellationToken ct)
    {
        await mediator.Send(new EnableUser(id), ct);
        stamps.Forget(id);
        return TypedResults.NoContent();
    }
}

internal sealed class EnableUserHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<EnableUser, Unit>
{
    private const string Update = """
        update access_user
        set    version = case when disabled_at is null then version else version + 1 end, disabled_at = null, concurrency_stamp = @Stamp
        where  id = @Id
        """;

    public async Task<Unit> Handle(EnableUser request, CancellationToken cancellationToken)
    {
        audit.Changes("user", request.Id);
        return await db.ExecuteAsync(Update, new { request.Id, Stamp = Secrets.Token() }, cancellationToken) == 0 ? throw new NotFoundException("user") : Unit.Value;
    }
}
