using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Documents;

/// <summary>Takes a document out of a person's file; its content is erased, the access log keeps that it was there.</summary>
internal sealed record RemovePersonDocument(Guid PersonId, Guid DocumentId) : ICommand;

internal static class RemovePersonDocumentEndpoint
{
    public static void MapRemovePersonDocument(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapDelete("/{id:guid}/documents/{documentId:guid}", Handle)
        .WithName("removePersonDocument")
        .WithSummary("Take a document out of a person's file")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, Guid documentId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemovePersonDocument(id, documentId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemovePersonDocumentHandler(IDbSession db, NeedToKnow needToKnow, IDocumentStore documents, IAuditTrail audit) : IRequestHandler<RemovePersonDocument, Unit>
{
    private const string Delete = "delete from beneficiaries_document where id = @DocumentId and beneficiary_id = @PersonId";

    public async Task<Unit> Handle(RemovePersonDocument request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        if (await db.ExecuteAsync(Delete, new { request.DocumentId, request.PersonId }, cancellationToken) == 0)
        {
            throw new NotFoundException("document");
        }

        await documents.ForgetAsync(request.DocumentId, cancellationToken);
        audit.Changes("beneficiary", request.PersonId);
        audit.Changes("beneficiary-document", request.DocumentId);
        return Unit.Value;
    }
}
