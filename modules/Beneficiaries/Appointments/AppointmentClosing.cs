using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>
/// Nobody is met in a case that is closed: what was planned after its last day is cancelled with it, and the person is told where they were told of it. What is over and has no outcome yet
/// waits for one.
/// </summary>
internal sealed class AppointmentClosing(IDbSession db, AppointmentDesk desk, AppointmentMessages messages, TimeProvider clock)
{
    private const string After = "and a.state = 'planned' and a.starts_at >= @NextDay and a.starts_at > @Now";

    private const string Cancel = """
        update beneficiaries_appointment
        set    state = 'cancelled', details_cipher = @Details, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    /// <exception cref="StaleVersionException">A colleague changed one of them at this moment.</exception>
    public async Task CancelAfterAsync(SeenCase seen, DateOnly closedOn, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var args = new { CaseId = seen.Id, NextDay = closedOn.AddDays(1).StartInItaly(), Now = now };
        foreach (var planned in await db.QueryAsync<AppointmentRow>(new ListSql(AppointmentRow.Select).When(true, After).ToString(), args, ct))
        {
            var details = desk.Open(planned) with { Reason = AppointmentReason.AskedByService, OutcomeNote = "Annullato con la chiusura della presa in carico." };
            if (await db.ExecuteAsync(Cancel, new { planned.Id, planned.Version, Details = desk.Seal(seen.BeneficiaryId, details), Now = now }, ct) == 0)
            {
                throw new StaleVersionException();
            }

            await messages.CancelledAsync(planned, seen.BeneficiaryId, ct);
        }
    }
}
