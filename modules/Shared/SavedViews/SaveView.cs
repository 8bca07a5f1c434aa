using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Shared.SavedViews;

/// <summary>Keeps a list's filters under a name.</summary>
/// <param name="List">Name of the list that it is of.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="Query">Filters and order, as the query of the list's address.</param>
/// <param name="Shared">Whether everybody who sees the list sees it.</param>
internal sealed record SaveView(string List, string Name, string Query, bool Shared) : ICommand<SavedViewId>;

internal sealed record SavedViewId(Guid Id);

internal static class SaveViewEndpoint
{
    public static void MapSaveView(this IEndpointRouteBuilder views) => views
        .MapPost("/", Handle)
        .WithName("saveView")
        .WithSummary("Save the filters of a list under a name")
        .RequireAuthorization();

    private static async Task<Created<SavedViewId>> Handle(SaveView body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/saved-views/{saved.Id}", saved);
    }
}

internal sealed class SaveViewValidator : AbstractValidator<SaveView>
{
    public SaveViewValidator()
    {
        RuleFor(view => view.List).NotEmpty().MaximumLength(40);
        RuleFor(view => view.Name).NotEmpty().MaximumLength(SavedView.LongestName);
    }
}

internal sealed class SaveViewHandler(IDbSession db, SavedLists lists, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveView, SavedViewId>
{
    private const int MostOfOneList = 50;

    private const string CountMine = "select count(*) from shared_saved_view where owner_id = @Me and list_key = @List";

    private const string InsertView = """
        insert into shared_saved_view (id, version, owner_id, owner_name, list_key, name, query, shared, created_at, updated_at)
        values (@Id, 1, @Me, @MyName, @List, @Name, @Query, @Shared, @At, @At)
        """;

    public async Task<SavedViewId> Handle(SaveView request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var saved = new SavedViewId(Guid.CreateVersion7(now));
        var list = lists.Open(request.List);
        var query = SavedQuery.Read(request.Query);
        if (await db.ScalarAsync<int>(CountMine, new { Me = user.Id, List = list }, cancellationToken) >= MostOfOneList)
        {
            throw new RuleBrokenException("saved-view.too-many", new Words(
                "Ci sono già {0} viste salvate per questo elenco: eliminarne una che non serve più.",
                "There are {0} saved views of this list already: delete one that is of no more use.").With(MostOfOneList));
        }

        await db.ExecuteAsync(
            InsertView,
            new { saved.Id, Me = user.Id, MyName = user.DisplayName, List = list, Name = request.Name.Trim(), Query = query, request.Shared, At = now },
            cancellationToken,
            SavedViewNames.Taken);
        return saved;
    }
}

internal static class SavedViewNames
{
    public static ConflictException Taken() => new("saved-view.name-taken", new(
        "C'è già una propria vista con questo nome: sceglierne un altro.",
        "You have a view of this name already: choose another one."));
}
