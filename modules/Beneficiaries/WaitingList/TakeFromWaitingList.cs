using FluentValidation;
using InclusionPlatform.Beneficiaries.Readings;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.WaitingList.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.WaitingList;

/// <summary>A place has become free: takes somebody on whom an équipe had put on the waiting list. Whoever is not first needs a reason.</summary>
internal sealed record TakeFromWaitingList(Guid ReferralId, string? Reason, TakingOnDetails? TakingOn) : ICommand<DecidedReferral>;

internal static class TakeFromWaitingListEndpoint
{
    /// <summary>Who answers for the case, and why this one.</summary>
    internal sealed record TakingFromListBody(string? Reason, TakingOnDetails? TakingOn);

    public static void MapTakeFromWaitingList(this IEndpointRouteBuilder list) => list
        .MapPost("/{referralId:guid}/taking-on", Handle)
        .WithName("takeFromWaitingList")
        .WithSummary("Take somebody on from the waiting list")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static Task<DecidedReferral> Handle(Guid referralId, TakingFromListBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new TakeFromWaitingList(referralId, body.Reason, body.TakingOn), ct);
}

internal sealed class TakeFromWaitingListValidator : AbstractValidator<TakeFromWaitingList>
{
    public TakeFromWaitingListValidator()
    {
        RuleFor(taking => taking.Reason).MaximumLength(4000);
        RuleFor(taking => taking.TakingOn).NotNull();
        RuleFor(taking => taking.TakingOn!).SetValidator(new TakingOnDetailsValidator()).When(taking => taking.TakingOn is not null);
    }
}

internal sealed class TakeFromWaitingListHandler(IDbSession db, ReferralDesk desk, WaitingOrder order, TakingOn takingOn, AnswerMail answerMail, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<TakeFromWaitingList, DecidedReferral>
{
    private const string Take = """
        update beneficiaries_referral
        set    state = 'takenOn', version = version + 1
        where  id = @ReferralId and state = 'waitingList'
        """;

    public async Task<DecidedReferral> Handle(TakeFromWaitingList request, CancellationToken cancellationToken)
    {
        var seen = await desk.FindAsync(request.ReferralId, cancellationToken);
        var places = await order.PlacesAsync(await order.CriteriaAsync(cancellationToken), cancellationToken);
        var place = places.SingleOrDefault(one => one.ReferralId == request.ReferralId);
        if (place is null || await db.ExecuteAsync(Take, new { request.ReferralId }, cancellationToken) == 0)
        {
            throw new ConflictException("referral.not-waiting", new(
                "Questa segnalazione non è più in lista d'attesa: aggiornare l'elenco. Nulla è cambiato.",
                "This referral is no longer on the waiting list: refresh the list. Nothing was changed."));
        }

        WaitingListIsFollowed.Check(place.Position, request.Reason);
        var caseId = await takingOn.TakeOnAsync(seen, request.TakingOn!, clock.Today(), cancellationToken);
        await desk.TellAsync(request.ReferralId, ReferralEventKind.TakenOn, request.Reason, cancellationToken, place.Position, place.Points);
        await answerMail.TellAsync(seen, cancellationToken);
        audit.Changes("referral", request.ReferralId);
        return new(ReferralState.TakenOn, caseId);
    }
}
