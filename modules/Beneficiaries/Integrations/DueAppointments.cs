using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Today's appointments and those that are over without an outcome, for whoever meets the person; when that one has left the équipe, for the case manager. Of a closed case what is over and has no outcome still waits for one.</summary>
internal sealed class DueAppointments(IDbSession db, TimeProvider clock) : IDueWorkSource
{
    private const int Most = 20;

    private const string Select = $"""
        select p.id as Id, c.id as CaseId, p.surname as Surname, p.name as Name, a.kind as Kind, a.starts_at as StartsAt, a.ends_at as EndsAt, {VisiblePeople.PersonOpens}
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_appointment a
        join   beneficiaries_case c on c.id = a.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  a.state = 'planned' and a.starts_at < @Before
        """;

    private const string OfMe = """
        and (a.user_id = @Me
             or (c.manager_id = @Me
                 and not exists (select 1 from beneficiaries_case_member w
                                 where  w.case_id = c.id and w.user_id = a.user_id and w.from_on <= @Today and (w.to_on is null or w.to_on >= @Today))))
        """;

    // What a group does together is one line of its own.
    private const string NotOfMyGroup = """
        and not exists (select 1 from beneficiaries_planned_activity g
                        where  g.id = a.planned_activity_id and g.created_by = @Me and g.state = 'planned' and g.starts_at = a.starts_at)
        """;

    private const string WithMe = "and a.user_id = @Me and a.ends_at <= @Now";

    private const string Order = "order by a.starts_at, a.id";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var now = clock.GetUtcNow();
        var args = new { Me = user.Id, Today = today, Now = now, Coordinates = user.Roles.Contains(Role.Coordinator) ? 1 : 0, Before = today.AddDays(1).StartInItaly() };
        var rows = await db.TopAsync<Row>(new ListSql(Select + From).When(true, VisibleCases.Mine).When(true, OfMe).When(true, NotOfMyGroup).OrderBy(Order), args, Most, ct);
        var toRecord = await db.ScalarAsync<int>(new ListSql(Count + From).When(true, VisibleCases.Mine).When(true, WithMe).ToString(), args, ct);
        DueTask[] tasks =
        [
            .. rows.Where(row => row.EndsAt <= now).Select(row => new DueTask(
                "appointment.to-record", row.Called, row.Detail, row.On, row.On < today ? Urgency.Late : Urgency.Today, $"{row.Page}#appointments")),
            .. rows.Where(row => row.EndsAt > now).Select(row => new DueTask("appointment.today", row.Called, row.Detail, row.On, Urgency.Today, $"{row.Page}#appointments")),
        ];
        return new(tasks, toRecord == 0 ? [] : [new("appointment.to-record", toRecord, Urgency.Late, "/beneficiaries/appointments?show=toRecord", "beneficiaries")]);
    }

    private sealed record Row(Guid Id, Guid CaseId, string Surname, string Name, AppointmentKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int PersonOpens)
    {
        public string Page => PersonOpens == 1 ? $"/beneficiaries/{Id}" : $"/beneficiaries/{Id}/cases/{CaseId}";

        public string Called => $"{Surname} {Name}";

        public string Detail => $"{Kind.Label()} · {AppointmentDesk.Clock(StartsAt)}";

        public DateOnly On => StartsAt.InItaly();
    }
}
