using MediatR;

namespace InclusionPlatform.Shared.Notifications;

/// <summary>Forgets notifications that were read a month ago, and unread ones after half a year: they point to records, and are no record of their own.</summary>
internal sealed record ForgetNotifications : ICommand;

internal sealed class ForgetNotificationsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ForgetNotifications, Unit>
{
    private static readonly TimeSpan AfterReading = TimeSpan.FromDays(30);
    private static readonly TimeSpan Unread = TimeSpan.FromDays(180);

    private const string DeleteRead = "delete from shared_notification where read_at < @ReadBefore";

    private const string DeleteOld = "delete from shared_notification where created_at < @MadeBefore";

    public async Task<Unit> Handle(ForgetNotifications request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(DeleteRead, new { ReadBefore = now - AfterReading }, cancellationToken);
        await db.ExecuteAsync(DeleteOld, new { MadeBefore = now - Unread }, cancellationToken);
        return Unit.Value;
    }
}
