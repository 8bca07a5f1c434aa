using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Users;

/// <summary>The accounts by name. A service has tens of them, seldom hundreds: they are read whole and filtered here.</summary>
internal sealed record ListUsers(string? Q, Role? Role, UserState? State, string? Cursor, int Limit, bool Total) : IQuery<Page<User>>;

internal static class ListUsersEndpoint
{
    public static void MapListUsers(this IEndpointRouteBuilder users) => users
        .MapGet("/", Handle)
        .WithName("listUsers")
        .WithSummary("List the accounts")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<Ok<Page<User>>> Handle(
        IMediator mediator, string? q, [CodeOf(typeof(Role))] string? role, [CodeOf(typeof(UserState))] string? state, string? cursor, int? limit, bool? total, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(
            new ListUsers(q, QueryCode.Read<Role>(role, "role"), QueryCode.Read<UserState>(state, "state", States), cursor, Paging.Limit(limit), total ?? false), ct));

    private static readonly Words States = new("attivi, disattivati", "active, disabled");
}

internal sealed class ListUsersHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ListUsers, Page<User>>
{
    private const string SelectUsers = UserRow.Select + " order by u.display_name, u.id";

    private const string SelectRoles = "select user_id as UserId, role as Role from access_user_role order by user_id, role";

    public async Task<Page<User>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var roles = (await db.QueryAsync<UserRole>(SelectRoles, null, cancellationToken)).ToLookup(row => row.UserId, row => row.Role);
        var now = clock.GetUtcNow();
        var words = SearchText.Words(request.Q);
        var matching = (await db.QueryAsync<UserRow>(SelectUsers, null, cancellationToken))
            .Select(row => row.With(roles[row.Id], now))
            .Where(user => request.Role is not { } role || user.Roles.Contains(role))
            .Where(user => request.State is not { } state || user.State == state)
            .Where(user => words.All($"{SearchText.Normalize(user.DisplayName)} {SearchText.Normalize(user.Email)}".Contains))
            .ToArray();
        var rest = Paging.Decode(request.Cursor, 1) is [var last] ? matching.SkipWhile(user => user.Id.ToString() != last).Skip(1) : matching;
        return Paging.Page([.. rest.Take(request.Limit + 1)], request.Limit, user => [user.Id.ToString()], request.Total ? matching.Length : null);
    }
}
