namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>A proposal is withdrawn by whoever made it, or by a coordinator.</summary>
internal static class OnlyTheProposerWithdraws
{
    public const string Code = "referral.not-yours";

    public static void Check(Guid proposedBy, ICurrentUser user)
    {
        if (!Holds(proposedBy, user))
        {
            throw new ForbiddenException(Code, new(
                "Questa segnalazione è di un altro operatore: può ritirarla chi l'ha fatta, oppure un coordinatore.",
                "This referral is another operator's: whoever made it can withdraw it, or a coordinator."));
        }
    }

    public static bool Holds(Guid proposedBy, ICurrentUser user) => proposedBy == user.Id || user.Roles.Contains(Role.Coordinator);
}
