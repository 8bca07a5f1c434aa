using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Tells matching how much room hosts have and what came of their internships, by the very rule that activations obey.</summary>
internal sealed class DescribeHostsHandler(IDbSession db, RuleSetTable ruleSets, TimeProvider clock) : IRequestHandler<DescribeHosts, IReadOnlyList<HostRecord>>
{
    /// <summary>An internship that would be proposed now runs about so long: its quota is counted over these months.</summary>
    private const int MonthsAhead = 6;

    public async Task<IReadOnlyList<HostRecord>> Handle(DescribeHosts request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var ahead = new Span(today, today.AddMonths(MonthsAhead));
        var ids = request.Hosts.Select(host => host.CompanyId).ToArray();
        var figures = await ruleSets.AllAsync(cancellationToken);
        var inQuota = (await db.QueryInBatchesAsync<Guid, Busy>(SelectInQuota, ids, new { Today = today }, cancellationToken)).ToLookup(row => row.CompanyId, row => new Span(row.First, row.Last));
        var paths = (await db.QueryInBatchesAsync<Guid, PathRow>(SelectPaths, ids, null, cancellationToken))
            .ToLookup(row => row.CompanyId, row => new PathResults(row.Kind.Code(), row.Modulation.Code(), row.Ended, row.Hired, row.Interrupted));
        return [.. request.Hosts.Select(host => new HostRecord(
            host.CompanyId,
            [.. Enum.GetValues<InternshipKind>().Select(kind => QuotaOf(kind, host, RuleSetTable.Choose(figures, host.Region ?? RuleSetTable.National, kind, today), ahead.PeakOf([.. inQuota[host.CompanyId]])))],
            [.. paths[host.CompanyId]]))];
    }

    private static HostQuotaLeft QuotaOf(InternshipKind kind, HostUnit host, RuleSet? figures, int busy)
    {
        if (figures is null || figures.OutsideQuota || host.PermanentStaff is not { } staff)
        {
            return new(kind.Code(), figures is { OutsideQuota: false }, null, null);
        }

        var allowed = HostQuota.Allowed(staff, figures);
        return new(kind.Code(), true, allowed, Math.Max(0, allowed - busy));
    }

    private const string SelectInQuota = $"""
        select company_id as CompanyId, starts_on as First, ends_on as Last
        from   internships_internship
        where  state = 'active' and outside_quota = 0 and ends_on >= @Today and company_id in {Batches.Keys}
        """;

    private const string SelectPaths = $"""
        select   company_id as CompanyId, kind as Kind, modulation as Modulation, count(*) as Ended,
                 sum(case when outcome in ('hiredByHost', 'otherJob') then 1 else 0 end) as Hired,
                 sum(case when state = 'endedEarly' then 1 else 0 end) as Interrupted
        from     internships_internship
        where    state in ('ended', 'endedEarly') and company_id in {Batches.Keys}
        group by company_id, kind, modulation
        """;

    private sealed record Busy(Guid CompanyId, DateOnly First, DateOnly Last);

    private sealed record PathRow(Guid CompanyId, InternshipKind Kind, Modulation Modulation, int Ended, int Hired, int Interrupted);
}
