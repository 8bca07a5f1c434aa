using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>What an entry of the équipe's calendar is.</summary>
internal enum CalendarKind
{
    Appointment,
    Review,
    FollowUp,
    Reading,
}

/// <summary>
/// The days of one's équipes: appointments, reviews of plans and contacts after the end, of the cases whose équipe one is on; meetings in which one reads referrals.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, at most six weeks on.</param>
/// <param name="MemberId">Only what this member does.</param>
internal sealed record GetTeamCalendar(DateOnly From, DateOnly To, Guid? MemberId) : IQuery<TeamCalendar>;

/// <summary>The calendar.</summary>
/// <param name="Items">By day and hour.</param>
/// <param name="Members">Who is on one's équipes, by name.</param>
/// <param name="Truncated">There is more than is shown: look at fewer days.</param>
internal sealed record TeamCalendar(IReadOnlyList<CalendarItem> Items, IReadOnlyList<CalendarMember> Members, bool Truncated);

/// <summary>Something on a day.</summary>
/// <param name="Id">The appointment, plan, contact or meeting.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">The Italian day.</param>
/// <param name="At">HH:mm; null for what is of the day.</param>
/// <param name="CaseId">Of which case; null for a meeting.</param>
/// <param name="BeneficiaryId">Of whom.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="Code">The kind of appointment or contact.</param>
/// <param name="State">Where an appointment stands.</param>
/// <param name="UserName">Whose it is.</param>
internal sealed record CalendarItem(
    Guid Id, CalendarKind Kind, DateOnly On, string? At, Guid? CaseId, Guid? BeneficiaryId, string? DisplayName, string? Code, AppointmentState? State, string? UserName);

/// <summary>A member of one's équipes.</summary>
internal sealed record CalendarMember(Guid Id, string Name);

internal static class GetTeamCalendarEndpoint
{
    public static void MapGetTeamCalendar(this IEndpointRouteBuilder api) => api
        .MapGet("/team-calendar", Handle)
        .WithTags("Caseload")
        .WithName("getTeamCalendar")
        .WithSummary("The days of one's teams")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<TeamCalendar> Handle(DateOnly from, DateOnly to, Guid? memberId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetTeamCalendar(from, to, memberId), ct);
}

internal sealed class GetTeamCalendarHandler(IDbSession db, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetTeamCalendar, TeamCalendar>
{
    private const int MostDays = 42;
    private const int Most = 500;

    private const string SelectAppointments = """
        select a.id as Id, c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, a.kind as Code, a.state as State, a.starts_at as StartsAt, a.user_id as UserId
        from   beneficiaries_appointment a
        join   beneficiaries_case c on c.id = a.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  a.starts_at >= @FromAt and a.starts_at < @ToAt and a.state <> 'cancelled'
        """;

    private const string WithMember = "and a.user_id = @MemberId";
    private const string ByStart = "order by a.starts_at, a.id";

    private const string SelectReviews = """
        select l.id as Id, c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, null as Code, l.review_on as Day, c.manager_id as UserId
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  l.state = 'inForce' and l.review_on >= @From and l.review_on <= @To and c.closed_on is null
        """;

    private const string ByReview = "order by l.review_on, l.id";

    private const string SelectFollowUps = """
        select f.id as Id, c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, f.kind as Code, f.next_try_on as Day, c.manager_id as UserId
        from   beneficiaries_follow_up f
        join   beneficiaries_case c on c.id = f.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  f.state = 'planned' and f.next_try_on >= @From and f.next_try_on <= @To
        """;

    private const string ByTry = "order by f.next_try_on, f.id";
    private const string OfManager = "and c.manager_id = @MemberId";

    private const string SelectReadings = """
        select g.id as Id, g.held_on as Day, g.starts_at as Hour
        from   beneficiaries_reading g
        where  g.held_on >= @From and g.held_on <= @To
               and (@Decides = 1 or g.id in (select m.reading_id from beneficiaries_reading_member m where m.user_id = @Me))
        """;

    private const string ReadBy = "and g.id in (select m.reading_id from beneficiaries_reading_member m where m.user_id = @MemberId)";
    private const string ByMeeting = "order by g.held_on, g.id";

    private const string SelectMembers = """
        select distinct w.user_id
        from   beneficiaries_case_member w
        join   beneficiaries_case c on c.id = w.case_id
        where  w.from_on <= @Today and (w.to_on is null or w.to_on >= @Today) and c.closed_on is null
        """;

    public async Task<TeamCalendar> Handle(GetTeamCalendar request, CancellationToken cancellationToken)
    {
        if (request.To < request.From || request.To.DayNumber - request.From.DayNumber >= MostDays)
        {
            throw new FieldException("to", "calendar.span", new("Si guardano da uno a quarantadue giorni per volta.", "One to forty-two days are looked at at once."));
        }

        var member = request.MemberId is not null;
        var args = new
        {
            Me = user.Id, Today = clock.Today(), request.From, request.To, FromAt = request.From.StartInItaly(), ToAt = request.To.EndInItaly(), request.MemberId,
            Decides = user.Has(BeneficiariesModule.DecideReferrals),
        };
        var appointments = await db.TopAsync<AppointmentRow>(Mine(SelectAppointments).When(member, WithMember).OrderBy(ByStart), args, Most, cancellationToken);
        var reviews = await db.TopAsync<DayRow>(Mine(SelectReviews).When(member, OfManager).OrderBy(ByReview), args, Most, cancellationToken);
        var followUps = await db.TopAsync<DayRow>(Mine(SelectFollowUps).When(member, OfManager).OrderBy(ByTry), args, Most, cancellationToken);
        var readings = await db.TopAsync<ReadingRow>(new ListSql(SelectReadings).When(member, ReadBy).OrderBy(ByMeeting), args, Most, cancellationToken);
        var members = await db.QueryAsync<Guid>(Mine(SelectMembers).ToString(), args, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        CalendarItem[] items =
        [
            .. appointments.Select(row => new CalendarItem(
                row.Id, CalendarKind.Appointment, row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt), row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.Code, row.State,
                names.GetValueOrDefault(row.UserId))),
            .. reviews.Select(row => Item(row, CalendarKind.Review)),
            .. followUps.Select(row => Item(row, CalendarKind.FollowUp)),
            .. readings.Select(row => new CalendarItem(row.Id, CalendarKind.Reading, row.Day, row.Hour, null, null, null, null, null, null)),
        ];
        audit.Lists("beneficiary", items.Select(item => item.BeneficiaryId).OfType<Guid>(), "team-calendar");
        return new(
            [.. items.OrderBy(item => item.On).ThenBy(item => item.At ?? "", StringComparer.Ordinal).ThenBy(item => item.Id)],
            [.. members.Where(names.ContainsKey).Select(id => new CalendarMember(id, names[id])).OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase)],
            new[] { appointments.Count, reviews.Count, followUps.Count, readings.Count }.Contains(Most));

        ListSql Mine(string sql) => new ListSql(sql).When(true, VisibleCases.Mine);

        CalendarItem Item(DayRow row, CalendarKind kind) => new(
            row.Id, kind, row.Day, null, row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.Code, null, names.GetValueOrDefault(row.UserId));
    }

    private sealed record AppointmentRow(
        Guid Id, Guid CaseId, Guid BeneficiaryId, string Surname, string Name, string? Code, AppointmentState State, DateTimeOffset StartsAt, Guid UserId);

    private sealed record DayRow(Guid Id, Guid CaseId, Guid BeneficiaryId, string Surname, string Name, string? Code, DateOnly Day, Guid UserId);

    private sealed record ReadingRow(Guid Id, DateOnly Day, string? Hour);
}
