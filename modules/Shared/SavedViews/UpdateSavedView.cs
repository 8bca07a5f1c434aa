using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Shared.SavedViews;

/// <summary>Renames a view of one's own, shares it or gives it other filters.</summary>
internal sealed record UpdateSavedView(Guid Id, int Version, string Name, string Query, bool Shared) : ICommand;

internal static class UpdateSavedViewEndpoint
{
    public static void MapUpdateSavedView(this IEndpointRouteBuilder views) => views
        .MapPut("/{viewId:guid}", Handle)
        .WithName("updateSavedView")
        .WithSummary("Rename a saved view, share it or change its filters")
        .RequireAuthorization();

    private static async Task<NoContent> Handle(Guid viewId, SavedViewData body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new UpdateSavedView(viewId, match.Version, body.Name, body.Query, body.Shared), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class UpdateSavedViewValidator : AbstractValidator<UpdateSavedView>
{
    public UpdateSavedViewValidator() => RuleFor(view => view.Name).NotEmpty().MaximumLength(SavedView.LongestName);
}

internal sealed class UpdateSavedViewHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<UpdateSavedView, Unit>
{
    // Somebody else's view is as if it were not there: only its owner changes it.
    private const string CountMine = "select count(*) from shared_saved_view where id = @Id and owner_id = @Me";

    private const string UpdateView = """
        update shared_saved_view
        set    version = version + 1, name = @Name, query = @Query, shared = @Shared, updated_at = @At
        where  id = @Id and owner_id = @Me and version = @Version
        """;

    public async Task<Unit> Handle(UpdateSavedView request, CancellationToken cancellationToken)
    {
        var query = SavedQuery.Read(request.Query);
        var arguments = new { request.Id, request.Version, Me = user.Id, Name = request.Name.Trim(), Query = query, request.Shared, At = clock.GetUtcNow() };
        if (await db.ScalarAsync<int>(CountMine, arguments, cancellationToken) == 0)
        {
            throw new NotFoundException("saved-view");
        }

        return await db.ExecuteAsync(UpdateView, arguments, cancellationToken, SavedViewNames.Taken) == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
