using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Referrals.Attachments;

/// <summary>Reads the content of a paper that came with a referral, for whoever sees the referral; it is logged.</summary>
internal sealed record DownloadReferralAttachment(Guid ReferralId, Guid AttachmentId) : IQuery<DocumentContent>;

internal static class DownloadReferralAttachmentEndpoint
{
    public static void MapDownloadReferralAttachment(this IEndpointRouteBuilder referrals) => referrals
        .MapGet("/{id:guid}/attachments/{attachmentId:guid}/content", Handle)
        .WithName("downloadReferralAttachment")
        .WithSummary("Download a document that came with a referral; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<FileContentHttpResult> Handle(Guid id, Guid attachmentId, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var document = await mediator.Send(new DownloadReferralAttachment(id, attachmentId), ct);
        return document.AsDownload(http);
    }
}

internal sealed class DownloadReferralAttachmentHandler(IDbSession db, ReferralDesk desk, IDocumentStore documents, IAuditTrail audit)
    : IRequestHandler<DownloadReferralAttachment, DocumentContent>
{
    private const string Count = "select count(*) from beneficiaries_referral_attachment where id = @AttachmentId and referral_id = @ReferralId";

    public async Task<DocumentContent> Handle(DownloadReferralAttachment request, CancellationToken cancellationToken)
    {
        await desk.FindAsync(request.ReferralId, cancellationToken);
        if (await db.ScalarAsync<int>(Count, new { request.AttachmentId, request.ReferralId }, cancellationToken) == 0)
        {
            throw new NotFoundException("attachment");
        }

        audit.Reads("referral", request.ReferralId, "download-attachment");
        audit.Reads("referral-attachment", request.AttachmentId, "download");
        return await documents.OpenAsync(request.AttachmentId, cancellationToken);
    }
}
