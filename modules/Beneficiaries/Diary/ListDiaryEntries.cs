using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>The notes of a case, the latest first.</summary>
internal sealed record ListDiaryEntries(Guid CaseId, string? Cursor, int? Limit) : IQuery<Page<DiaryEntry>>;

/// <summary>A note.</summary>
internal sealed record DiaryEntry(Guid Id, DiaryKind Kind, DateOnly On, string Text, Guid? AmendsId, Guid WrittenBy, string? WrittenByName, DateTimeOffset WrittenAt);

internal static class ListDiaryEntriesEndpoint
{
    public static void MapListDiaryEntries(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/diary-entries", Handle)
        .WithName("listDiaryEntries")
        .WithSummary("Read the notes of a case; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<DiaryEntry>> Handle(Guid caseId, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListDiaryEntries(caseId, cursor, limit), ct);
}

internal sealed class ListDiaryEntriesHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, IAuditTrail audit)
    : IRequestHandler<ListDiaryEntries, Page<DiaryEntry>>
{
    private const string Select = """
        select id as Id, kind as Kind, happened_on as HappenedOn, text_cipher as Text, amends_id as AmendsId, written_by as WrittenBy, written_at as WrittenAt
        from   beneficiaries_diary_entry
        where  case_id = @CaseId
        """;

    private const string After = "and happened_on <= @AfterDay and (happened_on < @AfterDay or id < @AfterId)";
    private const string Order = "order by happened_on desc, id desc";

    public async Task<Page<DiaryEntry>> Handle(ListDiaryEntries request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-diary");
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var rows = await db.TopAsync<Row>(
            new ListSql(Select).When(after is not null, After).OrderBy(Order), new { request.CaseId, AfterDay = after?.Day, AfterId = after?.Id }, limit + 1, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => DayCursor.Of(row.HappenedOn, row.Id));
        return new([.. page.Items.Select(row => new DiaryEntry(
            row.Id, row.Kind, row.HappenedOn, sensitive.OpenText(row.Text)!, row.AmendsId, row.WrittenBy, names.GetValueOrDefault(row.WrittenBy), row.WrittenAt))], page.NextCursor);
    }

    private sealed record Row(Guid Id, DiaryKind Kind, DateOnly HappenedOn, string Text, Guid? AmendsId, Guid WrittenBy, DateTimeOffset WrittenAt);
}
