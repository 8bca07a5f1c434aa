using System.Globalization;
using FluentValidation;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.NetworkEvents;

/// <summary>The events of the network, the latest first.</summary>
/// <param name="Q">Anywhere in the title.</param>
/// <param name="Past">Only those that were, or only those that are to come.</param>
/// <param name="BodyId">Only those to which this body was invited.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Rows of a page.</param>
/// <param name="Total">Also count.</param>
internal sealed record ListNetworkEvents(string? Q, bool? Past, Guid? BodyId, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedNetworkEvent>>;

/// <summary>An event in the list.</summary>
/// <param name="Title">As on the invitation.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="Invited">How many bodies are invited.</param>
/// <param name="Present">How many of them came.</param>
/// <param name="Participants">How many people came; null until it is written.</param>
/// <param name="CancelledAt">When it was called off; null if it was not.</param>
internal sealed record ListedNetworkEvent(Guid Id, string Title, DateOnly Day, string StartsAt, string Place, int Invited, int Present, int? Participants, DateTimeOffset? CancelledAt);

internal static class ListNetworkEventsEndpoint
{
    public static void MapListNetworkEvents(this IEndpointRouteBuilder events) => events
        .MapGet("/", Handle)
        .WithName("listNetworkEvents")
        .WithSummary("List the events of the network")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<Page<ListedNetworkEvent>>> Handle(string? q, bool? past, Guid? bodyId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListNetworkEvents(q, past, bodyId, cursor, limit, total), ct));
}

internal sealed class ListNetworkEventsValidator : AbstractValidator<ListNetworkEvents>
{
    public ListNetworkEventsValidator() => RuleFor(list => list.Q).MaximumLength(200);
}

internal sealed class ListNetworkEventsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ListNetworkEvents, Page<ListedNetworkEvent>>
{
    private const string SelectEvents = """
        select e.id as Id, e.title as Title, e.held_on as Day, e.starts_at as StartsAt, e.place as Place,
               (select count(*) from company_network_event_invitation i where i.event_id = e.id) as Invited,
               (select count(*) from company_network_event_invitation i where i.event_id = e.id and i.state = 'present') as Present,
               e.participants as Participants, e.cancelled_at as CancelledAt
        from   company_network_event e
        where  1 = 1
        """;

    private const string CountEvents = """
        select count(*)
        from   company_network_event e
        where  1 = 1
        """;

    private const string ByText = "and e.sort_title like @Like";
    private const string Was = "and e.held_on < @Today";
    private const string IsToCome = "and e.held_on >= @Today";
    private const string ByBody = "and exists (select 1 from company_network_event_invitation i where i.event_id = e.id and i.body_id = @BodyId)";
    private const string Before = "and e.held_on <= @BeforeDay and (e.held_on < @BeforeDay or e.id < @BeforeId)";
    private const string Latest = "order by e.held_on desc, e.id desc";

    public async Task<Page<ListedNetworkEvent>> Handle(ListNetworkEvents request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var known = DateOnly.TryParse(after?[0], CultureInfo.InvariantCulture, out var day) & Guid.TryParse(after?[1], out var id);
        var text = SearchText.Normalize(request.Q);
        var arguments = new { request.BodyId, Today = clock.Today(), Like = $"%{text}%", BeforeDay = day, BeforeId = id };
        ListSql Filtered(string select) => new ListSql(select).When(text.Length > 0, ByText).When(request.Past == true, Was).When(request.Past == false, IsToCome).When(request.BodyId is not null, ByBody);
        var rows = await db.TopAsync<ListedNetworkEvent>(Filtered(SelectEvents).When(known, Before).OrderBy(Latest), arguments, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(CountEvents).ToString(), arguments, cancellationToken) : null;
        return Paging.Page(rows, limit, row => [row.Day.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()], total);
    }
}
