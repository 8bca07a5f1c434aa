using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Says whether a company that was proposed was accepted for a case.</summary>
internal sealed class ProposalsOfCaseAreTraces(IDbSession db) : INotificationHandler<CaseTracesAsked>
{
    private const string Count = "select count(*) from company_network_referral where case_id = @CaseId";

    public async Task Handle(CaseTracesAsked notification, CancellationToken cancellationToken) =>
        notification.Traces.Add(await db.ScalarAsync<int>(Count, new { notification.CaseId }, cancellationToken));
}
