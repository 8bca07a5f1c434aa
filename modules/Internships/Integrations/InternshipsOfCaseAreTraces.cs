using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Says whether an internship was begun, proposed or called off on a case.</summary>
internal sealed class InternshipsOfCaseAreTraces(IDbSession db) : INotificationHandler<CaseTracesAsked>
{
    private const string Count = "select count(*) from internships_internship where case_id = @CaseId";

    public async Task Handle(CaseTracesAsked notification, CancellationToken cancellationToken) =>
        notification.Traces.Add(await db.ScalarAsync<int>(Count, new { notification.CaseId }, cancellationToken));
}
