using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>Whoever proposed a company takes it back: the place is free again.</summary>
internal sealed record WithdrawReferral(Guid Id) : ICommand;

internal static class WithdrawReferralEndpoint
{
    public static void MapWithdrawReferral(this IEndpointRouteBuilder referrals) => referrals
        .MapPost("/{id:guid}/withdrawal", Handle)
        .WithName("withdrawCompanyReferral")
        .WithSummary("Withdraw a company that was proposed")
        .RequireRight(CompanyNetworkModule.ProposeCompanies);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawReferral(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WithdrawReferralHandler(ReferralBook referrals, ICurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawReferral, Unit>
{
    public async Task<Unit> Handle(WithdrawReferral request, CancellationToken cancellationToken)
    {
        var row = await referrals.TakeTurnAsync(request.Id, cancellationToken);
        OnlyTheProposerWithdraws.Check(row.ProposedBy, user);
        ReferralIsOpen.CheckClosing(row, clock.Today());
        await referrals.WithdrawAsync(row, cancellationToken);
        return Unit.Value;
    }
}
