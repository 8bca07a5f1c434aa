using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Users;

/// <summary>Closes an account: its sessions end, what it did stays under its name.</summary>
internal sealed record DisableUser(Guid Id) : ICommand;

internal static class DisableUserEndpoint
{
    public static void MapDisableUser(this IEndpointRouteBuilder users) => users
        .MapPost("/{id:guid}/disabling", Handle)
        .WithName("disableUser")
        .WithSummary("Close an account")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, UserStamps stamps, CancellationToken ct)
    {
        await mediator.Send(new DisableUser(id), ct);
        stamps.Forget(id);
        return TypedResults.NoContent();
    }
}

internal sealed class DisableUserHandler(IDbSession db, ICurrentUser current, IAuditTrail audit, TimeProvider clock) : IRequestHandler<DisableUser, Unit>
{
    private const string IsAdministrator = "select count(*) from access_user_role where user_id = @Id and role = 'administrator'";

    private const string Exists = "select count(*) from access_user where id = @Id";

    private const string Update = """
        update access_user
        set    disabled_at = @At, security_stamp = @Stamp, concurrency_stamp = @Stamp, version = version + 1
        where  id = @Id and disabled_at is null
        """;

    public async Task<Unit> Handle(DisableUser request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(Exists, new { request.Id }, cancellationToken) == 0)
        {
            throw new NotFoundException("user");
        }

        if (await db.ScalarAsync<int>(IsAdministrator, new { request.Id }, cancellationToken) > 0)
        {
            await LastAdministrator.RequireAnotherAsync(db, request.Id, cancellationToken);
        }

        if (request.Id == current.Id)
        {
            throw new RuleBrokenException("user.disables-self", new(
                "Non si può disattivare il proprio account: può farlo un altro amministratore.",
                "One's own account cannot be disabled: another administrator can do it."));
        }

        audit.Changes("user", request.Id);
        await db.ExecuteAsync(Update, new { request.Id, At = clock.GetUtcNow(), Stamp = Secrets.Token() }, cancellationToken);
        return Unit.Value;
    }
}
