using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments;

/// <summary>Throws a draft away.</summary>
internal sealed record DiscardAssessment(Guid CaseId, Guid Id, int Version) : ICommand;

internal static class DiscardAssessmentEndpoint
{
    public static void MapDiscardAssessment(this IEndpointRouteBuilder cases) => cases
        .MapDelete("/{caseId:guid}/assessments/{id:guid}", Handle)
        .WithName("discardAssessment")
        .WithSummary("Throw the draft of an assessment away")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DiscardAssessment(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DiscardAssessmentHandler(IDbSession db, AssessmentDesk desk) : IRequestHandler<DiscardAssessment, Unit>
{
    private const string Delete = "delete from beneficiaries_assessment where id = @Id and version = @Version and state = 'draft'";

    public async Task<Unit> Handle(DiscardAssessment request, CancellationToken cancellationToken)
    {
        await desk.ChangeAsync(request.CaseId, request.Id, AssessmentState.Draft, cancellationToken);
        return await db.ExecuteAsync(Delete, new { request.Id, request.Version }, cancellationToken) == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
