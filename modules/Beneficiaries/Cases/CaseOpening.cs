using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>What is known when a case opens.</summary>
/// <param name="BeneficiaryId">The person; whoever opens has checked that they may.</param>
/// <param name="Body">The body that referred.</param>
/// <param name="ManagerId">Who answers for the case.</param>
/// <param name="OpenedOn">Day of taking charge.</param>
/// <param name="Reason">Why.</param>
/// <param name="Programme">Funded programme, if any.</param>
/// <param name="Restricted">Null decides by the kind of the referring body and by the reason.</param>
internal sealed record NewCase(Guid BeneficiaryId, PartnerBodyLabel Body, Guid ManagerId, DateOnly OpenedOn, CaseReason Reason, string? Programme, bool? Restricted);

/// <summary>Opens a case with its manager as first member of the équipe, whether an operator asks or a case reading decided.</summary>
internal sealed class CaseOpening(IDbSession db, SensitiveFields sensitive, IAuditTrail audit, TimeProvider clock)
{
    private const string Insert = """
        insert into beneficiaries_case (
            id, version, beneficiary_id, manager_id, referring_body_hash, referring_body_cipher, reason, reason_cipher, programme, restricted, opened_on, last_activity_on,
            open_internships, opened_at)
        values (@Id, 1, @BeneficiaryId, @ManagerId, @BodyHash, @BodyCipher, '', @Reason, @Programme, @Restricted, @OpenedOn, @OpenedOn, 0, @Now)
        """;

    private const string InsertManager = """
        insert into beneficiaries_case_member (id, case_id, beneficiary_id, user_id, role, from_on)
        values (@MemberId, @Id, @BeneficiaryId, @ManagerId, 'caseManager', @OpenedOn)
        """;

    private const string MarkPerson = """
        update beneficiaries_person
        set    has_case = 1, retention_from = null, restricted = case when @Restricted = 1 then 1 else restricted end
        where  id = @BeneficiaryId
        """;

    private const string SelectPerson = """
        select p.birth_date as BirthDate, (select max(c.closed_on) from beneficiaries_case c where c.beneficiary_id = p.id) as FormerClosedOn
        from   beneficiaries_person p
        where  p.id = @BeneficiaryId
        """;

    /// <summary>Opens it.</summary>
    /// <exception cref="ConflictException"><c>case.already-open</c>: one at a time.</exception>
    /// <exception cref="FieldException">As <see cref="CaseCanOpen"/>.</exception>
    public async Task<OpenedCase> OpenAsync(NewCase opening, CancellationToken ct)
    {
        var person = (await db.FindAsync<PersonRow>(SelectPerson, new { opening.BeneficiaryId }, ct))!;
        CaseCanOpen.Check(opening.OpenedOn, person.BirthDate, person.FormerClosedOn, clock.Today());
        var now = clock.GetUtcNow();
        var row = new
        {
            Id = Guid.CreateVersion7(now),
            MemberId = Guid.CreateVersion7(now),
            opening.BeneficiaryId,
            opening.ManagerId,
            BodyHash = sensitive.BodyHash(opening.Body.Id),
            BodyCipher = sensitive.SealId(opening.BeneficiaryId, opening.Body.Id),
            Reason = sensitive.SealText(opening.BeneficiaryId, opening.Reason.Code()),
            Programme = string.IsNullOrWhiteSpace(opening.Programme) ? null : opening.Programme.Trim(),
            Restricted = opening.Restricted ?? CaseIsRestricted.ByDefault(opening.Body.Kind, opening.Reason),
            opening.OpenedOn,
            Now = now,
        };
        await db.ExecuteAsync(Insert, row, ct, ifTaken: () => new ConflictException("case.already-open", new(
            "Questa persona ha già una presa in carico aperta: se ne può aprire una alla volta.",
            "This person already has an open case: only one can be open at a time.")));
        await db.ExecuteAsync(InsertManager, row, ct);
        await db.ExecuteAsync(MarkPerson, row, ct);
        audit.Changes("case", row.Id);
        audit.Changes("beneficiary", opening.BeneficiaryId);
        return new(row.Id, row.Restricted);
    }

    private sealed record PersonRow(DateOnly BirthDate, DateOnly? FormerClosedOn);
}
