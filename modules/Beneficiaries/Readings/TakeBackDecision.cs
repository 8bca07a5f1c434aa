using FluentValidation;
using InclusionPlatform.Beneficiaries.Readings.Rules;
using InclusionPlatform.Beneficiaries.Referrals;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Readings;

/// <summary>
/// Takes back a decision that was recorded by mistake, while the minutes are open: the referral is on the agenda again, to be decided. What had been decided and why it was taken back stay in its story;
/// a case that it opened, in which nobody recorded anything, ends as opened by mistake.
/// </summary>
internal sealed record TakeBackDecision(Guid ReadingId, Guid ReferralId, string? Reason) : ICommand;

internal static class TakeBackDecisionEndpoint
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why the decision is taken back.</param>
    internal sealed record DecisionTakenBackBody(string? Reason);

    public static void MapTakeBackDecision(this IEndpointRouteBuilder readings) => readings
        .MapPost("/{id:guid}/agenda/{referralId:guid}/decision/withdrawal", Handle)
        .WithName("takeBackDecision")
        .WithSummary("Take back a decision recorded by mistake, while the minutes are open")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static async Task<NoContent> Handle(Guid id, Guid referralId, DecisionTakenBackBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TakeBackDecision(id, referralId, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class TakeBackDecisionValidator : AbstractValidator<TakeBackDecision>
{
    public TakeBackDecisionValidator() => RuleFor(withdrawal => withdrawal.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class TakeBackDecisionHandler(IDbSession db, ReadingDesk readings, ReferralDesk desk, MistakenCase mistaken, AnswerMail answerMail, IAuditTrail audit)
    : IRequestHandler<TakeBackDecision, Unit>
{
    private const string Select = """
        select decision as Decision, decided_at as DecidedAt
        from   beneficiaries_reading_item
        where  reading_id = @ReadingId and referral_id = @ReferralId
        """;

    private const string Free = """
        update beneficiaries_reading_item
        set    decision = null, reason_cipher = null, decided_by = null, decided_at = null
        where  reading_id = @ReadingId and referral_id = @ReferralId and decision = @Decision and decided_at = @DecidedAt
        """;

    // What an earlier meeting answered stays answered, and whoever waited since then waits since then: only what this decision wrote on its day goes.
    private const string GoBack = """
        update beneficiaries_referral
        set    state = 'inReading', reading_id = @ReadingId, decline_reason = null, information_asked = 0, beneficiary_id = null, case_id = null, version = version + 1,
               answered_on = case when answered_on < @DecidedOn then answered_on else null end,
               waiting_since = case when waiting_since < @DecidedOn then waiting_since else null end
        where  id = @ReferralId and state = @State and (reading_id = @ReadingId or (reading_id is null and @Decision = 'moreInformation'))
        """;

    public async Task<Unit> Handle(TakeBackDecision request, CancellationToken cancellationToken)
    {
        await readings.FindOpenAsync(request.ReadingId, cancellationToken);
        var seen = await desk.FindOnAgendaAsync(request.ReadingId, request.ReferralId, cancellationToken);
        var item = (await db.FindAsync<Item>(Select, request, cancellationToken))!;
        var decision = DecisionMayBeTakenBack.Check(item.Decision);
        var decidedAt = item.DecidedAt!.Value;
        var row = new
        {
            request.ReadingId,
            request.ReferralId,
            Decision = decision.Code(),
            item.DecidedAt,
            DecidedOn = decidedAt.InItaly(),
            State = decision switch
            {
                ReadingDecision.TakenOn => ReferralState.TakenOn.Code(),
                ReadingDecision.WaitingList => ReferralState.WaitingList.Code(),
                ReadingDecision.Declined => ReferralState.Declined.Code(),
                _ => ReferralState.Received.Code(),
            },
        };

        if (decision is ReadingDecision.TakenOn)
        {
            await mistaken.EndAsync(request.ReferralId, request.Reason!, cancellationToken);
        }

        if (await db.ExecuteAsync(Free, row, cancellationToken) == 0 || await db.ExecuteAsync(GoBack, row, cancellationToken) == 0)
        {
            throw new ConflictException("referral.moved-on", new(
                "Nel frattempo la segnalazione è andata avanti: è all'ordine del giorno di un altro incontro, è stata ritirata o presa in carico. La decisione non si può più togliere: ricaricare la pagina.",
                "The referral has moved on meanwhile: it is on the agenda of another meeting, was withdrawn or taken on. The decision can no longer be taken back: reload the page."));
        }

        await desk.TellAsync(request.ReferralId, ReferralEventKind.DecisionTakenBack, request.Reason, cancellationToken);
        await answerMail.TakeBackAsync(seen, decidedAt, cancellationToken);
        audit.Changes("referral", request.ReferralId);
        return Unit.Value;
    }

    private sealed record Item(ReadingDecision? Decision, DateTimeOffset? DecidedAt);
}
