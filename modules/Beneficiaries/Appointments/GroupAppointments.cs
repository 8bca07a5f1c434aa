using InclusionPlatform.Beneficiaries.GroupActivities;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>The appointment, in a planned activity, of somebody whom who planned it does not follow any more.</summary>
/// <param name="PlannedId">The activity.</param>
/// <param name="AppointmentId">The appointment.</param>
/// <param name="Version">Of the appointment.</param>
/// <param name="CaseId">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="ManagerId">Who answers for the case now.</param>
internal sealed record ElsewhereRow(Guid PlannedId, Guid AppointmentId, int Version, Guid CaseId, Guid BeneficiaryId, Guid ManagerId);

/// <summary>
/// The appointments of a group whose people are followed by others now. The group meets at one hour: when it is moved or called off their appointment goes with it, because whoever keeps the old
/// hour finds a closed door. Whoever planned the activity reads nothing of them, not even the name; their case manager is told.
/// </summary>
internal sealed class GroupAppointments(IDbSession db, AppointmentDesk desk, AppointmentMessages messages, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string Select = $"""
        select g.id as PlannedId, a.id as AppointmentId, a.version as Version, c.id as CaseId, c.beneficiary_id as BeneficiaryId, c.manager_id as ManagerId
        from   beneficiaries_appointment a
        join   beneficiaries_planned_activity g on g.id = a.planned_activity_id
        join   beneficiaries_case c on c.id = a.case_id
        where  a.starts_at = g.starts_at and a.state = 'planned' and c.closed_on is null
               and not exists (select 1 from beneficiaries_case_member m
                               where  m.case_id = c.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today))
               and a.planned_activity_id in {Batches.Keys}
        """;

    private const string Move = """
        update beneficiaries_appointment
        set    starts_at = @StartsAt, ends_at = @EndsAt, details_cipher = @Details, reminded_at = @Now, not_told = null, changed_at = @Now, version = version + 1
        where  id = @AppointmentId and version = @Version and state = 'planned'
        """;

    private const string CallOff = """
        update beneficiaries_appointment
        set    state = 'cancelled', details_cipher = @Details, changed_at = @Now, version = version + 1
        where  id = @AppointmentId and version = @Version and state = 'planned'
        """;

    /// <summary>Those who are expected in the activities and followed by others now.</summary>
    public Task<IReadOnlyList<ElsewhereRow>> FindAsync(IEnumerable<Guid> plannedIds, CancellationToken ct) =>
        db.QueryInBatchesAsync<Guid, ElsewhereRow>(Select, plannedIds, new { Me = user.Id, Today = clock.Today() }, ct);

    /// <summary>The group meets at another hour or place. With whom, and whether the person is told, stay as they are.</summary>
    /// <exception cref="StaleVersionException">A colleague changed one of them at this moment.</exception>
    public async Task MoveAsync(IEnumerable<ElsewhereRow> rows, IActivityPlan plan, ActivityTimes times, PlannedActivityContent content, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            var kept = await desk.FindAsync(row.CaseId, row.AppointmentId, ct);
            await WriteAsync(Move, row, new(content.Place, content.Title, null, null), times, ct);
            var moved = new AppointmentPlan(AppointmentKind.Group, plan.On, plan.At, times.Minutes, kept.UserId, content.Place, content.Title, kept.TellPerson, kept.TellPlace);
            await messages.ChangedAsync(kept, moved, new(times.StartsAt, times.EndsAt), row.BeneficiaryId, ct);
            if (kept.StartsAt != times.StartsAt)
            {
                await desk.TellAsync(row.ManagerId, "appointment.moved", row.BeneficiaryId, times.StartsAt, ct);
            }
        }
    }

    /// <summary>The group does not meet.</summary>
    /// <exception cref="StaleVersionException">A colleague changed one of them at this moment.</exception>
    public async Task CallOffAsync(IEnumerable<ElsewhereRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            var kept = await desk.FindAsync(row.CaseId, row.AppointmentId, ct);
            await WriteAsync(CallOff, row, desk.Open(kept) with { Reason = AppointmentReason.AskedByService, OutcomeNote = null }, null, ct);
            await messages.CancelledAsync(kept, row.BeneficiaryId, ct);
            await desk.TellAsync(row.ManagerId, "appointment.called-off", row.BeneficiaryId, kept.StartsAt, ct);
        }
    }

    private async Task WriteAsync(string sql, ElsewhereRow row, AppointmentDetails details, ActivityTimes? times, CancellationToken ct)
    {
        var args = new { row.AppointmentId, row.Version, times?.StartsAt, times?.EndsAt, Details = desk.Seal(row.BeneficiaryId, details), Now = clock.GetUtcNow() };
        if (await db.ExecuteAsync(sql, args, ct) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("case", row.CaseId);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
