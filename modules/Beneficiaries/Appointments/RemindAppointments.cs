using InclusionPlatform.Beneficiaries.Appointments.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>Reminds whoever meets somebody, one day before. A job sends it every few minutes; each appointment is told once, however often and on however many nodes it runs.</summary>
internal sealed record RemindAppointments : ICommand;

internal sealed class RemindAppointmentsHandler(IDbSession db, AppointmentDesk desk, TimeProvider clock) : IRequestHandler<RemindAppointments, Unit>
{
    private const int AtOnce = 500;

    // Whoever has left the équipe is not reminded of a person whom they no longer see.
    private const string SelectDue = """
        select a.id as Id, a.user_id as UserId, a.starts_at as StartsAt, c.beneficiary_id as BeneficiaryId
        from   beneficiaries_appointment a
        join   beneficiaries_case c on c.id = a.case_id
        where  a.reminded_at is null and a.state = 'planned' and a.starts_at > @Now and a.starts_at <= @By and c.closed_on is null
               and exists (select 1 from beneficiaries_case_member m
                           where  m.case_id = a.case_id and m.user_id = a.user_id and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today))
        order by a.starts_at, a.id
        """;

    private const string Claim = "update beneficiaries_appointment set reminded_at = @Now where id = @Id and reminded_at is null";

    public async Task<Unit> Handle(RemindAppointments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var row in await db.TopAsync<Row>(SelectDue, new { Now = now, By = now + ReminderIsDue.Before, Today = clock.Today() }, AtOnce, cancellationToken))
        {
            if (await db.ExecuteAsync(Claim, new { row.Id, Now = now }, cancellationToken) == 1)
            {
                await desk.TellAsync(row.UserId, "appointment.tomorrow", row.BeneficiaryId, row.StartsAt, cancellationToken);
            }
        }

        return Unit.Value;
    }

    private sealed record Row(Guid Id, Guid UserId, DateTimeOffset StartsAt, Guid BeneficiaryId);
}
