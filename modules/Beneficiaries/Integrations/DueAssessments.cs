using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Assessments that wait for one's own signature.</summary>
internal sealed class DueAssessments(IDbSession db) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectToSign = """
        select p.id as PersonId, c.id as CaseId, a.id as AssessmentId, p.surname as Surname, p.name as Name, a.asked_on as DueOn
        from   beneficiaries_assessment_signature s
        join   beneficiaries_assessment a on a.id = s.assessment_id
        join   beneficiaries_case c on c.id = a.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  s.user_id = @Me and s.signed_at is null and a.state = 'toSign' and c.closed_on is null
        """;

    private const string AskedFirst = "order by a.asked_on, a.id";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var rows = await db.TopAsync<Row>(new ListSql(SelectToSign).When(true, VisibleCases.Mine).OrderBy(AskedFirst), new { Me = user.Id, Today = today }, Most, ct);
        return new(
            [.. rows.Select(row => new DueTask(
                "assessment.to-sign", $"{row.Surname} {row.Name}", null, row.DueOn, Urgency.Today, $"/beneficiaries/{row.PersonId}/cases/{row.CaseId}/assessments/{row.AssessmentId}"))],
            []);
    }

    private sealed record Row(Guid PersonId, Guid CaseId, Guid AssessmentId, string Surname, string Name, DateOnly DueOn);
}
