using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Documents;

/// <summary>Takes a document out of a company's file; its content is erased, the history keeps its title.</summary>
internal sealed record RemoveDocument(Guid CompanyId, Guid DocumentId) : ICommand;

internal static class RemoveDocumentEndpoint
{
    public static void MapRemoveDocument(this IEndpointRouteBuilder companies) => companies
        .MapDelete("/{companyId:guid}/documents/{documentId:guid}", Handle)
        .WithName("removeCompanyDocument")
        .WithSummary("Take a document out of a company's file")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid documentId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveDocument(companyId, documentId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveDocumentHandler(IDbSession db, CompanyDesk desk, IDocumentStore documents, CompanyHistory history) : IRequestHandler<RemoveDocument, Unit>
{
    private const string SelectTitle = "select title from company_network_document where id = @DocumentId and company_id = @CompanyId";
    private const string Delete = "delete from company_network_document where id = @DocumentId and company_id = @CompanyId";

    public async Task<Unit> Handle(RemoveDocument request, CancellationToken cancellationToken)
    {
        await desk.OpenAsync(request.CompanyId, cancellationToken);
        var title = await db.ScalarAsync<string>(SelectTitle, new { request.DocumentId, request.CompanyId }, cancellationToken) ?? throw new NotFoundException("document");
        await db.ExecuteAsync(Delete, new { request.DocumentId, request.CompanyId }, cancellationToken);
        await documents.ForgetAsync(request.DocumentId, cancellationToken);
        await history.TellAsync(request.CompanyId, CompanyChange.DocumentRemoved, title, null, cancellationToken);
        return Unit.Value;
    }
}
