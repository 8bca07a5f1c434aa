using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Clients;

/// <summary>The third-party systems, newest first. There are few of them, so they come in one page.</summary>
internal sealed record ListApiClients : IQuery<Page<ApiClient>>;

/// <summary>A third-party system.</summary>
/// <param name="Id">The client.</param>
/// <param name="ClientId">As OAuth 2.0's <c>client_id</c>.</param>
/// <param name="Name">Whose system it is.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">When it was let in.</param>
/// <param name="CreatedBy">Who let it in.</param>
/// <param name="RevokedAt">Since when it is shut out, or null.</param>
/// <param name="LastUsedAt">When it last asked for a token.</param>
internal sealed record ApiClient(
    Guid Id, string ClientId, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, string? CreatedBy, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);

internal static class ListApiClientsEndpoint
{
    public static void MapListApiClients(this IEndpointRouteBuilder clients) => clients
        .MapGet("/", Handle)
        .WithName("listApiClients")
        .WithSummary("List the third-party systems")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<Ok<Page<ApiClient>>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListApiClients(), ct));
}

internal sealed class ListApiClientsHandler(IDbSession db) : IRequestHandler<ListApiClients, Page<ApiClient>>
{
    private const string Select = """
        select   c.id as Id, c.client_id as ClientId, c.name as Name, c.scopes as Scopes, c.created_at as CreatedAt, u.display_name as CreatedBy,
                 c.revoked_at as RevokedAt, c.last_used_at as LastUsedAt
        from     access_api_client c
        left join access_user u on u.id = c.created_by
        order by c.created_at desc, c.id desc
        """;

    public async Task<Page<ApiClient>> Handle(ListApiClients request, CancellationToken cancellationToken)
    {
        var rows = await db.QueryAsync<Row>(Select, null, cancellationToken);
        return new([.. rows.Select(row => new ApiClient(row.Id, row.ClientId, row.Name, row.Scopes.Split(' '), row.CreatedAt, row.CreatedBy, row.RevokedAt, row.LastUsedAt))], null, rows.Count);
    }

    private sealed record Row(Guid Id, string ClientId, string Name, string Scopes, DateTimeOffset CreatedAt, string? CreatedBy, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);
}
