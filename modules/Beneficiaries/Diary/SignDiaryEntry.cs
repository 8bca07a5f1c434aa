using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>The author signs a draft: from then on it is read by those whom it is for, and nothing changes it.</summary>
internal sealed record SignDiaryEntry(Guid CaseId, Guid Id, int Version) : ICommand;

internal static class SignDiaryEntryEndpoint
{
    public static void MapSignDiaryEntry(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/diary-entries/{id:guid}/signature", Handle)
        .WithName("signDiaryEntry")
        .WithSummary("Sign one's draft of a diary entry: it is final then")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignDiaryEntry(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SignDiaryEntryHandler(IDbSession db, NeedToKnow needToKnow, DiaryDesk desk, IAuditTrail audit, TimeProvider clock) : IRequestHandler<SignDiaryEntry, Unit>
{
    private const string Update = """
        update beneficiaries_diary_entry
        set    signed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and signed_at is null
        """;

    public async Task<Unit> Handle(SignDiaryEntry request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        var draft = await desk.FindDraftAsync(request.CaseId, request.Id, cancellationToken);
        if (await db.ExecuteAsync(Update, new { request.Id, request.Version, Now = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await desk.TellCaseAsync(request.CaseId, draft.HappenedOn, draft.Limited, cancellationToken);
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }
}
