using System.Globalization;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Decisions;

/// <summary>Which decisions.</summary>
internal enum DecisionFilter
{
    /// <summary>Not done yet.</summary>
    Open,

    /// <summary>Not done, and late or due within seven days.</summary>
    Due,

    /// <summary>Not done, and their day has passed.</summary>
    Late,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>The decisions of all tables, by the day on which they are due.</summary>
internal sealed record ListDecisions(DecisionFilter? State, bool? Mine, Guid? TableId, string? Cursor, int? Limit, bool? Total) : IQuery<Page<Decision>>;

internal static class ListDecisionsEndpoint
{
    public static void MapListDecisions(this IEndpointRouteBuilder tables) => tables
        .MapGet("/decisions", Handle)
        .WithName("listDecisions")
        .WithSummary("List the decisions of the tables")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<Page<Decision>>> Handle(string? state, bool? mine, Guid? tableId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListDecisions(QueryCode.Read<DecisionFilter>(state, "state"), mine, tableId, cursor, limit, total), ct));
}

internal sealed class ListDecisionsHandler(IDbSession db, DecisionReading decisions, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListDecisions, Page<Decision>>
{
    private const string CountDecisions = """
        select count(*)
        from   company_network_decision d
        join   company_network_meeting g on g.id = d.meeting_id
        where  1 = 1
        """;

    private const string NotDone = "and d.done_at is null";
    private const string IsDone = "and d.done_at is not null";
    private const string DueSoon = "and d.due_on <= @Soon";
    private const string DayPassed = "and d.due_on < @Today";
    private const string OfUser = "and d.owner_user_id = @User";
    private const string OfTable = "and g.table_id = @TableId";
    private const string After = "and d.due_on >= @AfterDay and (d.due_on > @AfterDay or d.id > @AfterId)";
    private const string ByDue = "order by d.due_on, d.id";

    public async Task<Page<Decision>> Handle(ListDecisions request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var known = DateOnly.TryParse(after?[0], CultureInfo.InvariantCulture, out var day) & Guid.TryParse(after?[1], out var id);
        var today = clock.Today();
        var arguments = new { User = user.Id, request.TableId, Today = today, Soon = today.AddDays(7), AfterDay = day, AfterId = id };
        ListSql Filtered(string select) => new ListSql(select)
            .When(request.State is DecisionFilter.Open or DecisionFilter.Due or DecisionFilter.Late, NotDone).When(request.State is DecisionFilter.Done, IsDone)
            .When(request.State is DecisionFilter.Due, DueSoon).When(request.State is DecisionFilter.Late, DayPassed).When(request.Mine == true, OfUser).When(request.TableId is not null, OfTable);
        var rows = await db.TopAsync<DecisionRow>(Filtered(DecisionReading.Select).When(known, After).OrderBy(ByDue), arguments, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(CountDecisions).ToString(), arguments, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.DueOn.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()], total);
        return new(await decisions.ShowAsync(page.Items, cancellationToken), page.NextCursor, page.Total);
    }
}
