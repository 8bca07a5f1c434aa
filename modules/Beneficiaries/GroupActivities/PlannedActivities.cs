using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.GroupActivities.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using MediatR;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>A planned activity as it is kept.</summary>
internal sealed record PlannedActivityRow(Guid Id, int Version, PlannedActivityState State, GroupActivityKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Content)
{
    /// <summary>The beginning of every query: of what one planned oneself. Conditions follow.</summary>
    public const string Select = """
        select g.id as Id, g.version as Version, g.state as State, g.kind as Kind, g.starts_at as StartsAt, g.ends_at as EndsAt, g.content_cipher as Content
        from   beneficiaries_planned_activity g
        where  g.created_by = @Me
        """;
}

/// <summary>The appointment of somebody who is expected.</summary>
internal sealed record ExpectedRow(
    Guid PlannedId, Guid AppointmentId, int Version, AppointmentState State, Guid CaseId, DateOnly? ClosedOn, Guid BeneficiaryId, string Surname, string Name, string SortName, int Restricted)
{
    /// <summary>Without an outcome: it is moved and called off with the rest of the group.</summary>
    public bool Waits => State is AppointmentState.Planned && ClosedOn is null;

    /// <summary>When the activity is recorded it is said whether they came.</summary>
    public bool IsToldOf => Waits && !OnlyKept;

    /// <summary>The data of whoever waits are only kept (GDPR art. 18): nothing is written of them with the rest; what became of their appointment is recorded there.</summary>
    public bool OnlyKept => Waits && Restricted == 1;
}

