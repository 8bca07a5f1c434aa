using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Mail;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.CompanyNetwork.Calendar;

/// <summary>
/// Meetings and events of the network, and the decisions that the person must see to. What people wrote freely (agenda, minutes, the words of a decision)
/// stays inside: somebody may have named a beneficiary in it, and a calendar lives on phones and on servers of others.
/// </summary>
internal sealed class NetworkCalendar(IDbSession db, IOptions<ServiceOptions> service) : ICalendarSource
{
    private const int Most = 2000;

    private const string SelectMeetings = """
        select g.id as Id, g.version as Version, g.table_id as TableId, t.name as Title, g.held_on as Day, g.starts_at as StartsAt, g.ends_at as EndsAt, g.place as Place,
               g.cancelled_at as CancelledAt, g.updated_at as UpdatedAt
        from   company_network_meeting g
        join   company_network_working_table t on t.id = g.table_id
        where  g.held_on >= @From and g.held_on <= @To
        order by g.held_on, g.id
        """;

    private const string SelectEvents = """
        select id as Id, version as Version, id as TableId, title as Title, held_on as Day, starts_at as StartsAt, ends_at as EndsAt, place as Place, cancelled_at as CancelledAt, updated_at as UpdatedAt
        from   company_network_event
        where  held_on >= @From and held_on <= @To
        order by held_on, id
        """;

    private const string SelectDecisions = """
        select d.id as Id, d.version as Version, g.id as MeetingId, g.table_id as TableId, t.name as TableName, d.due_on as DueOn, d.updated_at as UpdatedAt
        from   company_network_decision d
        join   company_network_meeting g on g.id = d.meeting_id
        join   company_network_working_table t on t.id = g.table_id
        where  d.owner_user_id = @User and d.done_at is null and d.due_on >= @From and d.due_on <= @To
        order by d.due_on, d.id
        """;

    private static readonly Words Due = new("Decisione in scadenza: {0}", "Decision due: {0}");

    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(ICurrentUser user, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!user.Has(CompanyNetworkModule.ReadPartnerBodies))
        {
            return [];
        }

        var span = new { From = from, To = to, User = user.Id };
        var meetings = await db.TopAsync<Appointment>(SelectMeetings, span, Most, ct);
        var events = await db.TopAsync<Appointment>(SelectEvents, span, Most, ct);
        var decisions = await db.TopAsync<DueDecision>(SelectDecisions, span, Most, ct);
        return
        [
            .. meetings.Select(meeting => EntryOf(meeting, "meeting", $"/partner-bodies/tables/{meeting.TableId}/meetings/{meeting.Id}")),
            .. events.Select(happening => EntryOf(happening, "network-event", $"/partner-bodies/events/{happening.Id}")),
            .. decisions.Select(EntryOf),
        ];
    }

    private CalendarEntry EntryOf(Appointment appointment, string kind, string page)
    {
        var start = ClockTime.At(appointment.Day, appointment.StartsAt);
        return new()
        {
            Uid = UidOf(kind, appointment.Id),
            Summary = appointment.Title,
            Start = start,
            End = appointment.EndsAt is { } end ? ClockTime.At(appointment.Day, end) : start.AddHours(1),
            Location = appointment.Place,
            Url = service.Value.Link(page),
            ModifiedAt = appointment.UpdatedAt,
            Sequence = appointment.Version - 1,
            IsCancelled = appointment.CancelledAt is not null,
        };
    }

    private CalendarEntry EntryOf(DueDecision decision) => new()
    {
        Uid = UidOf("decision", decision.Id),
        Summary = Due.With(decision.TableName).ToString(),
        Day = decision.DueOn,
        Url = service.Value.Link($"/partner-bodies/tables/{decision.TableId}/meetings/{decision.MeetingId}"),
        ModifiedAt = decision.UpdatedAt,
        Sequence = decision.Version - 1,
    };

    private static string UidOf(string kind, Guid id) => $"{kind}-{id}@inclusion-platform";

    private sealed record Appointment(
        Guid Id, int Version, Guid TableId, string Title, DateOnly Day, string StartsAt, string? EndsAt, string Place, DateTimeOffset? CancelledAt, DateTimeOffset UpdatedAt);

    private sealed record DueDecision(Guid Id, int Version, Guid MeetingId, Guid TableId, string TableName, DateOnly DueOn, DateTimeOffset UpdatedAt);
}
