using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>What a note tells of.</summary>
internal enum DiaryKind
{
    Note,
    Interview,
    Call,
    Visit,
    Meeting,
}

/// <summary>Writes a note on a case. Notes are never changed: a later one amends an earlier one.</summary>
internal sealed record AddDiaryEntry(Guid CaseId, DiaryKind? Kind, DateOnly? On, string? Text, Guid? AmendsId) : ICommand<AddedDiaryEntry>;

internal sealed record AddedDiaryEntry(Guid Id);

internal static class AddDiaryEntryEndpoint
{
    /// <summary>The note.</summary>
    internal sealed record DiaryEntryBody(DiaryKind? Kind, DateOnly? On, string? Text, Guid? AmendsId);

    public static void MapAddDiaryEntry(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/diary-entries", Handle)
        .WithName("addDiaryEntry")
        .WithSummary("Write a note on a case")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<AddedDiaryEntry>> Handle(Guid caseId, DiaryEntryBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddDiaryEntry(caseId, body.Kind, body.On, body.Text, body.AmendsId), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}/diary-entries", added);
    }
}

internal sealed class AddDiaryEntryValidator : AbstractValidator<AddDiaryEntry>
{
    public AddDiaryEntryValidator(TimeProvider clock)
    {
        RuleFor(entry => entry.Kind).NotNull().IsInEnum();
        RuleFor(entry => entry.Text).NotEmpty().MaximumLength(8000);
        RuleFor(entry => entry.On).NotNull();
        RuleFor(entry => entry.On).Must(day => day is null || day <= clock.Today())
            .WithErrorCode("diary.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
    }
}

internal sealed class AddDiaryEntryHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddDiaryEntry, AddedDiaryEntry>
{
    private const string Insert = """
        insert into beneficiaries_diary_entry (id, case_id, kind, happened_on, text_cipher, amends_id, written_by, written_at)
        values (@Id, @CaseId, @Kind, @On, @Text, @AmendsId, @Me, @Now)
        """;

    private const string CountAmended = "select count(*) from beneficiaries_diary_entry where id = @AmendsId and case_id = @CaseId";

    private const string TouchCase = "update beneficiaries_case set last_activity_on = @On where id = @CaseId and last_activity_on < @On";

    public async Task<AddedDiaryEntry> Handle(AddDiaryEntry request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        if (request.AmendsId is not null && await db.ScalarAsync<int>(CountAmended, new { request.AmendsId, request.CaseId }, cancellationToken) == 0)
        {
            throw new FieldException("amendsId", "diary.unknown-amended", new("La nota da correggere non è di questo diario.", "The note to amend is not of this diary."));
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(
            Insert,
            new { Id = id, request.CaseId, Kind = request.Kind!.Value.Code(), request.On, Text = sensitive.SealText(request.Text!.Trim()), request.AmendsId, Me = user.Id, Now = now },
            cancellationToken);
        await db.ExecuteAsync(TouchCase, new { request.CaseId, request.On }, cancellationToken);
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return new(id);
    }
}
