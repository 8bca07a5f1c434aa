using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Mail;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>
/// One's own appointments, reviews, contacts and meetings in the calendar of one's telephone: hours and neutral words. Nobody is named, no place is told and the page that an entry
/// leads to is the calendar of the platform, because feeds live on servers of others.
/// </summary>
internal sealed class CaseworkCalendar(IDbSession db, IOptions<ServiceOptions> service, TimeProvider clock) : ICalendarSource
{
    private const int Most = 1000;

    private const string SelectAppointments = """
        select a.id as Id, a.version as Version, a.starts_at as StartsAt, a.ends_at as EndsAt, a.state as State, a.changed_at as ChangedAt,
               a.planned_activity_id as PlannedActivityId
        from   beneficiaries_appointment a
        join   beneficiaries_case c on c.id = a.case_id
        where  a.user_id = @Me and a.starts_at >= @FromAt and a.starts_at < @ToAt
        """;

    private const string ByStart = "order by a.starts_at, a.id";

    private const string SelectReviews = """
        select l.id as Id, l.version as Version, l.review_on as Day, null as Hour, l.changed_at as ChangedAt
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        where  c.manager_id = @Me and l.state = 'inForce' and l.review_on >= @From and l.review_on <= @To and c.closed_on is null
        """;

    private const string ByReview = "order by l.review_on, l.id";

    private const string SelectFollowUps = """
        select f.id as Id, f.version as Version, f.next_try_on as Day, null as Hour, coalesce(f.recorded_at, x.closed_at) as ChangedAt
        from   beneficiaries_follow_up f
        join   beneficiaries_case_closure x on x.id = f.closure_id
        join   beneficiaries_case c on c.id = f.case_id
        where  c.manager_id = @Me and f.state = 'planned' and f.next_try_on >= @From and f.next_try_on <= @To
        """;

    private const string ByTry = "order by f.next_try_on, f.id";

    private const string SelectReadings = """
        select g.id as Id, g.version as Version, g.held_on as Day, g.starts_at as Hour, g.created_at as ChangedAt
        from   beneficiaries_reading g
        where  g.held_on >= @From and g.held_on <= @To and g.id in (select m.reading_id from beneficiaries_reading_member m where m.user_id = @Me)
        order by g.held_on, g.id
        """;

    private static readonly Words Appointment = new("Appuntamento", "Appointment");
    private static readonly Words Review = new("Verifica di un progetto", "Review of a plan");
    private static readonly Words FollowUp = new("Contatto da fare", "Contact to be made");
    private static readonly Words Reading = new("Lettura del caso", "Case reading");

    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(ICurrentUser user, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Read))
        {
            return [];
        }

        var span = new { Me = user.Id, Today = clock.Today(), From = from, To = to, FromAt = from.StartInItaly(), ToAt = to.AddDays(1).StartInItaly() };
        var appointments = await db.TopAsync<AppointmentRow>(Mine(SelectAppointments).OrderBy(ByStart), span, Most, ct);
        var reviews = await db.TopAsync<DayRow>(Mine(SelectReviews).OrderBy(ByReview), span, Most, ct);
        var followUps = await db.TopAsync<DayRow>(Mine(SelectFollowUps).OrderBy(ByTry), span, Most, ct);
        var readings = await db.TopAsync<DayRow>(SelectReadings, span, Most, ct);
        return
        [
            .. OnceForAGroup(appointments).Select(row => new CalendarEntry
            {
                Uid = UidOf("appointment", row.Id), Summary = Appointment.ToString(), Start = row.StartsAt, End = row.EndsAt, Url = Page, ModifiedAt = row.ChangedAt, Sequence = row.Version - 1,
                IsCancelled = row.State == "cancelled",
            }),
            .. reviews.Select(row => EntryOf("plan-review", Review, row)),
            .. followUps.Select(row => EntryOf("follow-up", FollowUp, row)),
            .. readings.Select(row => EntryOf("case-reading", Reading, row)),
        ];

        static ListSql Mine(string sql) => new ListSql(sql).When(true, VisibleCases.Mine);
    }

    /// <summary>A group at one hour is one entry, called off only when everybody's appointment is.</summary>
    private static IEnumerable<AppointmentRow> OnceForAGroup(IEnumerable<AppointmentRow> rows) => rows
        .GroupBy(row => (row.PlannedActivityId ?? row.Id, row.StartsAt))
        .Select(group => group.FirstOrDefault(row => row.State != "cancelled") ?? group.First());

    private string Page => service.Value.Link("/beneficiaries/calendar");

    private CalendarEntry EntryOf(string kind, Words summary, DayRow row)
    {
        var entry = new CalendarEntry { Uid = UidOf(kind, row.Id), Summary = summary.ToString(), Url = Page, ModifiedAt = row.ChangedAt, Sequence = row.Version - 1 };
        if (row.Hour is null)
        {
            return entry with { Day = row.Day };
        }

        var start = row.Day.AtInItaly(TimeOnly.ParseExact(row.Hour, "HH:mm", CultureInfo.InvariantCulture));
        return entry with { Start = start, End = start.AddHours(1) };
    }

    private static string UidOf(string kind, Guid id) => $"{kind}-{id}@inclusion-platform";

    private sealed record AppointmentRow(Guid Id, int Version, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string State, DateTimeOffset ChangedAt, Guid? PlannedActivityId);

    private sealed record DayRow(Guid Id, int Version, DateOnly Day, string? Hour, DateTimeOffset ChangedAt);
}
