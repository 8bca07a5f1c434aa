namespace InclusionPlatform.Shared.Notifications;

internal sealed class NotificationWriter(IDbSession db, ICurrentUser user, IColleagues colleagues, TimeProvider clock) : INotifications
{
    private const int MostOfSubject = 200;

    private const string Insert = """
        insert into shared_notification (id, user_id, kind, subject, link, created_at, read_at)
        values (@Id, @User, @Kind, @Subject, @Link, @Now, null)
        """;

    public async Task NotifyAsync(IEnumerable<Guid> users, string kind, string? subject, string link, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lines = users.Distinct().Where(id => id != user.Id && id != Guid.Empty).Select(id => new
        {
            Id = Guid.CreateVersion7(now),
            User = id,
            Kind = kind,
            Subject = subject is { Length: > MostOfSubject } ? $"{subject[..(MostOfSubject - 1)]}…" : subject,
            Link = link,
            Now = now,
        }).ToArray();
        if (lines.Length > 0)
        {
            await db.ExecuteAsync(Insert, lines, ct);
        }
    }

    public async Task NotifyAsync(Role role, string kind, string? subject, string link, CancellationToken ct) =>
        await NotifyAsync((await colleagues.AllAsync(ct)).Where(colleague => colleague.IsActive && colleague.Roles.Contains(role)).Select(colleague => colleague.Id), kind, subject, link, ct);
}
