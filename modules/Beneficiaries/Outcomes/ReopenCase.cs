using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Outcomes.Rules;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>A closed case goes on: same équipe, same diary. How it had ended stays written; contacts that were still to come are called off.</summary>
internal sealed record ReopenCase(Guid CaseId, DateOnly? ReopenedOn, ReopeningReason? Reason, string? Note) : ICommand;

internal static class ReopenCaseEndpoint
{
    /// <summary>When and why it goes on.</summary>
    internal sealed record CaseReopeningBody(DateOnly? ReopenedOn, ReopeningReason? Reason, string? Note);

    public static void MapReopenCase(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/reopening", Handle)
        .WithName("reopenCase")
        .WithSummary("Let a closed case go on")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, CaseReopeningBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReopenCase(caseId, body.ReopenedOn, body.Reason, body.Note), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ReopenCaseValidator : AbstractValidator<ReopenCase>
{
    public ReopenCaseValidator()
    {
        RuleFor(reopening => reopening.ReopenedOn).NotNull().IsLikelyDay();
        RuleFor(reopening => reopening.Reason).NotNull().IsInEnum();
        RuleFor(reopening => reopening.Note).MaximumLength(4000);
    }
}

internal sealed class ReopenCaseHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReopenCase, Unit>
{
    private const string UpdateCase = """
        update beneficiaries_case
        set    closed_on = null, outcome = null, closing_note_cipher = null, version = version + 1,
               last_activity_on = case when last_activity_on < @ReopenedOn then @ReopenedOn else last_activity_on end
        where  id = @CaseId and version = @Version and closed_on is not null
        """;

    // What was written at the closing is kept with the closing: the case begins a new page.
    private const string UpdateClosure = """
        update beneficiaries_case_closure
        set    reopened_on = @ReopenedOn, reopening_reason = @Reason, reopening_note_cipher = @Note, reopened_by = @By, version = version + 1,
               note_cipher = (select c.closing_note_cipher from beneficiaries_case c where c.id = @CaseId)
        where  case_id = @CaseId and reopened_on is null
        """;

    // An open one is refused by the database, with its own words.
    private const string CountSince = $"""
        select count(*)
        from   beneficiaries_case o
        join   beneficiaries_case w on w.beneficiary_id = o.beneficiary_id
        where  w.id = @Id and o.id <> w.id and o.closed_on is not null and {VisiblePeople.Since}
        """;

    private const string CallOff = """
        update beneficiaries_follow_up
        set    state = 'cancelled', recorded_by = @By, recorded_at = @Now, version = version + 1
        where  case_id = @CaseId and state = 'planned'
        """;

    private const string StopClock = "update beneficiaries_person set retention_from = null where id = @BeneficiaryId";

    public async Task<Unit> Handle(ReopenCase request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        needToKnow.DemandManager(seen);
        await DemandLastAsync(seen, cancellationToken);
        CaseCanReopen.Check(seen.ClosedOn, request.ReopenedOn!.Value, clock.Today());
        var row = new
        {
            request.CaseId,
            seen.Version,
            request.ReopenedOn,
            Reason = request.Reason!.Value.Code(),
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(seen.BeneficiaryId, request.Note.Trim()),
            By = user.Id,
            Now = clock.GetUtcNow(),
        };
        await db.ExecuteAsync(UpdateClosure, row, cancellationToken);
        await db.ExecuteAsync(CallOff, row, cancellationToken);
        var updated = await db.ExecuteAsync(UpdateCase, row, cancellationToken, ifTaken: () => new ConflictException("case.already-open", new(
            "Questa persona ha già un'altra presa in carico aperta: se ne può tenere aperta una alla volta.",
            "This person already has another open case: only one can be open at a time.")));
        if (updated == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(StopClock, new { seen.BeneficiaryId }, cancellationToken);

        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }

    // To reopen an older case would be a way to what another équipe wrote since.
    private async Task DemandLastAsync(SeenCase seen, CancellationToken ct)
    {
        if (await db.ScalarAsync<int>(CountSince, new { seen.Id }, ct) > 0)
        {
            throw new ConflictException("case.followed-since", new(
                "Dopo questa presa in carico la persona è stata seguita di nuovo: si riapre l'ultima, oppure se ne apre una nuova.",
                "After this case the person was taken on again: the last one is reopened, or a new one is opened."));
        }
    }
}
