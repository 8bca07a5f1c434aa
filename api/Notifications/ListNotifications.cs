using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Notifications;

/// <summary>The notifications of whoever is signed in, newest first.</summary>
internal sealed record ListNotifications(bool Unread, string? Cursor, int Limit) : IQuery<NotificationPage>;

/// <summary>A page of notifications.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="NextCursor">To be sent as <c>cursor</c> for what follows; null at the end.</param>
/// <param name="Unread">How many are unread in all.</param>
internal sealed record NotificationPage(IReadOnlyList<NotificationLine> Items, string? NextCursor, int Unread);

/// <summary>A notification.</summary>
/// <param name="Id">The line.</param>
/// <param name="Kind">Stable code; the client has its sentence.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Link">Page of the client.</param>
/// <param name="At">When it happened.</param>
/// <param name="Read">Whether it was read.</param>
internal sealed record NotificationLine(Guid Id, string Kind, string? Subject, string Link, DateTimeOffset At, bool Read);

internal static class ListNotificationsEndpoint
{
    public static void MapListNotifications(this IEndpointRouteBuilder notifications) => notifications
        .MapGet("/", Handle)
        .WithName("listNotifications")
        .WithSummary("List one's own notifications and count the unread ones")
        .RequireAuthorization();

    private static async Task<Ok<NotificationPage>> Handle(bool? unread, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListNotifications(unread ?? false, cursor, Paging.Limit(limit)), ct));
}

internal sealed class ListNotificationsHandler(IDbSession db, ICurrentUser user) : IRequestHandler<ListNotifications, NotificationPage>
{
    private const string Select = """
        select n.id as Id, n.kind as Kind, n.subject as Subject, n.link as Link, n.created_at as At, n.read_at as ReadAt
        from   shared_notification n
        where  n.user_id = @Me
        """;

    private const string OnlyUnread = "and n.read_at is null and n.user_id = @Me";

    private const string Older = """
        and n.created_at <= (select b.created_at from shared_notification b where b.id = @Before)
        and (n.created_at < (select b.created_at from shared_notification b where b.id = @Before) or n.id < @Before)
        """;

    private const string Order = "order by n.created_at desc, n.id desc";

    private const string CountUnread = "select count(*) from shared_notification where user_id = @Me and read_at is null";

    public async Task<NotificationPage> Handle(ListNotifications request, CancellationToken cancellationToken)
    {
        Guid? before = Paging.Decode(request.Cursor, 1) is [var last] ? Guid.TryParse(last, out var id) ? id : Guid.Empty : null;
        var args = new { Me = user.Id, Before = before };
        var rows = await db.TopAsync<Row>(
            new ListSql(Select).When(request.Unread, OnlyUnread).When(before is not null, Older).OrderBy(Order), args, request.Limit + 1, cancellationToken);
        var page = Paging.Page(rows, request.Limit, row => [row.Id.ToString()]);
        return new(
            [.. page.Items.Select(row => new NotificationLine(row.Id, row.Kind, row.Subject, row.Link, row.At, row.ReadAt is not null))],
            page.NextCursor,
            await db.ScalarAsync<int>(CountUnread, args, cancellationToken));
    }

    private sealed record Row(Guid Id, string Kind, string? Subject, string Link, DateTimeOffset At, DateTimeOffset? ReadAt);
}
