using InclusionPlatform.CompanyNetwork.Referrals;
using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>An accepted referral becomes an internship: its place is used. If it cannot, the proposal of the internship fails with it.</summary>
internal sealed class ReferralBecameInternship(IDbSession db, ReferralBook referrals, ICurrentUser user, TimeProvider clock) : INotificationHandler<InternshipProposed>
{
    private const string Link = """
        update company_network_referral
        set    state = 'internship', internship_id = @InternshipId, case_id = @CaseId, released_at = null, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task Handle(InternshipProposed notification, CancellationToken cancellationToken)
    {
        if (notification.ReferralId is not { } id)
        {
            return;
        }

        var row = await referrals.TakeTurnAsync(id, cancellationToken);
        OnlyTheAddresseeAnswers.Check(row.EducatorId, user.Id);
        if (row.StateOn(clock.Today()) is not CompanyReferralState.Accepted)
        {
            throw ReferralIsOpen.Refusal(row, clock.Today());
        }

        if (row.CompanyId != notification.CompanyId)
        {
            throw new FieldException("companyId", "referral.another-company", new(
                "La segnalazione è di un'altra azienda: per un tirocinio altrove si parte da una proposta nuova.",
                "The referral is of another company: for an internship elsewhere start from a new proposal."));
        }

        if (await db.ExecuteAsync(Link, new { row.Id, row.Version, notification.InternshipId, notification.CaseId }, cancellationToken) == 0)
        {
            throw ReferralBook.MeantimeChanged();
        }

        await referrals.TellAsync(row.Id, CompanyReferralMomentKind.InternshipProposed, cancellationToken);
    }
}

/// <summary>The story goes on when the internship begins.</summary>
internal sealed class ReferralInternshipBegan(IDbSession db, ReferralBook referrals) : INotificationHandler<InternshipActivated>
{
    public async Task Handle(InternshipActivated notification, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<ReferralRow>(ReferralRow.SelectByInternship, new { notification.InternshipId }, cancellationToken) is { } row)
        {
            await referrals.TellAsync(row.Id, CompanyReferralMomentKind.InternshipStarted, cancellationToken);
        }
    }
}

/// <summary>An internship that is given up leaves the referral accepted: the place is still kept, and another one may be proposed.</summary>
internal sealed class ReferralInternshipGivenUp(IDbSession db, ReferralBook referrals) : INotificationHandler<InternshipCancelled>
{
    private const string Unlink = "update company_network_referral set state = 'accepted', internship_id = null, version = version + 1 where id = @Id";

    public async Task Handle(InternshipCancelled notification, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<ReferralRow>(ReferralRow.SelectByInternship, new { notification.InternshipId }, cancellationToken) is { } row)
        {
            await db.ExecuteAsync(Unlink, new { row.Id }, cancellationToken);
            await referrals.TellAsync(row.Id, CompanyReferralMomentKind.InternshipCancelled, cancellationToken);
        }
    }
}
