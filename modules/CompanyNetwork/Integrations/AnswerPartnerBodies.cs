using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Names partner bodies for the lists of other modules.</summary>
internal sealed class DescribePartnerBodiesHandler(IDbSession db) : IRequestHandler<DescribePartnerBodies, IReadOnlyList<PartnerBodyLabel>>
{
    private const string SelectBodies = "select id as Id, name as Name, kind as Kind from company_network_partner_body where id in @Ids";

    public async Task<IReadOnlyList<PartnerBodyLabel>> Handle(DescribePartnerBodies request, CancellationToken cancellationToken) =>
        request.Ids.Count == 0 ? [] : await db.QueryAsync<PartnerBodyLabel>(SelectBodies, new { Ids = request.Ids.Distinct().ToArray() }, cancellationToken);
}
