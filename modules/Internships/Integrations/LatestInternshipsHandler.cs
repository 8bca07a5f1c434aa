using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Tells, for many cases at once, the internship that runs or began last.</summary>
internal sealed class LatestInternshipsHandler(IDbSession db) : IRequestHandler<LatestInternships, IReadOnlyList<LatestInternship>>
{
    // Without the expression SQLite would walk every internship of those states, which it takes for rarer than fifty cases.
    private const string Select = $"""
        select case_id as CaseId, id as InternshipId, company_id as CompanyId, case when state = 'active' then 1 else 0 end as Running, starts_on as StartsOn,
               coalesce(ended_on, ends_on) as EndsOn
        from   internships_internship
        where  coalesce(state, '') in ('active', 'ended', 'endedEarly') and case_id in {Batches.Keys}
        """;

    public async Task<IReadOnlyList<LatestInternship>> Handle(LatestInternships request, CancellationToken cancellationToken) =>
        [.. (await db.QueryInBatchesAsync<Guid, LatestInternship>(Select, request.CaseIds, null, cancellationToken))
            .GroupBy(internship => internship.CaseId)
            .Select(ofCase => ofCase.OrderByDescending(internship => internship.Running).ThenByDescending(internship => internship.StartsOn).ThenBy(internship => internship.InternshipId).First())];
}
