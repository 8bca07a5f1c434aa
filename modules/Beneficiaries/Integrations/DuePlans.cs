using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>What is due of individual plans: signatures asked of oneself, and reviews near or late of the cases that one manages.</summary>
internal sealed class DuePlans(IDbSession db) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectToSign = """
        select p.id as PersonId, c.id as CaseId, l.id as PlanId, p.surname as Surname, p.name as Name, l.asked_on as DueOn
        from   beneficiaries_plan_signature s
        join   beneficiaries_plan l on l.id = s.plan_id
        join   beneficiaries_case c on c.id = l.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  s.user_id = @Me and s.signed_at is null and l.state = 'toSign' and c.closed_on is null
        """;

    private const string SelectReviews = """
        select p.id as PersonId, c.id as CaseId, l.id as PlanId, p.surname as Surname, p.name as Name, l.review_on as DueOn
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  l.state = 'inForce' and l.review_on <= @Within and c.manager_id = @Me and c.closed_on is null
        """;

    private const string AskedFirst = "order by l.asked_on, l.id";

    private const string DueFirst = "order by l.review_on, l.id";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var args = new { Me = user.Id, Today = today, Within = today.AddDays(7) };
        var toSign = await db.TopAsync<Row>(new ListSql(SelectToSign).When(true, VisibleCases.Mine).OrderBy(AskedFirst), args, Most, ct);
        var reviews = await db.TopAsync<Row>(new ListSql(SelectReviews).When(true, VisibleCases.Mine).OrderBy(DueFirst), args, Most, ct);
        DueTask[] tasks =
        [
            .. toSign.Select(row => new DueTask("plan.to-sign", row.Called, null, row.DueOn, Urgency.Today, row.Link)),
            .. reviews.Select(row => new DueTask(
                "plan.review", row.Called, null, row.DueOn, row.DueOn < today ? Urgency.Late : row.DueOn == today ? Urgency.Today : Urgency.Week, row.Link)),
        ];
        return new([.. tasks.Take(Most)], []);
    }

    private sealed record Row(Guid PersonId, Guid CaseId, Guid PlanId, string Surname, string Name, DateOnly DueOn)
    {
        public string Called => $"{Surname} {Name}";

        public string Link => $"/beneficiaries/{PersonId}/cases/{CaseId}/plans/{PlanId}";
    }
}
