using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Clients;

/// <summary>A right that may be given to a third-party system.</summary>
/// <param name="Name">As OAuth 2.0's <c>scope</c>.</param>
/// <param name="Description">What it allows.</param>
internal sealed record Scope(string Name, string Description);

internal static class ListScopesEndpoint
{
    public static void MapListScopes(this IEndpointRouteBuilder clients) => clients
        .MapGet("/scopes", Handle)
        .WithName("listScopes")
        .WithSummary("List the rights that may be given to third-party systems")
        .RequireRight(AccessModule.ManageAccess);

    private static Ok<Page<Scope>> Handle(RightRegistry rights) => TypedResults.Ok(new Page<Scope>(
        [.. rights.All.Values.Where(right => right.ForClients).OrderBy(right => right.Name, StringComparer.Ordinal).Select(right => new Scope(right.Name, right.Description.ToString()))], null));
}
