namespace InclusionPlatform.Beneficiaries.Referrals.Rules;

/// <summary>A referral is changed by the body while nobody reads it, and withdrawn while it has no final answer.</summary>
internal static class ReferralIsOpen
{
    public static void CheckChange(ReferralState state)
    {
        if (state is not ReferralState.Received)
        {
            throw new RuleBrokenException("referral.not-changeable", new(
                "Questa segnalazione è già all'esame dell'équipe o ha avuto risposta: non si può più modificare. Per una cosa nuova, scriverla nella lettura del caso.",
                "This referral is being read or was answered: it can no longer be changed. If there is news, write it in the case reading."));
        }
    }

    public static void CheckWithdrawal(ReferralState state)
    {
        if (state is not (ReferralState.Received or ReferralState.InReading or ReferralState.WaitingList))
        {
            throw new RuleBrokenException("referral.answered", new(
                "Questa segnalazione ha già avuto una risposta definitiva: non si può più ritirare.",
                "This referral already has a final answer: it can no longer be withdrawn."));
        }
    }
}
