using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Shared.SavedViews;

/// <summary>One's own views of a list and those that others share, by name.</summary>
internal sealed record ListSavedViews(string? List) : IQuery<Page<SavedView>>;

internal static class ListSavedViewsEndpoint
{
    public static void MapListSavedViews(this IEndpointRouteBuilder views) => views
        .MapGet("/", Handle)
        .WithName("listSavedViews")
        .WithSummary("List one's own and the shared views of a list")
        .RequireAuthorization();

    private static async Task<Ok<Page<SavedView>>> Handle(string list, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSavedViews(list), ct));
}

internal sealed class ListSavedViewsHandler(IDbSession db, SavedLists lists, ICurrentUser user) : IRequestHandler<ListSavedViews, Page<SavedView>>
{
    private const int Most = 200;

    private const string SelectViews = """
        select v.id as Id, v.version as Version, v.name as Name, v.query as Query, v.shared as Shared, v.owner_id as OwnerId, v.owner_name as OwnerName
        from   shared_saved_view v
        where  v.list_key = @List and (v.owner_id = @Me or v.shared = 1)
        order by v.name, v.id
        """;

    public async Task<Page<SavedView>> Handle(ListSavedViews request, CancellationToken cancellationToken)
    {
        var rows = await db.TopAsync<Row>(SelectViews, new { List = lists.Open(request.List), Me = user.Id }, Most, cancellationToken);
        return new([.. rows.Select(row => new SavedView(row.Id, row.Version, row.Name, row.Query, row.Shared, row.OwnerId == user.Id, row.OwnerName))], null);
    }

    private sealed record Row(Guid Id, int Version, string Name, string Query, bool Shared, Guid OwnerId, string OwnerName);
}
