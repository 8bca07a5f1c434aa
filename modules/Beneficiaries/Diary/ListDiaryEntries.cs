using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>The entries of a case that one may read, the latest first.</summary>
internal sealed record ListDiaryEntries(Guid CaseId, DiaryKind? Kind, Guid? AuthorId, string? Cursor, int? Limit) : IQuery<Page<DiaryEntry>>;

internal static class ListDiaryEntriesEndpoint
{
    public static void MapListDiaryEntries(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/diary-entries", Handle)
        .WithName("listDiaryEntries")
        .WithSummary("Read the diary of a case; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<DiaryEntry>> Handle(Guid caseId, string? kind, Guid? authorId, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListDiaryEntries(caseId, QueryCode.Read<DiaryKind>(kind, "kind"), authorId, cursor, limit), ct);
}

internal sealed class ListDiaryEntriesHandler(IDbSession db, NeedToKnow needToKnow, DiaryPages pages, IAuditTrail audit, ICurrentUser user)
    : IRequestHandler<ListDiaryEntries, Page<DiaryEntry>>
{
    private const string OfKind = "and e.kind = @Kind";
    private const string OfAuthor = "and e.written_by = @AuthorId";
    private const string After = "and e.happened_on <= @AfterDay and (e.happened_on < @AfterDay or e.id < @AfterId)";
    private const string Order = "order by e.happened_on desc, e.id desc";

    public async Task<Page<DiaryEntry>> Handle(ListDiaryEntries request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-diary");
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var sql = new ListSql(DiaryRow.Select)
            .OnlyVisibleEntries(needToKnow)
            .When(request.Kind is not null, OfKind)
            .When(request.AuthorId is not null, OfAuthor)
            .When(after is not null, After)
            .OrderBy(Order);
        var args = new { request.CaseId, Me = user.Id, Kind = request.Kind?.Code(), request.AuthorId, AfterDay = after?.Day, AfterId = after?.Id };
        var page = Paging.Page(await db.TopAsync<DiaryRow>(sql, args, limit + 1, cancellationToken), limit, row => DayCursor.Of(row.HappenedOn, row.Id));
        return new(await pages.OpenAsync(page.Items, cancellationToken), page.NextCursor);
    }
}
