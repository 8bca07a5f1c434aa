using System.Globalization;
using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>Subscribers, the newest first. Searched by POST: an address is personal data and stays out of URLs.</summary>
internal sealed record ListSubscribers(string? Q, SubscriberState? State, string? Cursor, int? Limit, bool? Total) : IQuery<Page<SubscriberLine>>;

/// <summary>A subscriber in the list.</summary>
/// <param name="ConsentSource">How the consent came about.</param>
internal sealed record SubscriberLine(
    Guid Id, string Email, SubscriberState State, DateTimeOffset CreatedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? UnsubscribedAt, string? ConsentSource, DateTimeOffset? ConsentAt);

internal static class ListSubscribersEndpoint
{
    public static void MapListSubscribers(this IEndpointRouteBuilder subscribers)
    {
        subscribers.MapGet("/", List).WithName("listSubscribers").WithSummary("Subscribers, the newest first").RequireRight(BulletinModule.BulletinRead);
        subscribers.MapPost("/search", Search).WithName("searchSubscribers").WithSummary("Search subscribers by address").RequireRight(BulletinModule.BulletinRead);
    }

    private static async Task<Ok<Page<SubscriberLine>>> List(Coded<SubscriberState>? state, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListSubscribers(null, state?.Value, cursor, limit, total), ct));

    private static async Task<Ok<Page<SubscriberLine>>> Search(ListSubscribers body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class ListSubscribersValidator : AbstractValidator<ListSubscribers>
{
    public ListSubscribersValidator() => RuleFor(list => list.Q).MaximumLength(254);
}

internal sealed class ListSubscribersHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<ListSubscribers, Page<SubscriberLine>>
{
    private const string Select = """
        select s.id as Id, s.email as Email, s.state as State, s.created_at as CreatedAt, s.confirmed_at as ConfirmedAt, s.unsubscribed_at as UnsubscribedAt,
               c.source as ConsentSource, c.at as ConsentAt
        from   bulletin_subscriber s
        left join bulletin_consent c on c.subscriber_id = s.id
              and not exists (select 1 from bulletin_consent l where l.subscriber_id = s.id and (l.at > c.at or (l.at = c.at and l.id > c.id)))
        where  1 = 1
        """;

    private const string Count = "select count(*) from bulletin_subscriber s where 1 = 1";
    private const string InState = "and s.state = @State";
    private const string Like = @"and s.email_normalized like @Pattern escape '\'";
    private const string After = "and s.created_at <= @AfterAt and (s.created_at < @AfterAt or s.id < @AfterId)";
    private const string NewestFirst = "order by s.created_at desc, s.id desc";

    public async Task<Page<SubscriberLine>> Handle(ListSubscribers request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var pattern = string.IsNullOrWhiteSpace(request.Q) ? null : $"%{Escaped(request.Q.Trim().ToLowerInvariant())}%";
        var args = new { State = request.State?.Code(), Pattern = pattern, AfterAt = InstantKey.Read(after?[0]), AfterId = IdKey.Read(after?[1]) };
        var sql = Filtered(new ListSql(Select), request, pattern).When(after is not null, After).OrderBy(NewestFirst);
        var rows = await db.TopAsync<SubscriberLine>(sql, args, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(new ListSql(Count), request, pattern).ToString(), args, cancellationToken) : null;
        audit.Reads("subscribers", Guid.Empty, pattern is null ? "list" : "search");
        return Paging.Page(rows, limit, row => [InstantKey.Write(row.CreatedAt), row.Id.ToString("D", CultureInfo.InvariantCulture)], total);
    }

    private static ListSql Filtered(ListSql sql, ListSubscribers request, string? pattern) => sql.When(request.State is not null, InState).When(pattern is not null, Like);

    private static string Escaped(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal);
}
