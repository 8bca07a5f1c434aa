using System.Globalization;
using InclusionPlatform.Bulletin.Text;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>What everybody may see: published and not past its deadline, the latest first.</summary>
internal sealed record ListPublicOpportunities(string? Q, OpportunityKind? Kind, string? Municipality, string? Cursor, int? Limit, bool? Total) : IQuery<Page<PublicOpportunityLine>>;

/// <summary>An opportunity in the public list.</summary>
/// <param name="Title">One line.</param>
/// <param name="Organiser">Employer or organiser.</param>
/// <param name="Municipality">Name of the municipality with its province; null for what happens anywhere.</param>
/// <param name="ContractType">Kind of contract, in words.</param>
/// <param name="Deadline">Last day to apply; null if it stands until it is withdrawn.</param>
/// <param name="Positions">How many places; null if it was not said.</param>
internal sealed record PublicOpportunityLine(Guid Id, OpportunityKind Kind, string Title, string Organiser, string? Municipality, string? ContractType, DateOnly? Deadline, int? Positions, DateTimeOffset PublishedAt);

/// <summary>One of those, whole.</summary>
internal sealed record GetPublicOpportunity(Guid Id) : IQuery<PublicOpportunity>;

/// <summary>An opportunity on its public page. It names offices, never the people who wrote it.</summary>
/// <param name="Title">One line.</param>
/// <param name="DescriptionHtml">Safe HTML, to be shown as it is.</param>
/// <param name="RequirementsHtml">Safe HTML; null if nothing is required.</param>
/// <param name="Organiser">Employer or organiser.</param>
/// <param name="Municipality">Name of the municipality with its province; null for what happens anywhere.</param>
/// <param name="ContractType">Kind of contract, in words.</param>
/// <param name="Hours">Hours, in words.</param>
/// <param name="ApplyUrl">Web page where to apply; of this, the e-mail address and the telephone at least one is there.</param>
/// <param name="ApplyEmail">E-mail address of the office to which to apply.</param>
/// <param name="ApplyPhone">Telephone of the office at which to apply.</param>
/// <param name="Deadline">Last day to apply; null if it stands until it is withdrawn.</param>
/// <param name="Positions">How many places; null if it was not said.</param>
internal sealed record PublicOpportunity(
    Guid Id, OpportunityKind Kind, string Title, string DescriptionHtml, string? RequirementsHtml, string Organiser, string? Municipality, string? ContractType, string? Hours,
    string? ApplyUrl, string? ApplyEmail, string? ApplyPhone, DateOnly? Deadline, int? Positions, DateTimeOffset PublishedAt);

internal static class PublicOpportunitiesEndpoint
{
    public static void MapPublicOpportunities(this IEndpointRouteBuilder opportunities)
    {
        opportunities.MapGet("/", List).WithName("listPublicOpportunities").WithSummary("Published opportunities, the latest first").AllowAnonymous();
        opportunities.MapGet("/{id:guid}", Get).WithName("getPublicOpportunity").WithSummary("A published opportunity").AllowAnonymous();
    }

    private static async Task<Ok<Page<PublicOpportunityLine>>> List(
        string? q, Coded<OpportunityKind>? kind, string? municipality, string? cursor, int? limit, bool? total, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var page = await mediator.Send(new ListPublicOpportunities(q, kind?.Value, municipality, cursor, limit, total), ct);
        PublicCache.Allow(http);
        return TypedResults.Ok(page);
    }

    private static async Task<Ok<PublicOpportunity>> Get(Guid id, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var opportunity = await mediator.Send(new GetPublicOpportunity(id), ct);
        PublicCache.Allow(http);
        return TypedResults.Ok(opportunity);
    }
}

internal sealed class PublicOpportunitiesHandler(IDbSession db, TimeProvider clock)
    : IRequestHandler<ListPublicOpportunities, Page<PublicOpportunityLine>>, IRequestHandler<GetPublicOpportunity, PublicOpportunity>
{
    private const string SelectLines = """
        select id as Id, kind as Kind, title as Title, organiser as Organiser, municipality as Municipality, contract_type as ContractType, deadline as Deadline,
               positions as Positions, published_at as PublishedAt
        from   bulletin_opportunity
        where  state = 'published' and (deadline is null or deadline >= @Today)
        """;

    private const string Count = "select count(*) from bulletin_opportunity where state = 'published' and (deadline is null or deadline >= @Today)";
    private const string OfKind = "and kind = @Kind";
    private const string InPlace = "and municipality_code = @Place";
    private const string After = "and published_at <= @AfterAt and (published_at < @AfterAt or id < @AfterId)";
    private const string LatestFirst = "order by published_at desc, id desc";

    private const string SelectOne = """
        select id as Id, kind as Kind, title as Title, description as Description, requirements as Requirements, organiser as Organiser, municipality as Municipality,
               contract_type as ContractType, hours as Hours, apply_url as ApplyUrl, apply_email as ApplyEmail, apply_phone as ApplyPhone, deadline as Deadline,
               positions as Positions, published_at as PublishedAt
        from   bulletin_opportunity
        where  id = @Id and state = 'published' and (deadline is null or deadline >= @Today)
        """;

    public async Task<Page<PublicOpportunityLine>> Handle(ListPublicOpportunities request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var words = SearchText.Words(request.Q);
        var args = new
        {
            Today = clock.Today(),
            Kind = request.Kind?.Code(),
            Place = OpportunityContentValidator.Place(request.Municipality)?.Istat,
            AfterAt = InstantKey.Read(after?[0]),
            AfterId = IdKey.Read(after?[1]),
            W1 = WordPattern.Of(words, 0),
            W2 = WordPattern.Of(words, 1),
            W3 = WordPattern.Of(words, 2),
        };
        var rows = await db.TopAsync<PublicOpportunityLine>(Filtered(new ListSql(SelectLines), request, words).When(after is not null, After).OrderBy(LatestFirst), args, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(new ListSql(Count), request, words).ToString(), args, cancellationToken) : null;
        return Paging.Page(rows, limit, row => [InstantKey.Write(row.PublishedAt), row.Id.ToString("D", CultureInfo.InvariantCulture)], total);
    }

    public async Task<PublicOpportunity> Handle(GetPublicOpportunity request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<Row>(SelectOne, new { request.Id, Today = clock.Today() }, cancellationToken) ?? throw new NotFoundException("opportunity");
        return new(
            row.Id, row.Kind, row.Title, SafeMarkdown.ToHtml(row.Description), row.Requirements is null ? null : SafeMarkdown.ToHtml(row.Requirements), row.Organiser, row.Municipality,
            row.ContractType, row.Hours, row.ApplyUrl, row.ApplyEmail, row.ApplyPhone, row.Deadline, row.Positions, row.PublishedAt);
    }

    private static ListSql Filtered(ListSql sql, ListPublicOpportunities request, IReadOnlyList<string> words) => sql
        .When(request.Kind is not null, OfKind)
        .When(!string.IsNullOrWhiteSpace(request.Municipality), InPlace)
        .When(words.Count > 0, WordPattern.First)
        .When(words.Count > 1, WordPattern.Second)
        .When(words.Count > 2, WordPattern.Third);

    private sealed record Row(
        Guid Id, OpportunityKind Kind, string Title, string Description, string? Requirements, string Organiser, string? Municipality, string? ContractType, string? Hours,
        string? ApplyUrl, string? ApplyEmail, string? ApplyPhone, DateOnly? Deadline, int? Positions, DateTimeOffset PublishedAt);
}
