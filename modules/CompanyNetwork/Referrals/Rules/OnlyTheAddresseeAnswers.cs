namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>A proposal is answered by whom it was made to; nobody answers in another's place.</summary>
internal static class OnlyTheAddresseeAnswers
{
    public const string Code = "referral.not-addressed-to-you";

    public static void Check(Guid educatorId, Guid userId)
    {
        if (educatorId != userId)
        {
            throw new ForbiddenException(Code, new(
                "Questa azienda è stata proposta a un'altra persona, che è la sola a poter rispondere. Se non può, chi l'ha proposta la ritira e la propone a chi può.",
                "This company was proposed to somebody else, who alone can answer. If they cannot, whoever proposed it withdraws it and proposes it to who can."));
        }
    }
}
