using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Notifications;

/// <summary>Notes that one of one's own notifications was read; reading it again changes nothing.</summary>
internal sealed record ReadNotification(Guid Id) : ICommand;

internal static class ReadNotificationEndpoint
{
    public static void MapReadNotification(this IEndpointRouteBuilder notifications) => notifications
        .MapPost("/{id:guid}/reading", Handle)
        .WithName("readNotification")
        .WithSummary("Note that a notification was read")
        .RequireAuthorization();

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReadNotification(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ReadNotificationHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReadNotification, Unit>
{
    private const string Update = """
        update shared_notification
        set    read_at = case when read_at is null then @Now else read_at end
        where  id = @Id and user_id = @Me
        """;

    public async Task<Unit> Handle(ReadNotification request, CancellationToken cancellationToken) =>
        await db.ExecuteAsync(Update, new { request.Id, Me = user.Id, Now = clock.GetUtcNow() }, cancellationToken) == 1 ? Unit.Value : throw new NotFoundException("notification");
}
