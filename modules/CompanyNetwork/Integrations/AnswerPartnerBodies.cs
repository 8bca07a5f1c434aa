using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Names partner bodies for the lists of other modules.</summary>
internal sealed class DescribePartnerBodiesHandler(IDbSession db) : IRequestHandler<DescribePartnerBodies, IReadOnlyList<PartnerBodyLabel>>
{
    private const string SelectBodies = $"select id as Id, name as Name, kind as Kind from company_network_partner_body where id in {Batches.Keys}";

    public Task<IReadOnlyList<PartnerBodyLabel>> Handle(DescribePartnerBodies request, CancellationToken cancellationToken) =>
        db.QueryInBatchesAsync<Guid, PartnerBodyLabel>(SelectBodies, request.Ids, null, cancellationToken);
}
