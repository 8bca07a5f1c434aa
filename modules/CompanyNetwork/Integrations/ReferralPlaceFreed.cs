using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>When an internship ends, its place is free again if the availability still holds; otherwise the company must be asked anew.</summary>
internal sealed class ReferralPlaceFreed(IDbSession db, ReferralBook referrals, AvailabilityBook availabilities, CompanyNetworkOptions options, TimeProvider clock)
    : INotificationHandler<InternshipEnded>
{
    private const string Release = "update company_network_referral set released_at = @At, version = version + 1 where id = @Id";

    public async Task Handle(InternshipEnded notification, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<ReferralRow>(ReferralRow.SelectByInternship, new { notification.InternshipId }, cancellationToken) is not { } row)
        {
            return;
        }

        await db.ExecuteAsync(Release, new { row.Id, At = clock.GetUtcNow() }, cancellationToken);
        await referrals.TellAsync(row.Id, CompanyReferralMomentKind.InternshipEnded, cancellationToken);
        var today = clock.Today();
        var offer = (await db.FindAsync<AvailabilityRow>(AvailabilitySql.SelectById, new { Id = row.AvailabilityId, Today = today }, cancellationToken))!;
        if (offer.StateOn(today, options.AvailabilityDays) is AvailabilityState.Current)
        {
            await referrals.TellAsync(row.Id, CompanyReferralMomentKind.PlaceFree, cancellationToken);
        }

        await availabilities.RecountAsync(row.CompanyId, cancellationToken);
    }
}
