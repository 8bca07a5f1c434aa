namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>A step is taken from the state that leads to it; otherwise the refusal says what happened meanwhile and what can be done.</summary>
internal static class ReferralIsOpen
{
    /// <summary>Only what is proposed, and not past its day, is accepted.</summary>
    public static void CheckAcceptance(ReferralRow row, DateOnly today)
    {
        if (row.StateOn(today) is not CompanyReferralState.Proposed)
        {
            throw Refusal(row, today);
        }
    }

    /// <summary>What was accepted can still be given up or taken back, until it is an internship.</summary>
    public static void CheckClosing(ReferralRow row, DateOnly today)
    {
        if (row.StateOn(today) is not (CompanyReferralState.Proposed or CompanyReferralState.Accepted))
        {
            throw Refusal(row, today);
        }
    }

    public static ConflictException Refusal(ReferralRow row, DateOnly today) => row.StateOn(today) switch
    {
        CompanyReferralState.Expired => new("referral.expired", new Words(
            "La segnalazione è scaduta: il posto era riservato fino al {0:d MMMM yyyy}. Chiedere all'operatore di proporlo di nuovo, se è ancora libero.",
            "The referral has expired: the place was kept until {0:d MMMM yyyy}. Ask the operator to propose it again, if it is still free.").With(row.ReservedUntil)),
        CompanyReferralState.Accepted => new("referral.already-accepted", new("La segnalazione è già stata accettata.", "The referral was accepted already.")),
        CompanyReferralState.Declined => new("referral.already-declined", new("La segnalazione è già stata declinata: il posto è tornato libero.", "The referral was declined already: the place is free again.")),
        CompanyReferralState.Withdrawn => new("referral.withdrawn", new(
            "La segnalazione è stata ritirata da chi l'aveva fatta: il posto non è più riservato.",
            "The referral was withdrawn by whoever made it: the place is not kept any more.")),
        CompanyReferralState.Internship => new("referral.is-internship", new(
            "Dalla segnalazione è nato un tirocinio: si prosegue da lì.",
            "An internship came of this referral: go on from there.")),
        _ => new("referral.not-accepted", new("La segnalazione non è ancora stata accettata.", "The referral was not accepted yet.")),
    };
}
