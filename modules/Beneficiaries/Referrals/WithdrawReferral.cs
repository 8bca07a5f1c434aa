using FluentValidation;
using InclusionPlatform.Beneficiaries.Referrals.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>The body or the person does not ask any more.</summary>
internal sealed record WithdrawReferral(Guid Id, string? Reason) : ICommand;

internal static class WithdrawReferralEndpoint
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why the body takes it back, in words. Required.</param>
    internal sealed record WithdrawalBody(string? Reason);

    public static void MapWithdrawReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapPost("/{id:guid}/withdrawal", Handle)
        .WithName("withdrawReferral")
        .WithSummary("Withdraw a referral that has no final answer")
        .RequireRight(BeneficiariesModule.WriteReferrals);

    private static async Task<NoContent> Handle(Guid id, WithdrawalBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawReferral(id, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WithdrawReferralValidator : AbstractValidator<WithdrawReferral>
{
    public WithdrawReferralValidator() => RuleFor(withdrawal => withdrawal.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class WithdrawReferralHandler(IDbSession db, ReferralDesk desk, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawReferral, Unit>
{
    private const string Update = """
        update beneficiaries_referral
        set    state = 'withdrawn', answered_on = case when answered_on is null then @Today else answered_on end, information_asked = 0, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string LeaveAgenda = "delete from beneficiaries_reading_item where referral_id = @Id and decision is null";

    public async Task<Unit> Handle(WithdrawReferral request, CancellationToken cancellationToken)
    {
        var seen = await desk.FindOrOwnAsync(request.Id, cancellationToken);
        ReferralIsOpen.CheckWithdrawal(seen.State);
        if (user.Kind == ActorKind.Person && seen.ReceivedBy != user.Id && !user.Roles.Contains(Role.Coordinator))
        {
            throw new ForbiddenException("referral.receiver-only", new(
                "La segnalazione può essere ritirata da chi l'ha ricevuta o dal coordinatore: chiedere a loro.",
                "The referral can be withdrawn by whoever received it or by the coordinator: ask them."));
        }

        if (await db.ExecuteAsync(Update, new { request.Id, seen.Version, Today = clock.Today() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(LeaveAgenda, new { request.Id }, cancellationToken);
        await desk.TellAsync(request.Id, ReferralEventKind.Withdrawn, request.Reason, cancellationToken);
        audit.Changes("referral", request.Id);
        return Unit.Value;
    }
}