/// <summary>
/// What the slices of planned activities share. A plan is whose it is who made it; of who is expected one sees those whose équipe one is still on, and whoever was moved to an hour of their own is no
/// longer of the group. Those whom others follow now are moved and called off with it all the same, unseen.
/// </summary>
internal sealed class PlannedActivities(
    IDbSession db, IMediator mediator, AppointmentDesk desk, GroupAppointments elsewhere, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
{
    private const string OfId = "and g.id = @Id";

    private const string SelectExpected = $"""
        select g.id as PlannedId, a.id as AppointmentId, a.version as Version, a.state as State, c.id as CaseId, c.closed_on as ClosedOn, p.id as BeneficiaryId, p.surname as Surname,
               p.name as Name, p.sort_name as SortName, case when {MarkBook.IsOnlyKept} then 1 else 0 end as Restricted
        from   beneficiaries_appointment a
        join   beneficiaries_planned_activity g on g.id = a.planned_activity_id
        join   beneficiaries_case c on c.id = a.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  a.starts_at = g.starts_at
               {VisibleCases.Mine}
               and a.planned_activity_id in {Batches.Keys}
        """;

    private const string Update = """
        update beneficiaries_planned_activity
        set    kind = @Kind, starts_at = @StartsAt, ends_at = @EndsAt, content_cipher = @Content, version = version + 1
        where  id = @Id and version = @Version and state = 'planned'
        """;

    private const string Settle = """
        update beneficiaries_planned_activity
        set    state = @State, activity_id = @ActivityId, version = version + 1
        where  id = @Id and version = @Version and state = 'planned'
        """;

    /// <summary>The plan.</summary>
    /// <exception cref="NotFoundException">No such plan of one's own.</exception>
    public async Task<PlannedActivityRow> FindAsync(Guid id, CancellationToken ct) =>
        await db.FindAsync<PlannedActivityRow>(new ListSql(PlannedActivityRow.Select).When(true, OfId).ToString(), new { Id = id, Me = user.Id }, ct) ?? throw new NotFoundException("planned-activity", id);

    /// <summary>Who is expected, by name.</summary>
    public async Task<IReadOnlyList<ExpectedRow>> ExpectedAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        [.. (await db.QueryInBatchesAsync<Guid, ExpectedRow>(SelectExpected, ids, new { Me = user.Id, Today = clock.Today() }, ct)).DistinctBy(row => row.AppointmentId).OrderBy(row => row.SortName, StringComparer.Ordinal)];

    /// <summary>It is held at another hour or place: so is each appointment, with whom and whether the person is told staying as they are.</summary>
    /// <exception cref="RuleBrokenException">It is settled already.</exception>
    /// <exception cref="StaleVersionException">It was changed meanwhile.</exception>
    public async Task ChangeAsync(Guid id, int version, IActivityPlan plan, CancellationToken ct)
    {
        ActivityIsPlanned.Check((await FindAsync(id, ct)).State);
        var expected = (await ExpectedAsync([id], ct)).Where(one => one.Waits).ToArray();
        var others = await elsewhere.FindAsync([id], ct);
        var (times, content) = (ActivityTimes.Of(plan), PlannedActivityContent.Of(plan));
        if (await db.ExecuteAsync(Update, new { Id = id, Version = version, Kind = plan.Kind!.Value.Code(), times.StartsAt, times.EndsAt, Content = sensitive.Seal(content) }, ct) == 0)
        {
            throw new StaleVersionException();
        }

        foreach (var (one, at) in expected.Select((one, at) => (one, at)))
        {
            var kept = await desk.FindAsync(one.CaseId, one.AppointmentId, ct);
            var moved = new AppointmentPlan(AppointmentKind.Group, plan.On, plan.At, times.Minutes, kept.UserId, content.Place, content.Title, kept.TellPerson, kept.TellPlace);
            await MoveAsync(one, new ChangeAppointment(one.CaseId, one.AppointmentId, one.Version, moved, Reminds: at == 0), ct);
        }

        await elsewhere.MoveAsync(others, plan, times, content, ct);
    }

    /// <summary>It has happened: who came has had the appointment, who did not has missed it.</summary>
    /// <exception cref="RuleBrokenException">It is settled already, or has not begun.</exception>
    /// <exception cref="FieldException">It is told of another day, or not of everybody who was expected.</exception>
    public async Task RecordAsync(Guid id, Guid activityId, DateOnly on, IReadOnlyList<GroupParticipant> people, CancellationToken ct)
    {
        var plan = await FindAsync(id, ct);
        ActivityIsPlanned.Check(plan.State);
        ActivityIsPlanned.CheckBegun(plan.StartsAt, clock.GetUtcNow());
        ActivityIsPlanned.CheckDay(plan.StartsAt.InItaly(), on);
        var came = people.ToDictionary(person => person.CaseId!.Value, person => person.Present == true);
        var waiting = (await ExpectedAsync([id], ct)).Where(one => one.IsToldOf).ToArray();
        ActivityIsPlanned.CheckEverybodyIsToldOf(waiting.Count(one => !came.ContainsKey(one.CaseId)));
        foreach (var one in waiting)
        {
            var (outcome, reason) = came[one.CaseId] ? (AppointmentState.Held, (AppointmentReason?)null) : (AppointmentState.NoShow, AppointmentReason.Unknown);
            await mediator.Send(new RecordOutcome(one.CaseId, one.AppointmentId, one.Version, outcome, reason, null), ct);
        }

        await SettleAsync(plan, PlannedActivityState.Recorded, activityId, ct);
    }

    /// <summary>It does not take place: each appointment is called off, and whoever was told of it learns it.</summary>
    /// <exception cref="RuleBrokenException">It is settled already.</exception>
    public async Task CancelAsync(Guid id, CancellationToken ct)
    {
        var plan = await FindAsync(id, ct);
        ActivityIsPlanned.Check(plan.State);
        var others = await elsewhere.FindAsync([id], ct);
        foreach (var one in (await ExpectedAsync([id], ct)).Where(one => one.Waits))
        {
            await mediator.Send(new RecordOutcome(one.CaseId, one.AppointmentId, one.Version, AppointmentState.Cancelled, AppointmentReason.AskedByService, null), ct);
        }

        await elsewhere.CallOffAsync(others, ct);
        await SettleAsync(plan, PlannedActivityState.Cancelled, null, ct);
    }

    /// <summary>Of many it is said whose appointment cannot be moved.</summary>
    private async Task MoveAsync(ExpectedRow one, ChangeAppointment change, CancellationToken ct)
    {
        try
        {
            await mediator.Send(change, ct);
        }
        catch (FieldException refused) when (refused.Code == "appointment.not-member")
        {
            throw new FieldException("on", "planned-activity.not-member", new Words(
                "{0}: chi guida l'attività quel giorno non è nella sua équipe. Aggiornare prima l'équipe, oppure dare a questa persona un appuntamento a un'ora sua.",
                "{0}: whoever leads the activity is not on their team that day. Update the team first, or give this person an appointment at an hour of their own.").With($"{one.Surname} {one.Name}"));
        }
    }

    private async Task SettleAsync(PlannedActivityRow plan, PlannedActivityState state, Guid? activityId, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Settle, new { plan.Id, plan.Version, State = state.Code(), ActivityId = activityId }, ct) == 0)
        {
            throw new StaleVersionException();
        }
    }
}
