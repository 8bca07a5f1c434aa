using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>Changes a draft; only its author can.</summary>
internal sealed record ChangeDiaryEntry(Guid CaseId, Guid Id, int Version, DiaryEntryData Data) : ICommand;

internal static class ChangeDiaryEntryEndpoint
{
    public static void MapChangeDiaryEntry(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{caseId:guid}/diary-entries/{id:guid}", Handle)
        .WithName("changeDiaryEntry")
        .WithSummary("Change one's draft of a diary entry")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, DiaryEntryData body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeDiaryEntry(caseId, id, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeDiaryEntryValidator(TimeProvider clock) : CarriesEntry<ChangeDiaryEntry>(command => command.Data, clock);

internal sealed class ChangeDiaryEntryHandler(IDbSession db, NeedToKnow needToKnow, DiaryDesk desk, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<ChangeDiaryEntry, Unit>
{
    private const string Update = """
        update beneficiaries_diary_entry
        set    kind = @Kind, happened_on = @On, happened_at = @At, text_cipher = @Text, limited = @Limited, version = version + 1
        where  id = @Id and version = @Version and signed_at is null
        """;

    public async Task<Unit> Handle(ChangeDiaryEntry request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        var draft = await desk.FindDraftAsync(request.CaseId, request.Id, cancellationToken);
        var data = request.Data;
        await desk.CheckDayAsync(seen.BeneficiaryId, data.On!.Value, cancellationToken);
        var readers = await desk.ReadersAsync(request.CaseId, draft.AmendsId, data.ReaderIds, cancellationToken);
        var row = new
        {
            request.Id, request.Version, Kind = data.Kind!.Value.Code(), data.On, At = string.IsNullOrEmpty(data.At) ? null : data.At, Text = sensitive.SealText(seen.BeneficiaryId, data.Text!.Trim()),
            Limited = readers is not null,
        };
        if (await db.ExecuteAsync(Update, row, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await desk.WriteReadersAsync(request.Id, readers, cancellationToken);
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }
}
