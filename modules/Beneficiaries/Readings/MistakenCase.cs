using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Readings.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>
/// Ends the case that a decision opened by mistake, on the day it began. It stays in the history without an outcome, because nothing of it is to be counted as an end, and nothing that was written goes:
/// the person stays registered, and whoever was named case manager is told.
/// </summary>
internal sealed class MistakenCase(IDbSession db, IMediator mediator, SensitiveFields sensitive, INotifications notifications, IAuditTrail audit)
{
    private const string Select = """
        select c.id as Id, c.version as Version, c.beneficiary_id as BeneficiaryId, c.manager_id as ManagerId, c.closed_on as ClosedOn
        from   beneficiaries_referral r
        join   beneficiaries_case c on c.id = r.case_id
        where  r.id = @ReferralId
        """;

    // The opening writes the case and its manager's membership. Whatever else there is somebody recorded.
    private const string CountRecorded = """
        select (select count(*) from beneficiaries_diary_entry e where e.case_id = @Id)
             + (select count(*) from beneficiaries_appointment a where a.case_id = @Id)
             + (select count(*) from beneficiaries_plan l where l.case_id = @Id)
             + (select count(*) from beneficiaries_assessment s where s.case_id = @Id)
             + (select count(*) from beneficiaries_work_profile w where w.case_id = @Id)
             + (select count(*) from beneficiaries_job_path j where j.case_id = @Id)
             + (select count(*) from beneficiaries_outside_member o where o.case_id = @Id)
             + (select count(*) from beneficiaries_case_transfer t where t.case_id = @Id)
             + (select count(*) from beneficiaries_case_closure k where k.case_id = @Id)
             + (select count(*) - 1 from beneficiaries_case_member m where m.case_id = @Id)
        """;

    private const string End = """
        update beneficiaries_case
        set    closed_on = opened_on, outcome = null, closing_note_cipher = @Note, version = version + 1
        where  id = @Id and version = @Version and closed_on is null and open_internships = 0
        """;

    // As after every end: the retention time runs from the last one.
    private const string StartClock = """
        update beneficiaries_person
        set    retention_from = (select max(c.closed_on) from beneficiaries_case c where c.beneficiary_id = @BeneficiaryId)
        where  id = @BeneficiaryId
        """;

    /// <summary>Ends it.</summary>
    /// <exception cref="RuleBrokenException"><c>referral.case-opened</c>: something was recorded in it since.</exception>
    /// <exception cref="StaleVersionException">A colleague changed it at this moment.</exception>
    public async Task EndAsync(Guid referralId, string reason, CancellationToken ct)
    {
        var opened = (await db.FindAsync<Row>(Select, new { ReferralId = referralId }, ct))!;
        DecisionMayBeTakenBack.CheckCase(opened.ClosedOn is null
            && await db.ScalarAsync<int>(CountRecorded, new { opened.Id }, ct) == 0
            && !await HasTracesAsync(opened.Id, ct));
        var why = new Words("Aperta per errore: la decisione della lettura del caso è stata tolta.", "Opened by mistake: the decision of the case reading was taken back.");
        if (await db.ExecuteAsync(End, new { opened.Id, opened.Version, Note = sensitive.SealText(opened.BeneficiaryId, $"{why} {reason.Trim()}") }, ct) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(StartClock, new { opened.BeneficiaryId }, ct);
        await notifications.NotifyAsync([opened.ManagerId], "referral.case-taken-back", null, $"/beneficiaries/{opened.BeneficiaryId}", ct);
        audit.Changes("case", opened.Id);
        audit.Changes("beneficiary", opened.BeneficiaryId);
    }

    private async Task<bool> HasTracesAsync(Guid caseId, CancellationToken ct)
    {
        var traces = new CaseTraces();
        await mediator.Publish(new CaseTracesAsked(caseId, traces), ct);
        return traces.Any;
    }

    private sealed record Row(Guid Id, int Version, Guid BeneficiaryId, Guid ManagerId, DateOnly? ClosedOn);
}
