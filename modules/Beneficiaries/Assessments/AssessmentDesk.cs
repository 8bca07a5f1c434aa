using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>An assessment as it is kept.</summary>
internal sealed record AssessmentRow(
    Guid Id, int Version, AssessmentKind Kind, int Moment, DateOnly HeldOn, AssessmentState State, string Content, int Signers, int Signatures, DateOnly? AskedOn, DateOnly? SignedOn,
    DateTimeOffset ChangedAt, Guid ChangedBy)
{
    /// <summary>The beginning of every query of a case's assessments; conditions follow.</summary>
    public const string Select = """
        select a.id as Id, a.version as Version, a.kind as Kind, a.moment as Moment, a.held_on as HeldOn, a.state as State, a.content_cipher as Content, a.signers as Signers,
               a.signatures as Signatures, a.asked_on as AskedOn, a.signed_on as SignedOn, a.changed_at as ChangedAt, a.changed_by as ChangedBy
        from   beneficiaries_assessment a
        where  a.case_id = @CaseId
        """;
}

/// <summary>A professional who is asked to sign, by account or, without one, by the membership of the équipe; then at whose screen they signed.</summary>
internal sealed record AssessmentSigner(Guid UserId, DateTimeOffset? SignedAt, Guid? RecordedBy);

/// <summary>What the slices of assessments share. The door of the case comes first: only the équipe reads them, and each reading is logged.</summary>
internal sealed class AssessmentDesk(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit)
{
    private const string OfId = "and a.id = @Id";

    private const string SelectSigners = "select user_id as UserId, signed_at as SignedAt, recorded_by as RecordedBy from beneficiaries_assessment_signature where assessment_id = @Id order by id";

    /// <summary>The case, for whoever may read its assessments; being read is logged, ICF by its own name.</summary>
    public async Task<SeenCase> ReadCaseAsync(Guid caseId, AssessmentKind? kind, CancellationToken ct)
    {
        var seen = await needToKnow.CaseAsync(caseId, Sight.Full, ct);
        audit.Reads("beneficiary", seen.BeneficiaryId, kind is AssessmentKind.Icf ? "read-icf" : "read-assessments");
        return seen;
    }

    /// <summary>The case and the assessment, for whoever may read them.</summary>
    /// <exception cref="NotFoundException">No such case or assessment, or none that may be seen.</exception>
    public async Task<(SeenCase Seen, AssessmentRow Row)> ReadAsync(Guid caseId, Guid id, CancellationToken ct)
    {
        var seen = await needToKnow.CaseAsync(caseId, Sight.Full, ct);
        var row = await FindAsync(caseId, id, ct);
        audit.Reads("beneficiary", seen.BeneficiaryId, row.Kind is AssessmentKind.Icf ? "read-icf" : "read-assessments");
        return (seen, row);
    }

    /// <summary>The case and the assessment, to be changed by the équipe of an open case.</summary>
    /// <exception cref="RuleBrokenException">The case is closed, or the assessment stands elsewhere.</exception>
    public async Task<(SeenCase Seen, AssessmentRow Row)> ChangeAsync(Guid caseId, Guid id, AssessmentState expected, CancellationToken ct)
    {
        var seen = await OpenCaseAsync(caseId, ct);
        var row = await FindAsync(caseId, id, ct);
        if (row.State != expected)
        {
            throw new RuleBrokenException("assessment.wrong-state", row.State switch
            {
                AssessmentState.Signed => new("Questa valutazione è firmata e resta com'è: per aggiornarla farne un'altra.", "This assessment is signed and stays as it is: make another one to update it."),
                AssessmentState.ToSign => new("La valutazione è alla firma e non si cambia: per correggerla riportarla in bozza.", "The assessment is being signed and is not changed: take it back to a draft to correct it."),
                _ => new("La valutazione è ancora una bozza: va prima mandata alla firma.", "The assessment is still a draft: send it to be signed first."),
            });
        }

        audit.Changes("case", caseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return (seen, row);
    }

    /// <summary>The case, open and seen in full.</summary>
    /// <exception cref="RuleBrokenException"><c>case.is-closed</c>.</exception>
    public async Task<SeenCase> OpenCaseAsync(Guid caseId, CancellationToken ct)
    {
        var seen = await needToKnow.CaseAsync(caseId, Sight.Full, ct);
        return seen.ClosedOn is null ? seen : throw new RuleBrokenException("case.is-closed", new(
            "La presa in carico è chiusa: le valutazioni restano com'erano. Per riprendere il lavoro aprirne una nuova.", "The case is closed: assessments stay as they were. To go on, open a new one."));
    }

    /// <summary>The encrypted part.</summary>
    public AssessmentContent Open(AssessmentRow row) => sensitive.Open<AssessmentContent>(row.Content)!;

    /// <summary>Who is asked to sign and who has.</summary>
    public Task<IReadOnlyList<AssessmentSigner>> SignersAsync(Guid id, CancellationToken ct) => db.QueryAsync<AssessmentSigner>(SelectSigners, new { Id = id }, ct);

    private async Task<AssessmentRow> FindAsync(Guid caseId, Guid id, CancellationToken ct) =>
        await db.FindAsync<AssessmentRow>(new ListSql(AssessmentRow.Select).When(true, OfId).ToString(), new { CaseId = caseId, Id = id }, ct) ?? throw new NotFoundException("assessment");
}
