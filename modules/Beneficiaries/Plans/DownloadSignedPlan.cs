using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Reads the plan signed on paper by the person, or by a member of the équipe without an account; who did is in the person's access log.</summary>
internal sealed record DownloadSignedPlan(Guid CaseId, Guid Id, Guid? SignerId) : IQuery<DocumentContent>;

internal static class DownloadSignedPlanEndpoint
{
    public static void MapDownloadSignedPlan(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/plans/{id:guid}/signed-copy", Handle)
        .WithName("downloadSignedPlan")
        .WithSummary("Download the individual plan signed on paper; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<FileContentHttpResult> Handle(Guid caseId, Guid id, Guid? signerId, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadSignedPlan(caseId, id, signerId), ct)).AsDownload(http);
}

internal sealed class DownloadSignedPlanHandler(PlanDesk desk, IDocumentStore documents) : IRequestHandler<DownloadSignedPlan, DocumentContent>
{
    public async Task<DocumentContent> Handle(DownloadSignedPlan request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ReadAsync(request.CaseId, request.Id, "download-plan", cancellationToken);
        var scan = (await desk.SignaturesAsync(row.Id, cancellationToken)).SingleOrDefault(signature => signature.UserId == request.SignerId)?.DocumentId ?? throw new NotFoundException("document");
        return await documents.OpenAsync(scan, cancellationToken);
    }
}
