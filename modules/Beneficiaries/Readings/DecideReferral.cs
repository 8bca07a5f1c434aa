using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Readings.Rules;
using InclusionPlatform.Beneficiaries.Referrals;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>What the équipe decides of a referral, and why. Taking on registers or links the person and opens the case in the same transaction.</summary>
internal sealed record DecideReferral(Guid ReadingId, Guid ReferralId, ReadingDecision? Decision, string? Reason, DeclineReason? DeclineReason, TakingOnDetails? TakingOn) : ICommand<DecidedReferral>;

/// <summary>What was decided.</summary>
/// <param name="State">Where the referral stands now.</param>
/// <param name="CaseId">The case that was opened, if one was.</param>
internal sealed record DecidedReferral(ReferralState State, Guid? CaseId);

internal static class DecideReferralEndpoint
{
    /// <summary>A decision.</summary>
    /// <param name="Reason">Why it is decided so.</param>
    internal sealed record DecisionBody(ReadingDecision? Decision, string? Reason, DeclineReason? DeclineReason, TakingOnDetails? TakingOn);

    public static void MapDecideReferral(this IEndpointRouteBuilder readings) => readings
        .MapPost("/{id:guid}/agenda/{referralId:guid}/decision", Handle)
        .WithName("decideReferral")
        .WithSummary("Record what the équipe decides of a referral")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static Task<DecidedReferral> Handle(Guid id, Guid referralId, DecisionBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new DecideReferral(id, referralId, body.Decision, body.Reason, body.DeclineReason, body.TakingOn), ct);
}

internal sealed class DecideReferralValidator : AbstractValidator<DecideReferral>
{
    public DecideReferralValidator()
    {
        RuleFor(decision => decision.Decision).NotNull().IsInEnum();
        RuleFor(decision => decision.Reason).NotEmpty().MaximumLength(4000);
        RuleFor(decision => decision.DeclineReason).NotNull().When(decision => decision.Decision is ReadingDecision.Declined);
        RuleFor(decision => decision.DeclineReason).IsInEnum();
        RuleFor(decision => decision.TakingOn).NotNull().When(decision => decision.Decision is ReadingDecision.TakenOn);
        RuleFor(decision => decision.TakingOn!).SetValidator(new TakingOnDetailsValidator()).When(decision => decision is { Decision: ReadingDecision.TakenOn, TakingOn: not null });
    }
}

internal sealed class DecideReferralHandler(
    IDbSession db, ReadingDesk readings, ReferralDesk desk, TakingOn takingOn, AnswerMail answerMail, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<DecideReferral, DecidedReferral>
{
    private const string Decide = """
        update beneficiaries_reading_item
        set    decision = @Decision, reason_cipher = @Reason, decided_by = @Me, decided_at = @Now
        where  reading_id = @ReadingId and referral_id = @ReferralId and decision is null
        """;

    private const string Answer = """
        update beneficiaries_referral
        set    state = @State, decline_reason = @DeclineReason, version = version + 1,
               information_asked = case when @Decision = 'moreInformation' then 1 else 0 end,
               reading_id = case when @Decision = 'moreInformation' then null else reading_id end,
               answered_on = case when @Decision = 'moreInformation' or answered_on is not null then answered_on else @Today end,
               waiting_since = case when @Decision = 'waitingList' and waiting_since is null then @Today else waiting_since end
        where  id = @ReferralId and state = 'inReading' and reading_id = @ReadingId
        """;

    public async Task<DecidedReferral> Handle(DecideReferral request, CancellationToken cancellationToken)
    {
        var reading = await readings.FindOpenAsync(request.ReadingId, cancellationToken);
        DecisionIsOfTheMeeting.CheckDay(reading.HeldOn, clock.Today());
        var seen = await desk.FindOnAgendaAsync(request.ReadingId, request.ReferralId, cancellationToken);
        var decision = request.Decision!.Value;
        var state = decision switch
        {
            ReadingDecision.TakenOn => ReferralState.TakenOn,
            ReadingDecision.WaitingList => ReferralState.WaitingList,
            ReadingDecision.Declined => ReferralState.Declined,
            _ => ReferralState.Received,
        };
        var row = new
        {
            request.ReadingId,
            request.ReferralId,
            Decision = decision.Code(),
            Reason = sensitive.SealText(request.Reason!.Trim()),
            DeclineReason = decision is ReadingDecision.Declined ? request.DeclineReason!.Value.Code() : null,
            State = state.Code(),
            Me = user.Id,
            Today = clock.Today(),
            Now = clock.GetUtcNow(),
        };

        // The first of two decisions wins; the second finds nothing to decide.
        if (await db.ExecuteAsync(Decide, row, cancellationToken) == 0 || await db.ExecuteAsync(Answer, row, cancellationToken) == 0)
        {
            throw new ConflictException("referral.already-decided", AgendaWords.Decided);
        }

        var caseId = decision is ReadingDecision.TakenOn ? await takingOn.TakeOnAsync(seen, request.TakingOn!, reading.HeldOn, cancellationToken) : (Guid?)null;
        await desk.TellAsync(request.ReferralId, Event(decision), request.Reason, cancellationToken);

        // Asking for more is no answer, and who waits already has not been answered anew.
        if (decision is not ReadingDecision.MoreInformation && (decision is not ReadingDecision.WaitingList || seen.WaitingSince is null))
        {
            await answerMail.TellAsync(seen, cancellationToken);
        }

        audit.Changes("referral", request.ReferralId);
        return new(state, caseId);
    }

    private static ReferralEventKind Event(ReadingDecision decision) => decision switch
    {
        ReadingDecision.TakenOn => ReferralEventKind.TakenOn,
        ReadingDecision.WaitingList => ReferralEventKind.PutOnWaitingList,
        ReadingDecision.Declined => ReferralEventKind.Declined,
        _ => ReferralEventKind.InformationAsked,
    };
}
