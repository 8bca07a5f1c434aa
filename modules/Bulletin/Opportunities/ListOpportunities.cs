using System.Globalization;
using InclusionPlatform.Bulletin.Editions;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>Opportunities, the newest first. A third-party system sees its own and, where it may read, the published ones.</summary>
internal sealed record ListOpportunities(string? Q, OpportunityState? State, OpportunityKind? Kind, DateOnly? DeadlineTo, InBulletin? InBulletin, string? Cursor, int? Limit, bool? Total)
    : IQuery<Page<OpportunityLine>>;

/// <summary>An opportunity in a list.</summary>
/// <param name="Title">One line.</param>
/// <param name="Organiser">Employer or organiser.</param>
/// <param name="Municipality">Name of the municipality with its province; null for what happens anywhere.</param>
/// <param name="Deadline">Last day to apply; null if it stands until it is withdrawn.</param>
/// <param name="Positions">How many places; null if it was not said.</param>
/// <param name="Source">Where it was found; of what a third-party system sent, the name of that system.</param>
/// <param name="PublishedAt">When it was published; null if it never was.</param>
internal sealed record OpportunityLine(
    Guid Id, OpportunityKind Kind, string Title, string Organiser, string? Municipality, DateOnly? Deadline, int? Positions, string? Source, OpportunityState State,
    DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt)
{
    /// <summary>The numbers of the bulletin in which it went out; null if it never did.</summary>
    public SentIn? SentIn { get; init; }

    /// <summary>The scheduled number in which it is to go out; null if in none.</summary>
    public PlannedIn? PlannedIn { get; init; }
}

internal static class ListOpportunitiesEndpoint
{
    public static void MapListOpportunities(this IEndpointRouteBuilder opportunities) => opportunities
        .MapGet("/", Handle)
        .WithName("listOpportunities")
        .WithSummary("Opportunities, the newest first")
        .WithDescription("A third-party system is listed its own in every state, and with opportunities:read the published ones of others; what it may not see is neither listed nor counted.")
        .RequireRight(BulletinModule.OpportunitiesRead, forOwn: BulletinModule.OpportunitiesWrite);

    private static async Task<Ok<Page<OpportunityLine>>> Handle(
        string? q, Coded<OpportunityState>? state, Coded<OpportunityKind>? kind, DateOnly? deadlineTo, Coded<InBulletin>? inBulletin, string? cursor, int? limit, bool? total, IMediator mediator,
        CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListOpportunities(q, state?.Value, kind?.Value, deadlineTo, inBulletin?.Value, cursor, limit, total), ct));
}

internal sealed class ListOpportunitiesHandler(IDbSession db, SentEditions sent, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListOpportunities, Page<OpportunityLine>>
{
    private const string Select = """
        select id as Id, kind as Kind, title as Title, organiser as Organiser, municipality as Municipality, deadline as Deadline, positions as Positions, source as Source,
               case when state = 'published' and deadline < @Today then 'expired' else state end as State, created_at as CreatedAt, published_at as PublishedAt
        from   bulletin_opportunity
        where  1 = 1
        """;

    private const string Count = "select count(*) from bulletin_opportunity where 1 = 1";
    private const string InState = "and state = @State";

    // What is past its deadline is over today, whether the nightly job has written it or not.
    private const string StillOpen = "and state = 'published' and (deadline is null or deadline >= @Today)";
    private const string Over = "and (state = 'expired' or (state = 'published' and deadline < @Today))";
    private const string OfKind = "and kind = @Kind";
    private const string DueBy = "and deadline <= @DeadlineTo";
    private const string Visible = "and (client_id = @ClientId or state = 'published')";
    private const string Own = "and client_id = @ClientId";
    private const string After = "and created_at <= @AfterAt and (created_at < @AfterAt or id < @AfterId)";
    private const string NewestFirst = "order by created_at desc, id desc";

    public async Task<Page<OpportunityLine>> Handle(ListOpportunities request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var words = SearchText.Words(request.Q);
        var args = new
        {
            State = request.State?.Code(),
            Today = clock.Today(),
            Kind = request.Kind?.Code(),
            request.DeadlineTo,
            ClientId = user.Id,
            AfterAt = InstantKey.Read(after?[0]),
            AfterId = IdKey.Read(after?[1]),
            W1 = WordPattern.Of(words, 0),
            W2 = WordPattern.Of(words, 1),
            W3 = WordPattern.Of(words, 2),
        };
        var rows = await db.TopAsync<OpportunityLine>(Filtered(new ListSql(Select), request, words).When(after is not null, After).OrderBy(NewestFirst), args, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(new ListSql(Count), request, words).ToString(), args, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [InstantKey.Write(row.CreatedAt), row.Id.ToString("D", CultureInfo.InvariantCulture)], total);
        var numbers = await sent.OfAsync(page.Items.Select(row => row.Id), null, cancellationToken);
        return page with { Items = [.. page.Items.Select(row => numbers.TryGetValue(row.Id, out var found) ? row with { SentIn = found.Sent, PlannedIn = found.Planned } : row)] };
    }

    private ListSql Filtered(ListSql sql, ListOpportunities request, IReadOnlyList<string> words) => sql
        .When(request.State is OpportunityState.Published, StillOpen)
        .When(request.State is OpportunityState.Expired, Over)
        .When(request.State is not (null or OpportunityState.Published or OpportunityState.Expired), InState)
        .When(request.Kind is not null, OfKind)
        .When(request.DeadlineTo is not null, DueBy)
        .When(request.InBulletin is InBulletin.Never, SentEditions.Never)
        .When(request.InBulletin is InBulletin.Sent, SentEditions.Once)
        .When(user.Kind == ActorKind.Client, user.Has(BulletinModule.OpportunitiesRead) ? Visible : Own)
        .When(words.Count > 0, WordPattern.First)
        .When(words.Count > 1, WordPattern.Second)
        .When(words.Count > 2, WordPattern.Third);
}
