namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Finds a meeting of a table and keeps its agenda: what every slice of meetings needs.</summary>
internal sealed class MeetingBook(IDbSession db)
{
    private const string SelectMeeting = """
        select g.id as Id, g.version as Version, g.table_id as TableId, t.name as TableName, g.held_on as Day, g.starts_at as StartsAt, g.ends_at as EndsAt, g.place as Place, g.minutes as Minutes,
               g.approved_at as ApprovedAt, g.approved_by_name as ApprovedByName, g.cancelled_at as CancelledAt, g.created_at as CreatedAt
        from   company_network_meeting g
        join   company_network_working_table t on t.id = g.table_id
        where  g.id = @MeetingId and g.table_id = @TableId
        """;

    private const string DeleteAgenda = "delete from company_network_meeting_item where meeting_id = @MeetingId";

    private const string InsertAgenda = "insert into company_network_meeting_item (meeting_id, number, title) values (@MeetingId, @Number, @Title)";

    /// <exception cref="NotFoundException"><c>meeting.not-found</c></exception>
    public async Task<MeetingRow> FindAsync(Guid tableId, Guid meetingId, CancellationToken ct) =>
        await db.FindAsync<MeetingRow>(SelectMeeting, new { TableId = tableId, MeetingId = meetingId }, ct) ?? throw new NotFoundException("meeting");

    public async Task WriteAgendaAsync(Guid meetingId, IReadOnlyList<string> agenda, CancellationToken ct)
    {
        await db.ExecuteAsync(DeleteAgenda, new { MeetingId = meetingId }, ct);
        if (agenda.Count > 0)
        {
            await db.ExecuteAsync(InsertAgenda, agenda.Select((title, at) => new { MeetingId = meetingId, Number = at + 1, Title = title }).ToArray(), ct);
        }
    }
}
