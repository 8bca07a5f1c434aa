using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>The tables by name.</summary>
/// <param name="Q">Anywhere in the name.</param>
/// <param name="Kind">Only working tables or only steering committees.</param>
/// <param name="BodyId">Only those at which this body sits.</param>
/// <param name="Closed">Only those that ended, or only those that go on.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Rows of a page.</param>
/// <param name="Total">Also count.</param>
internal sealed record ListWorkingTables(string? Q, WorkingTableKind? Kind, Guid? BodyId, bool? Closed, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedWorkingTable>>;

/// <summary>A table in the list.</summary>
/// <param name="Id">The table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ClosedOn">When it ended.</param>
/// <param name="Members">How many bodies sit there.</param>
/// <param name="NextMeetingOn">The next meeting, today included.</param>
/// <param name="LastMeetingOn">The last one before today.</param>
internal sealed record ListedWorkingTable(Guid Id, string Name, WorkingTableKind Kind, DateOnly? ClosedOn, int Members, DateOnly? NextMeetingOn, DateOnly? LastMeetingOn);

internal static class ListWorkingTablesEndpoint
{
    public static void MapListWorkingTables(this IEndpointRouteBuilder tables) => tables
        .MapGet("/", Handle)
        .WithName("listWorkingTables")
        .WithSummary("List the working tables and steering committees")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<Page<ListedWorkingTable>>> Handle(string? q, string? kind, Guid? bodyId, bool? closed, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListWorkingTables(q, QueryCode.Read<WorkingTableKind>(kind, "kind"), bodyId, closed, cursor, limit, total), ct));
}

internal sealed class ListWorkingTablesValidator : AbstractValidator<ListWorkingTables>
{
    public ListWorkingTablesValidator() => RuleFor(list => list.Q).MaximumLength(200);
}

internal sealed class ListWorkingTablesHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ListWorkingTables, Page<ListedWorkingTable>>
{
    private const string SelectTables = """
        select t.id as Id, t.name as Name, t.sort_name as SortName, t.kind as Kind, t.closed_on as ClosedOn,
               (select count(*) from company_network_table_member m where m.table_id = t.id) as Members,
               (select min(g.held_on) from company_network_meeting g where g.table_id = t.id and g.cancelled_at is null and g.held_on >= @Today) as NextMeetingOn,
               (select max(g.held_on) from company_network_meeting g where g.table_id = t.id and g.cancelled_at is null and g.held_on < @Today) as LastMeetingOn
        from   company_network_working_table t
        where  1 = 1
        """;

    private const string CountTables = """
        select count(*)
        from   company_network_working_table t
        where  1 = 1
        """;

    private const string ByKind = "and t.kind = @Kind";
    private const string ByText = "and t.sort_name like @Like";
    private const string ByBody = "and exists (select 1 from company_network_table_member m where m.table_id = t.id and m.body_id = @BodyId)";
    private const string Ended = "and t.closed_on is not null and t.closed_on <= @Today";
    private const string GoesOn = "and (t.closed_on is null or t.closed_on > @Today)";
    private const string After = "and t.sort_name >= @AfterName and (t.sort_name > @AfterName or t.id > @AfterId)";
    private const string ByName = "order by t.sort_name, t.id";

    public async Task<Page<ListedWorkingTable>> Handle(ListWorkingTables request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        Guid? afterId = Guid.TryParse(after?[1], out var id) ? id : null;
        var text = SearchText.Normalize(request.Q);
        var arguments = new { Kind = request.Kind?.Code(), request.BodyId, Today = clock.Today(), Like = $"%{text}%", AfterName = after?[0], AfterId = afterId };
        ListSql Filtered(string select) => new ListSql(select)
            .When(request.Kind is not null, ByKind).When(text.Length > 0, ByText).When(request.BodyId is not null, ByBody).When(request.Closed == true, Ended).When(request.Closed == false, GoesOn);
        var rows = await db.TopAsync<Row>(Filtered(SelectTables).When(after is not null, After).OrderBy(ByName), arguments, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(CountTables).ToString(), arguments, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.SortName, row.Id.ToString()], total);
        return new([.. page.Items.Select(row => new ListedWorkingTable(row.Id, row.Name, row.Kind, row.ClosedOn, row.Members, row.NextMeetingOn, row.LastMeetingOn))], page.NextCursor, page.Total);
    }

    private sealed record Row(Guid Id, string Name, string SortName, WorkingTableKind Kind, DateOnly? ClosedOn, int Members, DateOnly? NextMeetingOn, DateOnly? LastMeetingOn);
}
