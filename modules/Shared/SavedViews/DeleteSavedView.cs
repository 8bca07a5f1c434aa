using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Shared.SavedViews;

/// <summary>Deletes a view of one's own.</summary>
internal sealed record DeleteSavedView(Guid Id) : ICommand;

internal static class DeleteSavedViewEndpoint
{
    public static void MapDeleteSavedView(this IEndpointRouteBuilder views) => views
        .MapDelete("/{viewId:guid}", Handle)
        .WithName("deleteSavedView")
        .WithSummary("Delete a saved view of one's own")
        .RequireAuthorization();

    private static async Task<NoContent> Handle(Guid viewId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeleteSavedView(viewId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DeleteSavedViewHandler(IDbSession db, ICurrentUser user) : IRequestHandler<DeleteSavedView, Unit>
{
    private const string DeleteView = "delete from shared_saved_view where id = @Id and owner_id = @Me";

    public async Task<Unit> Handle(DeleteSavedView request, CancellationToken cancellationToken) =>
        await db.ExecuteAsync(DeleteView, new { request.Id, Me = user.Id }, cancellationToken) == 1 ? Unit.Value : throw new NotFoundException("saved-view");
}
