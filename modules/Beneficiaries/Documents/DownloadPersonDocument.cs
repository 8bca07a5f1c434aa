using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Documents;

/// <summary>Reads the content of a person's document; who did is in the person's access log.</summary>
internal sealed record DownloadPersonDocument(Guid PersonId, Guid DocumentId) : IQuery<DocumentContent>;

internal static class DownloadPersonDocumentEndpoint
{
    public static void MapDownloadPersonDocument(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapGet("/{id:guid}/documents/{documentId:guid}/content", Handle)
        .WithName("downloadPersonDocument")
        .WithSummary("Download a document of a person; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<FileContentHttpResult> Handle(Guid id, Guid documentId, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var document = await mediator.Send(new DownloadPersonDocument(id, documentId), ct);
        return document.AsDownload(http);
    }
}

internal sealed class DownloadPersonDocumentHandler(IDbSession db, NeedToKnow needToKnow, IDocumentStore documents, IAuditTrail audit) : IRequestHandler<DownloadPersonDocument, DocumentContent>
{
    private const string Count = "select count(*) from beneficiaries_document where id = @DocumentId and beneficiary_id = @PersonId";

    public async Task<DocumentContent> Handle(DownloadPersonDocument request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        if (await db.ScalarAsync<int>(Count, new { request.DocumentId, request.PersonId }, cancellationToken) == 0)
        {
            throw new NotFoundException("document");
        }

        audit.Reads("beneficiary", request.PersonId, "download-document");
        audit.Reads("beneficiary-document", request.DocumentId, "download");
        return await documents.OpenAsync(request.DocumentId, cancellationToken);
    }
}
