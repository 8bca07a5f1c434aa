using System.Globalization;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Editions, the latest number first.</summary>
internal sealed record ListEditions(EditionState? State, string? Cursor, int? Limit, bool? Total) : IQuery<Page<EditionLine>>;

/// <summary>An edition in a list.</summary>
/// <param name="Number">Number of the edition, which is in its address.</param>
/// <param name="Title">As readers see it.</param>
/// <param name="Opportunities">How many opportunities are in it.</param>
internal sealed record EditionLine(int Number, string Title, EditionState State, DateTimeOffset? ScheduledAt, DateTimeOffset? SentAt, int Opportunities);

internal static class ListEditionsEndpoint
{
    public static void MapListEditions(this IEndpointRouteBuilder editions) => editions
        .MapGet("/", Handle)
        .WithName("listEditions")
        .WithSummary("Editions of the bulletin, the latest number first")
        .RequireRight(BulletinModule.BulletinRead);

    private static async Task<Ok<Page<EditionLine>>> Handle(Coded<EditionState>? state, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListEditions(state?.Value, cursor, limit, total), ct));
}

internal sealed class ListEditionsHandler(IDbSession db) : IRequestHandler<ListEditions, Page<EditionLine>>
{
    private const string Select = """
        select e.number as Number, e.title as Title, e.state as State, e.scheduled_at as ScheduledAt, e.sent_at as SentAt,
               (select count(*) from bulletin_edition_item i where i.edition_id = e.id) as Opportunities
        from   bulletin_edition e
        where  1 = 1
        """;

    private const string Count = "select count(*) from bulletin_edition e where 1 = 1";
    private const string InState = "and e.state = @State";
    private const string After = "and e.number < @After";
    private const string LatestFirst = "order by e.number desc";

    public async Task<Page<EditionLine>> Handle(ListEditions request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = NumberKey.Read(Paging.Decode(request.Cursor, 1)?[0]);
        var args = new { State = request.State?.Code(), After = after };
        var sql = new ListSql(Select).When(request.State is not null, InState).When(after is not null, After).OrderBy(LatestFirst);
        var rows = await db.TopAsync<EditionLine>(sql, args, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(new ListSql(Count).When(request.State is not null, InState).ToString(), args, cancellationToken) : null;
        return Paging.Page(rows, limit, row => [row.Number.ToString(CultureInfo.InvariantCulture)], total);
    }
}
