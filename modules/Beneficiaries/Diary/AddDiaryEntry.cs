using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>Writes an entry in the diary of a case: signed at once, or kept as a draft that only its author sees.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="On">The day on which it happened.</param>
/// <param name="Text">Facts and agreements.</param>
/// <param name="AmendsId">The signed entry that this one amends, if any.</param>
/// <param name="At">HH:mm, or null.</param>
/// <param name="ReaderIds">The members who may read it besides the author; null is the whole équipe.</param>
/// <param name="Draft">Keep it until it is signed.</param>
internal sealed record AddDiaryEntry(
    Guid CaseId, DiaryKind? Kind, DateOnly? On, string? Text, Guid? AmendsId, string? At = null, IReadOnlyList<Guid>? ReaderIds = null, bool Draft = false) : ICommand<AddedDiaryEntry>
{
    public DiaryEntryData Data => new(Kind, On, At, Text, ReaderIds);
}

internal sealed record AddedDiaryEntry(Guid Id);

internal static class AddDiaryEntryEndpoint
{
    /// <summary>The entry.</summary>
    /// <param name="ReaderIds">Ids of the only accounts that may read it; everybody of the équipe when not given.</param>
    /// <param name="Draft">Whether it is kept until somebody signs it; signed at once when not given.</param>
    internal sealed record DiaryEntryBody(DiaryKind? Kind, DateOnly? On, string? Text, Guid? AmendsId, string? At, IReadOnlyList<Guid>? ReaderIds, bool? Draft);

    public static void MapAddDiaryEntry(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/diary-entries", Handle)
        .WithName("addDiaryEntry")
        .WithSummary("Write an entry in the diary of a case, signed or as a draft")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<AddedDiaryEntry>> Handle(Guid caseId, DiaryEntryBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddDiaryEntry(caseId, body.Kind, body.On, body.Text, body.AmendsId, body.At, body.ReaderIds, body.Draft ?? false), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}/diary-entries/{added.Id}", added);
    }
}

internal sealed class AddDiaryEntryValidator(TimeProvider clock) : CarriesEntry<AddDiaryEntry>(command => command.Data, clock);

internal sealed class AddDiaryEntryHandler(IDbSession db, NeedToKnow needToKnow, DiaryDesk desk, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddDiaryEntry, AddedDiaryEntry>
{
    private const string Insert = """
        insert into beneficiaries_diary_entry (id, version, case_id, kind, happened_on, happened_at, text_cipher, limited, amends_id, written_by, written_at, signed_at)
        values (@Id, 1, @CaseId, @Kind, @On, @At, @Text, @Limited, @AmendsId, @Me, @Now, @SignedAt)
        """;

    public async Task<AddedDiaryEntry> Handle(AddDiaryEntry request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        await desk.CheckDayAsync(seen.BeneficiaryId, request.On!.Value, cancellationToken);
        var readers = await desk.ReadersAsync(request.CaseId, request.AmendsId, request.ReaderIds, cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(
            Insert,
            new
            {
                Id = id, request.CaseId, Kind = request.Kind!.Value.Code(), request.On, At = string.IsNullOrEmpty(request.At) ? null : request.At,
                Text = sensitive.SealText(seen.BeneficiaryId, request.Text!.Trim()), Limited = readers is not null, request.AmendsId, Me = user.Id, Now = now, SignedAt = request.Draft ? (DateTimeOffset?)null : now,
            },
            cancellationToken);
        await desk.WriteReadersAsync(id, readers, cancellationToken);
        if (!request.Draft)
        {
            await desk.TellCaseAsync(request.CaseId, request.On!.Value, readers is not null, cancellationToken);
        }

        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return new(id);
    }
}
