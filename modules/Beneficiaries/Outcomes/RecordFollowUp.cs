using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Outcomes.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>Says what came of hearing the person again. Without an answer the contact stays to be made, on another day.</summary>
internal sealed record RecordFollowUp(
    Guid CaseId, Guid Id, int Version, FollowUpOutcome? Outcome, DateOnly? ContactedOn, FollowUpSituation? Situation, bool? Improved, DateOnly? NextTryOn, string? Note) : ICommand;

internal static class RecordFollowUpEndpoint
{
    /// <summary>What came of it.</summary>
    /// <param name="Improved">Whether the person is better off than before; null if it is not known.</param>
    internal sealed record FollowUpBody(FollowUpOutcome? Outcome, DateOnly? ContactedOn, FollowUpSituation? Situation, bool? Improved, DateOnly? NextTryOn, string? Note);

    public static void MapRecordFollowUp(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/follow-ups/{id:guid}/outcome", Handle)
        .WithName("recordFollowUp")
        .WithSummary("Say what came of a follow-up contact")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, FollowUpBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordFollowUp(caseId, id, match.Version, body.Outcome, body.ContactedOn, body.Situation, body.Improved, body.NextTryOn, body.Note), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordFollowUpValidator : AbstractValidator<RecordFollowUp>
{
    public RecordFollowUpValidator()
    {
        RuleFor(record => record.Outcome).NotNull().IsInEnum();
        RuleFor(record => record.ContactedOn).NotNull().IsLikelyDay();
        RuleFor(record => record.NextTryOn).IsLikelyDay();
        RuleFor(record => record.Situation).IsInEnum();
        RuleFor(record => record.Situation).NotNull().When(record => record.Outcome is FollowUpOutcome.Reached)
            .WithErrorCode("follow-up.situation-needed").WithMessage(_ => new Words("Serve sapere che cosa fa ora la persona.", "What the person does now is needed.").ToString());
        RuleFor(record => record.Situation).Null().When(record => record.Outcome is not FollowUpOutcome.Reached)
            .WithErrorCode("follow-up.not-heard").WithMessage(_ => new Words("La situazione si scrive solo se la persona ha risposto.", "The situation is written only if the person answered.").ToString());
        RuleFor(record => record.Note).MaximumLength(2000);
    }
}

internal sealed class RecordFollowUpHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RecordFollowUp, Unit>
{
    private const string Select = "select state as State, due_on as DueOn, version as Version from beneficiaries_follow_up where id = @Id and case_id = @CaseId";

    private const string Update = """
        update beneficiaries_follow_up
        set    state = @State, situation = @Situation, improved = @Improved, contacted_on = @ContactedOn, next_try_on = @NextTryOn, note_cipher = @Note, attempts = attempts + 1,
               recorded_by = @By, recorded_at = @Now, version = version + 1
        where  id = @Id and case_id = @CaseId and version = @Version and state = 'planned'
        """;

    public async Task<Unit> Handle(RecordFollowUp request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        var kept = await db.FindAsync<Kept>(Select, new { request.Id, request.CaseId }, cancellationToken) ?? throw new NotFoundException("follow-up");
        var today = clock.Today();
        var again = request.Outcome is FollowUpOutcome.NoAnswer;
        FollowUpCanBeRecorded.Check(kept.State, kept.DueOn, request.ContactedOn!.Value, again ? request.NextTryOn : null, today);
        var reached = request.Outcome is FollowUpOutcome.Reached;
        var state = request.Outcome switch
        {
            FollowUpOutcome.Reached => FollowUpState.Reached,
            FollowUpOutcome.Unreachable => FollowUpState.Unreachable,
            FollowUpOutcome.Declined => FollowUpState.Declined,
            _ => FollowUpState.Planned,
        };
        var row = new
        {
            request.Id,
            request.CaseId,
            request.Version,
            State = state.Code(),
            Situation = reached ? request.Situation?.Code() : null,
            Improved = reached ? request.Improved : null,
            request.ContactedOn,
            NextTryOn = again ? request.NextTryOn ?? today.AddDays(FollowUpDates.NextTryDays) : kept.DueOn,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(seen.BeneficiaryId, request.Note.Trim()),
            By = user.Id,
            Now = clock.GetUtcNow(),
        };
        if (await db.ExecuteAsync(Update, row, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }

    private sealed record Kept(FollowUpState State, DateOnly DueOn, int Version);
}
