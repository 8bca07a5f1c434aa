using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>Reads one entry.</summary>
internal sealed record GetDiaryEntry(Guid CaseId, Guid Id) : IQuery<DiaryEntry>;

internal static class GetDiaryEntryEndpoint
{
    public static void MapGetDiaryEntry(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/diary-entries/{id:guid}", Handle)
        .WithName("getDiaryEntry")
        .WithSummary("Read an entry of a diary; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<VersionedOk<DiaryEntry>> Handle(Guid caseId, Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetDiaryEntry(caseId, id), ct));
}

internal sealed class GetDiaryEntryHandler(IDbSession db, NeedToKnow needToKnow, DiaryPages pages, IAuditTrail audit, ICurrentUser user) : IRequestHandler<GetDiaryEntry, DiaryEntry>
{
    private const string OfId = "and e.id = @Id";

    public async Task<DiaryEntry> Handle(GetDiaryEntry request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-diary");
        var sql = new ListSql(DiaryRow.Select).When(true, OfId).OnlyVisibleEntries(needToKnow).ToString();
        var row = await db.FindAsync<DiaryRow>(sql, new { request.CaseId, request.Id, Me = user.Id }, cancellationToken) ?? throw new NotFoundException("diary-entry");
        return (await pages.OpenAsync([row], cancellationToken))[0];
    }
}
