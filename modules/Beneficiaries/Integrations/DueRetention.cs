using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Rights;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>How many people may be kept no longer, for coordinators: a counter that leads to the list.</summary>
internal sealed class DueRetention(IDbSession db, NeedToKnow needToKnow, RetentionOptions options, TimeProvider clock) : IDueWorkSource
{
    private const string Count = $"select count(*){ListRetentionHandler.From}";

    private const string CountWithoutCase = $"select count(*){ListRetentionHandler.FromWithoutCase}";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write) || !needToKnow.IsCoordinator)
        {
            return DueWork.None;
        }

        var args = new { Me = user.Id, Today = today, Now = clock.GetUtcNow(), Before = today.AddMonths(-options.Months), RegisteredBefore = ListRetentionHandler.RegisteredBefore(today, options) };
        var count = await db.ScalarAsync<int>(new ListSql(Count).OnlyVisible(needToKnow).When(true, ListRetentionHandler.NotHeld).ToString(), args, ct);
        var never = await db.ScalarAsync<int>(new ListSql(CountWithoutCase).OnlyVisible(needToKnow).When(true, ListRetentionHandler.NotHeld).ToString(), args, ct);
        DueCounter[] counters =
        [
            new DueCounter("retention.due", count, Urgency.Week, "/beneficiaries/retention?held=false", "beneficiaries"),
            new DueCounter("retention.due-without-case", never, Urgency.Week, "/beneficiaries/retention?show=never&held=false", "beneficiaries"),
        ];
        return new([], [.. counters.Where(counter => counter.Count > 0)]);
    }
}
