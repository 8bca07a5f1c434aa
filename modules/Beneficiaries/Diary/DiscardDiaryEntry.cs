using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>The author throws a draft away.</summary>
internal sealed record DiscardDiaryEntry(Guid CaseId, Guid Id, int Version) : ICommand;

internal static class DiscardDiaryEntryEndpoint
{
    public static void MapDiscardDiaryEntry(this IEndpointRouteBuilder cases) => cases
        .MapDelete("/{caseId:guid}/diary-entries/{id:guid}", Handle)
        .WithName("discardDiaryEntry")
        .WithSummary("Throw one's draft of a diary entry away")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DiscardDiaryEntry(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DiscardDiaryEntryHandler(IDbSession db, NeedToKnow needToKnow, DiaryDesk desk, IAuditTrail audit) : IRequestHandler<DiscardDiaryEntry, Unit>
{
    private const string Delete = "delete from beneficiaries_diary_entry where id = @Id and version = @Version and signed_at is null";

    public async Task<Unit> Handle(DiscardDiaryEntry request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        await desk.FindDraftAsync(request.CaseId, request.Id, cancellationToken);
        if (await db.ExecuteAsync(Delete, new { request.Id, request.Version }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }
}
