using InclusionPlatform.Beneficiaries.Referrals.Rules;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Referrals.Attachments;

/// <summary>Takes away a paper that came with a referral by mistake, while nobody reads the referral; its content is erased.</summary>
internal sealed record RemoveReferralAttachment(Guid ReferralId, Guid AttachmentId) : ICommand;

internal static class RemoveReferralAttachmentEndpoint
{
    public static void MapRemoveReferralAttachment(this IEndpointRouteBuilder referrals) => referrals
        .MapDelete("/{id:guid}/attachments/{attachmentId:guid}", Handle)
        .WithName("removeReferralAttachment")
        .WithSummary("Take away a document that came with a referral")
        .RequireRight(BeneficiariesModule.WriteReferrals);

    private static async Task<NoContent> Handle(Guid id, Guid attachmentId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveReferralAttachment(id, attachmentId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveReferralAttachmentHandler(IDbSession db, ReferralDesk desk, IDocumentStore documents, IAuditTrail audit) : IRequestHandler<RemoveReferralAttachment, Unit>
{
    private const string Delete = "delete from beneficiaries_referral_attachment where id = @AttachmentId and referral_id = @ReferralId";

    public async Task<Unit> Handle(RemoveReferralAttachment request, CancellationToken cancellationToken)
    {
        var seen = await desk.FindOrOwnAsync(request.ReferralId, cancellationToken);
        ReferralIsOpen.CheckChange(seen.State);
        if (await db.ExecuteAsync(Delete, new { request.AttachmentId, request.ReferralId }, cancellationToken) == 0)
        {
            throw new NotFoundException("attachment");
        }

        var name = (await documents.DescribeAsync([request.AttachmentId], cancellationToken)).SingleOrDefault()?.Name;
        await documents.ForgetAsync(request.AttachmentId, cancellationToken);
        await desk.TellAsync(request.ReferralId, ReferralEventKind.AttachmentRemoved, name, cancellationToken);
        audit.Changes("referral", request.ReferralId);
        return Unit.Value;
    }
}
