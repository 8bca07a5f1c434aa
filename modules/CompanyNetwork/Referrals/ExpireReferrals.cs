using MediatR;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>Writes down which proposals ran out unanswered, so that their story and the company's places say so. A job sends it every few minutes.</summary>
internal sealed record ExpireReferrals : ICommand;

internal sealed class ExpireReferralsHandler(IDbSession db, ReferralBook referrals, INotifications notifications, TimeProvider clock) : IRequestHandler<ExpireReferrals, Unit>
{
    public async Task<Unit> Handle(ExpireReferrals request, CancellationToken cancellationToken)
    {
        foreach (var row in await db.QueryAsync<ReferralRow>(ReferralRow.SelectRunOut, new { Today = clock.Today() }, cancellationToken))
        {
            await referrals.MoveAsync(row, CompanyReferralState.Expired, cancellationToken);
            await notifications.NotifyAsync([row.ProposedBy], "company-referral.expired", await referrals.CompanyNameAsync(row, cancellationToken), ReferralBook.PageOf(row), cancellationToken);
        }

        return Unit.Value;
    }
}
