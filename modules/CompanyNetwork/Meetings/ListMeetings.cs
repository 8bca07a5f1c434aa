using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>The meetings of a table, the latest first.</summary>
internal sealed record ListMeetings(Guid TableId, string? Cursor, int? Limit) : IQuery<Page<ListedMeeting>>;

/// <summary>A meeting in the list of its table.</summary>
/// <param name="Place">Where, or the address of the call.</param>
/// <param name="IsRecordedAfterwards">It was put in when its day had already passed.</param>
/// <param name="Decisions">How many decisions it took.</param>
internal sealed record ListedMeeting(Guid Id, DateOnly Day, string StartsAt, string? EndsAt, string Place, MeetingState State, bool IsRecordedAfterwards, int Decisions);

internal static class ListMeetingsEndpoint
{
    public static void MapListMeetings(this IEndpointRouteBuilder tables) => tables
        .MapGet("/{workingTableId:guid}/meetings", Handle)
        .WithName("listMeetings")
        .WithSummary("List the meetings of a table")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<Page<ListedMeeting>>> Handle(Guid workingTableId, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListMeetings(workingTableId, cursor, limit), ct));
}

internal sealed class ListMeetingsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ListMeetings, Page<ListedMeeting>>
{
    private const string SelectMeetings = """
        select g.id as Id, g.held_on as Day, g.starts_at as StartsAt, g.ends_at as EndsAt, g.place as Place, case when g.minutes is null then 0 else 1 end as HasMinutes, g.approved_at as ApprovedAt,
               g.cancelled_at as CancelledAt, g.created_at as CreatedAt, (select count(*) from company_network_decision d where d.meeting_id = g.id) as Decisions
        from   company_network_meeting g
        where  g.table_id = @TableId
        """;

    private const string Before = "and g.held_on <= @BeforeDay and (g.held_on < @BeforeDay or g.id < @BeforeId)";
    private const string Latest = "order by g.held_on desc, g.id desc";

    public async Task<Page<ListedMeeting>> Handle(ListMeetings request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var known = DateOnly.TryParse(after?[0], CultureInfo.InvariantCulture, out var day) & Guid.TryParse(after?[1], out var id);
        var sql = new ListSql(SelectMeetings).When(known, Before).OrderBy(Latest);
        var rows = await db.TopAsync<Row>(sql, new { request.TableId, BeforeDay = day, BeforeId = id }, limit + 1, cancellationToken);
        var today = clock.Today();
        var page = Paging.Page(rows, limit, row => [row.Day.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()]);
        return new([.. page.Items.Select(row => new ListedMeeting(
            row.Id, row.Day, row.StartsAt, row.EndsAt, row.Place, MeetingStates.Of(row.Day, row.HasMinutes == 1, row.ApprovedAt, row.CancelledAt, today), row.Day < row.CreatedAt.InItaly(), row.Decisions))], page.NextCursor);
    }

    private sealed record Row(
        Guid Id, DateOnly Day, string StartsAt, string? EndsAt, string Place, int HasMinutes, DateTimeOffset? ApprovedAt, DateTimeOffset? CancelledAt, DateTimeOffset CreatedAt, int Decisions);
}
