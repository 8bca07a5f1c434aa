using InclusionPlatform.CompanyNetwork.Decisions;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Reads a meeting: agenda, who was there, minutes, decisions, notes.</summary>
internal sealed record GetMeeting(Guid TableId, Guid Id) : IQuery<Meeting>;

internal static class GetMeetingEndpoint
{
    public static void MapGetMeeting(this IEndpointRouteBuilder tables) => tables
        .MapGet("/{workingTableId:guid}/meetings/{meetingId:guid}", Handle)
        .WithName("getMeeting")
        .WithSummary("Read a meeting with its minutes and decisions")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<VersionedOk<Meeting>> Handle(Guid workingTableId, Guid meetingId, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new GetMeeting(workingTableId, meetingId), ct));
}

internal sealed class GetMeetingHandler(IDbSession db, MeetingBook meetings, DecisionReading decisions, TimeProvider clock) : IRequestHandler<GetMeeting, Meeting>
{
    private const string SelectAgenda = "select title from company_network_meeting_item where meeting_id = @Id order by number";

    private const string SelectAttendance = """
        select    a.body_id as BodyId, b.name as BodyName, a.person_id as PersonId, p.name as PersonName, a.state as State
        from      company_network_meeting_attendance a
        join      company_network_partner_body b on b.id = a.body_id
        left join company_network_body_person p on p.id = a.person_id
        where     a.meeting_id = @Id
        order by  b.sort_name, b.id
        """;

    // While the minutes can change, whoever has a seat and was not marked yet is asked for too.
    private const string SelectUnmarked = """
        select    m.body_id as BodyId, b.name as BodyName, m.person_id as PersonId, p.name as PersonName, '' as State
        from      company_network_table_member m
        join      company_network_partner_body b on b.id = m.body_id
        left join company_network_body_person p on p.id = m.person_id
        where     m.table_id = @TableId and not exists (select 1 from company_network_meeting_attendance a where a.meeting_id = @Id and a.body_id = m.body_id)
        order by  b.sort_name, b.id
        """;

    private const string SelectRemoved = """
        select id as Id, decided as Decided, reason as Reason, removed_at as RemovedAt, removed_by_name as RemovedByName
        from   company_network_removed_decision
        where  meeting_id = @Id
        order by removed_at, id
        """;

    private const string SelectNotes = """
        select id as Id, note as Note, added_at as AddedAt, added_by_name as AddedByName
        from   company_network_meeting_note
        where  meeting_id = @Id
        order by added_at, id
        """;

    public async Task<Meeting> Handle(GetMeeting request, CancellationToken cancellationToken)
    {
        var row = await meetings.FindAsync(request.TableId, request.Id, cancellationToken);
        var agenda = await db.QueryAsync<string>(SelectAgenda, new { request.Id }, cancellationToken);
        var attendance = (await db.QueryAsync<AttendanceRow>(SelectAttendance, new { request.Id }, cancellationToken)).ToList();
        if (row.ApprovedAt is null && row.CancelledAt is null)
        {
            attendance.AddRange(await db.QueryAsync<AttendanceRow>(SelectUnmarked, new { request.TableId, request.Id }, cancellationToken));
        }

        var taken = await decisions.OfMeetingAsync(request.Id, cancellationToken);
        var removed = await db.QueryAsync<RemovedDecision>(SelectRemoved, new { request.Id }, cancellationToken);
        var notes = await db.QueryAsync<MinutesNote>(SelectNotes, new { request.Id }, cancellationToken);
        return new(
            row.Id, row.Version, row.TableId, row.TableName, row.Day, row.StartsAt, row.EndsAt, row.Place, row.State(clock.Today()), row.IsRecordedAfterwards, agenda, row.Minutes, row.ApprovedAt,
            row.ApprovedByName, [.. attendance.Select(one => one.Show())], taken, removed, notes);
    }

    private sealed record AttendanceRow(Guid BodyId, string BodyName, Guid? PersonId, string? PersonName, string State)
    {
        public MeetingAttendance Show() => new(BodyId, BodyName, PersonId, PersonName, State.Length == 0 ? null : Enum.Parse<AttendanceState>(State, ignoreCase: true));
    }
}
