using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Counts the internships of companies.</summary>
internal sealed class CountHostedInternshipsHandler(IDbSession db) : IRequestHandler<CountHostedInternships, IReadOnlyList<HostedInternships>>
{
    private const string Select = $"""
        select   company_id as CompanyId, count(*) as [Count]
        from     internships_internship
        where    company_id in {Batches.Keys}
        group by company_id
        """;

    public Task<IReadOnlyList<HostedInternships>> Handle(CountHostedInternships request, CancellationToken cancellationToken) =>
        db.QueryInBatchesAsync<Guid, HostedInternships>(Select, request.CompanyIds, null, cancellationToken);
}
