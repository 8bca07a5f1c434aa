using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Documents;

/// <summary>Reads the content of a company's document; who did is logged.</summary>
internal sealed record DownloadDocument(Guid CompanyId, Guid DocumentId) : IQuery<DocumentContent>;

internal static class DownloadDocumentEndpoint
{
    public static void MapDownloadDocument(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/documents/{documentId:guid}/content", Handle)
        .WithName("downloadCompanyDocument")
        .WithSummary("Download a document of a company")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<FileContentHttpResult> Handle(Guid companyId, Guid documentId, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var document = await mediator.Send(new DownloadDocument(companyId, documentId), ct);
        return document.AsDownload(http);
    }
}

internal sealed class DownloadDocumentHandler(IDbSession db, IDocumentStore documents, IAuditTrail audit) : IRequestHandler<DownloadDocument, DocumentContent>
{
    private const string CountDocument = "select count(*) from company_network_document where id = @DocumentId and company_id = @CompanyId";

    public async Task<DocumentContent> Handle(DownloadDocument request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(CountDocument, new { request.DocumentId, request.CompanyId }, cancellationToken) == 0)
        {
            throw new NotFoundException("document");
        }

        audit.Reads("company-document", request.DocumentId, "download");
        return await documents.OpenAsync(request.DocumentId, cancellationToken);
    }
}
