namespace InclusionPlatform.CompanyNetwork.Decisions;

/// <summary>Reads decisions with the names of their owners, and checks the owners that are written.</summary>
internal sealed class DecisionReading(IDbSession db, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Ends with its condition, so that lists add theirs.</summary>
    public const string Select = """
        select    d.id as Id, d.version as Version, d.meeting_id as MeetingId, g.held_on as MeetingDay, g.table_id as TableId, t.name as TableName, g.approved_at as ApprovedAt, d.decided as Decided,
                  d.owner_user_id as OwnerUserId, d.owner_person_id as OwnerPersonId, p.name as PersonName, b.name as BodyName, d.due_on as DueOn, d.done_at as DoneAt, d.done_by_name as DoneByName
        from      company_network_decision d
        join      company_network_meeting g on g.id = d.meeting_id
        join      company_network_working_table t on t.id = g.table_id
        left join company_network_body_person p on p.id = d.owner_person_id
        left join company_network_partner_body b on b.id = p.body_id
        where     1 = 1
        """;

    private const string ById = $"{Select} and d.id = @Id";

    private const string ByMeeting = $"{Select} and d.meeting_id = @MeetingId order by d.created_at, d.id";

    private const string CountPeople = "select count(*) from company_network_body_person where id = @Id";

    /// <exception cref="NotFoundException"><c>decision.not-found</c></exception>
    public async Task<DecisionRow> FindAsync(Guid id, CancellationToken ct) => await db.FindAsync<DecisionRow>(ById, new { Id = id }, ct) ?? throw new NotFoundException("decision");

    public async Task<IReadOnlyList<Decision>> OfMeetingAsync(Guid meetingId, CancellationToken ct) => await ShowAsync(await db.QueryAsync<DecisionRow>(ByMeeting, new { MeetingId = meetingId }, ct), ct);

    public async Task<IReadOnlyList<Decision>> ShowAsync(IReadOnlyList<DecisionRow> rows, CancellationToken ct)
    {
        var names = rows.Any(row => row.OwnerUserId is not null) ? await colleagues.NamesAsync(ct) : new Dictionary<Guid, string>();
        var today = clock.Today();
        return [.. rows.Select(row => new Decision(
            row.Id, row.Version, row.MeetingId, row.MeetingDay, row.TableId, row.TableName, row.Decided, row.OwnerUserId, row.OwnerPersonId,
            row.OwnerUserId is { } owner ? names.GetValueOrDefault(owner) : row.PersonName, row.BodyName, row.DueOn, row.DoneAt is null && row.DueOn < today, row.DoneAt, row.DoneByName, row.OwnerUserId is { } mine && mine == user.Id))];
    }

    /// <exception cref="FieldException"><c>decision.owner-unknown</c> or <c>decision.due-before-meeting</c> (422)</exception>
    public async Task RequireSoundAsync(DecisionData decision, DateOnly meetingDay, CancellationToken ct)
    {
        if (decision.DueOn < meetingDay)
        {
            throw new FieldException("dueOn", "decision.due-before-meeting", new("La scadenza non può venire prima della riunione che ha deciso.", "The due date cannot come before the meeting that decided."));
        }

        if (decision.OwnerUserId is { } owner && !(await colleagues.AllAsync(ct)).Any(colleague => colleague.Id == owner && colleague.IsActive)
            || decision.OwnerPersonId is { } person && await db.ScalarAsync<int>(CountPeople, new { Id = person }, ct) == 0)
        {
            throw new FieldException(decision.OwnerUserId is null ? "ownerPersonId" : "ownerUserId", "decision.owner-unknown", new(
                "Chi dovrebbe occuparsene non c'è più: scegliere un'altra persona.", "Whoever should see to it is no longer there: choose somebody else."));
        }
    }
}
