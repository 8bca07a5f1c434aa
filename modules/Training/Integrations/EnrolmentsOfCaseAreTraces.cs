using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Training.Integrations;

/// <summary>Says whether somebody was enrolled in a course from a case, or waited for a place.</summary>
internal sealed class EnrolmentsOfCaseAreTraces(IDbSession db) : INotificationHandler<CaseTracesAsked>
{
    private const string Count = "select count(*) from training_enrolment where case_id = @CaseId";

    public async Task Handle(CaseTracesAsked notification, CancellationToken cancellationToken) =>
        notification.Traces.Add(await db.ScalarAsync<int>(Count, new { notification.CaseId }, cancellationToken));
}
