using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Rights;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>How many people may be kept no longer, for coordinators: a counter that leads to the list.</summary>
internal sealed class DueRetention(IDbSession db, NeedToKnow needToKnow, RetentionOptions options, TimeProvider clock) : IDueWorkSource
{
    private const string Count = """
        select count(*)
        from   beneficiaries_person p
        where  p.retention_from <= @Before and p.anonymised_at is null
               and not exists (select 1 from beneficiaries_person_mark k
                               where  k.beneficiary_id = p.id and k.kind in ('restriction', 'hold') and k.ended_on is null and (k.until_on is null or k.until_on >= @Today))
        """;

    private const string CountWithoutCase = $"""
        select count(*)
        {ListRetentionHandler.FromWithoutCase}
               and not exists (select 1 from beneficiaries_person_mark k
                               where  k.beneficiary_id = p.id and k.kind in ('restriction', 'hold') and k.ended_on is null and (k.until_on is null or k.until_on >= @Today))
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write) || !needToKnow.IsCoordinator)
        {
            return DueWork.None;
        }

        var args = new { Me = user.Id, Today = today, Now = clock.GetUtcNow(), Before = today.AddMonths(-options.Months), RegisteredBefore = ListRetentionHandler.RegisteredBefore(today, options) };
        var count = await db.ScalarAsync<int>(new ListSql(Count).OnlyVisible(needToKnow).ToString(), args, ct);
        var never = await db.ScalarAsync<int>(new ListSql(CountWithoutCase).OnlyVisible(needToKnow).ToString(), args, ct);
        DueCounter[] counters =
        [
            new DueCounter("retention.due", count, Urgency.Week, "/beneficiaries/retention", "beneficiaries"),
            new DueCounter("retention.due-without-case", never, Urgency.Week, "/beneficiaries/retention?show=never", "beneficiaries"),
        ];
        return new([], [.. counters.Where(counter => counter.Count > 0)]);
    }
}
