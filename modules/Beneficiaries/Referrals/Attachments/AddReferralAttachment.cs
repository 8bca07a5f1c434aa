using InclusionPlatform.Beneficiaries.Referrals.Rules;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Referrals.Attachments;

/// <summary>Puts a paper beside a referral until its final answer: by whoever sees it, or by the system that sent it.</summary>
internal sealed record AddReferralAttachment(Guid ReferralId, string FileName, byte[] Content) : ICommand<AddedReferralAttachment>;

internal sealed record AddedReferralAttachment(Guid Id);

internal static class AddReferralAttachmentEndpoint
{
    public static void MapAddReferralAttachment(this IEndpointRouteBuilder referrals) => referrals
        .MapForm("/{id:guid}/attachments", Handle)
        .DisableAntiforgery()
        .WithName("addReferralAttachment")
        .WithSummary("Attach a document to a referral that has no final answer")
        .RequireRight(BeneficiariesModule.WriteReferrals);

    private static async Task<Created<AddedReferralAttachment>> Handle(Guid id, IFormFile file, DocumentOptions options, IMediator mediator, CancellationToken ct)
    {
        var uploaded = await UploadedFile.ReadAsync(file, options, ct);
        var added = await mediator.Send(new AddReferralAttachment(id, uploaded.Name, uploaded.Content), ct);
        return TypedResults.Created($"/api/v1/referrals/{id}/attachments/{added.Id}/content", added);
    }
}

internal sealed class AddReferralAttachmentHandler(IDbSession db, ReferralDesk desk, IDocumentStore documents, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddReferralAttachment, AddedReferralAttachment>
{
    private const string Count = "select count(*) from beneficiaries_referral_attachment where referral_id = @ReferralId";

    private const string Insert = """
        insert into beneficiaries_referral_attachment (id, referral_id, added_at, added_by, added_by_kind)
        values (@Id, @ReferralId, @At, @By, @ByKind)
        """;

    public async Task<AddedReferralAttachment> Handle(AddReferralAttachment request, CancellationToken cancellationToken)
    {
        var seen = await desk.FindOrOwnAsync(request.ReferralId, cancellationToken);
        AttachmentHasRoom.Check(seen.State, await db.ScalarAsync<int>(Count, new { request.ReferralId }, cancellationToken));
        var kept = await documents.KeepAsync(request.FileName, request.Content, cancellationToken);
        await db.ExecuteAsync(Insert, new { kept.Id, request.ReferralId, At = clock.GetUtcNow(), By = user.Id, ByKind = user.Kind.Code() }, cancellationToken);
        await desk.TellAsync(request.ReferralId, ReferralEventKind.AttachmentAdded, kept.Name, cancellationToken);
        audit.Changes("referral", request.ReferralId);
        return new(kept.Id);
    }
}
