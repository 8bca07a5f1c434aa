using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Api.Access.Users;

/// <summary>One account.</summary>
internal sealed record GetUser(Guid Id) : IQuery<User>;

internal static class GetUserEndpoint
{
    public static void MapGetUser(this IEndpointRouteBuilder users) => users
        .MapGet("/{id:guid}", Handle)
        .WithName("getUser")
        .WithSummary("Read an account")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<VersionedOk<User>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetUser(id), ct));
}

internal sealed class GetUserHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<GetUser, User>
{
    private const string Select = UserRow.Select + " where u.id = @Id";

    private const string SelectRoles = "select user_id as UserId, role as Role from access_user_role where user_id = @Id order by role";

    public async Task<User> Handle(GetUser request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<UserRow>(Select, new { request.Id }, cancellationToken) ?? throw new NotFoundException("user");
        audit.Reads("user", row.Id, "open-record");
        return row.With((await db.QueryAsync<UserRole>(SelectRoles, new { request.Id }, cancellationToken)).Select(role => role.Role), clock.GetUtcNow());
    }
}
