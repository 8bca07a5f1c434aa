using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Notifications;

/// <summary>Notes that all of one's own notifications were read.</summary>
internal sealed record ReadAllNotifications : ICommand;

internal static class ReadAllNotificationsEndpoint
{
    public static void MapReadAllNotifications(this IEndpointRouteBuilder notifications) => notifications
        .MapPost("/reading", Handle)
        .WithName("readAllNotifications")
        .WithSummary("Note that all of one's own notifications were read")
        .RequireAuthorization();

    private static async Task<NoContent> Handle(IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReadAllNotifications(), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ReadAllNotificationsHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReadAllNotifications, Unit>
{
    private const string Update = "update shared_notification set read_at = @Now where user_id = @Me and read_at is null";

    public async Task<Unit> Handle(ReadAllNotifications request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Update, new { Me = user.Id, Now = clock.GetUtcNow() }, cancellationToken);
        return Unit.Value;
    }
}
