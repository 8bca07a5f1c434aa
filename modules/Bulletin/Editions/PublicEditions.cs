using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Editions that went out, the latest first.</summary>
internal sealed record ListPublicEditions(string? Cursor, int? Limit) : IQuery<Page<PublicEditionLine>>;

/// <summary>An edition in the public archive.</summary>
/// <param name="Number">Number of the edition, which is in its address.</param>
/// <param name="Title">As readers see it.</param>
internal sealed record PublicEditionLine(int Number, string Title, DateTimeOffset SentAt);

/// <summary>One of those, as it was mailed.</summary>
internal sealed record GetPublicEdition(int Number) : IQuery<PublicEdition>;

/// <summary>An edition on its public page.</summary>
/// <param name="Number">Number.</param>
/// <param name="Title">Title.</param>
/// <param name="SentAt">When it went out.</param>
/// <param name="Html">Introduction and sections, as safe HTML.</param>
internal sealed record PublicEdition(int Number, string Title, DateTimeOffset SentAt, string Html);

internal static class PublicEditionsEndpoint
{
    public static void MapPublicEditions(this IEndpointRouteBuilder bulletin)
    {
        bulletin.MapGet("/", List).WithName("listPublicEditions").WithSummary("Editions of the bulletin that went out").AllowAnonymous();
        bulletin.MapGet("/{number:int}", Get).WithName("getPublicEdition").WithSummary("An edition of the bulletin as it was mailed").AllowAnonymous();
    }

    private static async Task<Ok<Page<PublicEditionLine>>> List(string? cursor, int? limit, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var page = await mediator.Send(new ListPublicEditions(cursor, limit), ct);
        PublicCache.Allow(http);
        return TypedResults.Ok(page);
    }

    private static async Task<Ok<PublicEdition>> Get(int number, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var edition = await mediator.Send(new GetPublicEdition(number), ct);
        PublicCache.Allow(http);
        return TypedResults.Ok(edition);
    }
}

internal sealed class PublicEditionsHandler(IDbSession db) : IRequestHandler<ListPublicEditions, Page<PublicEditionLine>>, IRequestHandler<GetPublicEdition, PublicEdition>
{
    private const string SelectLines = "select number as Number, title as Title, sent_at as SentAt from bulletin_edition where sent_at is not null";
    private const string After = "and number < @After";
    private const string LatestFirst = "order by number desc";

    private const string SelectOne = """
        select number as Number, title as Title, sent_at as SentAt, page_html as Html
        from   bulletin_edition
        where  number = @Number and sent_at is not null
        """;

    public async Task<Page<PublicEditionLine>> Handle(ListPublicEditions request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = NumberKey.Read(Paging.Decode(request.Cursor, 1)?[0]);
        var rows = await db.TopAsync<PublicEditionLine>(new ListSql(SelectLines).When(after is not null, After).OrderBy(LatestFirst), new { After = after }, limit + 1, cancellationToken);
        return Paging.Page(rows, limit, row => [row.Number.ToString(CultureInfo.InvariantCulture)]);
    }

    public async Task<PublicEdition> Handle(GetPublicEdition request, CancellationToken cancellationToken) =>
        await db.FindAsync<PublicEdition>(SelectOne, new { request.Number }, cancellationToken) ?? throw new NotFoundException("edition");
}
