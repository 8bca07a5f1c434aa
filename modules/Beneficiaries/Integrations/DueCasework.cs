using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.Emergencies;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>What is due for who answers for cases: people without a solution, attestations that run out, emergency accesses of which nobody has taken note.</summary>
internal sealed class DueCasework(IDbSession db, NeedToKnow needToKnow, IColleagues colleagues) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectStalled = """
        select p.id as Id, p.surname as Surname, p.name as Name, c.last_activity_on as DueOn
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.manager_id = @Me and c.closed_on is null and c.open_internships = 0 and c.last_activity_on < @StalledBefore
        """;

    private const string LongestFirst = "order by c.last_activity_on, c.id";

    private const string CountStalled = """
        select count(*)
        from   beneficiaries_case c
        where  c.manager_id = @Me and c.closed_on is null and c.open_internships = 0 and c.last_activity_on < @StalledBefore
        """;

    private const string SelectExpiring = """
        select p.id as Id, p.surname as Surname, p.name as Name, a.valid_to as DueOn
        from   beneficiaries_attestation a
        join   beneficiaries_case c on c.beneficiary_id = a.beneficiary_id and c.closed_on is null
        join   beneficiaries_person p on p.id = a.beneficiary_id
        where  c.manager_id = @Me and a.valid_to >= @Today and a.valid_to <= @ExpiringBefore
        order by a.valid_to, a.id
        """;

    private const string SelectEmergencies = """
        select e.id as Id, e.user_id as Who, e.began_at as At
        from   beneficiaries_emergency_access e
        where  e.acknowledged_at is null
        """;

    private const string NewestFirst = "order by e.began_at desc, e.id desc";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var args = new
        {
            Me = user.Id,
            Today = today,
            StalledBefore = today.AddDays(-CaseIsStalled.AfterDays),
            ExpiringBefore = today.AddDays(30),
        };
        var stalled = await db.TopAsync<Row>(new ListSql(SelectStalled).When(true, VisibleCases.Mine).OrderBy(LongestFirst), args, Most, ct);
        var expiring = await db.TopAsync<Row>(SelectExpiring, args, Most, ct);
        var emergencies = await db.TopAsync<EmergencyRow>(new ListSql(SelectEmergencies).OnlyWatched(needToKnow).OrderBy(NewestFirst), args, Most, ct);
        var names = emergencies.Count == 0 ? null : await colleagues.NamesAsync(ct);
        var stalledCount = stalled.Count < Most ? stalled.Count : await db.ScalarAsync<int>(new ListSql(CountStalled).When(true, VisibleCases.Mine).ToString(), args, ct);

        DueTask[] tasks =
        [
            .. emergencies.Select(row => new DueTask(
                "beneficiary.emergency-access", names!.GetValueOrDefault(row.Who, "–"), null, row.At.InItaly(), Urgency.Today, "/beneficiaries/emergency-accesses")),
            .. stalled.Select(row => new DueTask("beneficiary.stalled", row.Called, null, row.DueOn.AddDays(CaseIsStalled.AfterDays), Urgency.Late, $"/beneficiaries/{row.Id}")),
            .. expiring.Select(row => new DueTask(
                "beneficiary.attestation-expiring", row.Called, null, row.DueOn, row.DueOn <= today ? Urgency.Today : Urgency.Week, $"/beneficiaries/{row.Id}#attestations")),
        ];
        return new([.. tasks.Take(Most)], stalledCount == 0 ? [] : [new("beneficiary.stalled", stalledCount, Urgency.Late, $"/beneficiaries/caseload?flag=stalled&manager={user.Id}&mine=true", "beneficiaries")]);
    }

    private sealed record Row(Guid Id, string Surname, string Name, DateOnly DueOn)
    {
        public string Called => $"{Surname} {Name}";
    }

    private sealed record EmergencyRow(Guid Id, Guid Who, DateTimeOffset At);
}
