namespace InclusionPlatform.Beneficiaries.Referrals.Rules;

/// <summary>Papers come with a referral while it waits for its final answer, and not without end.</summary>
internal static class AttachmentHasRoom
{
    public const int Most = 20;

    public static void Check(ReferralState state, int attached)
    {
        if (state is not (ReferralState.Received or ReferralState.InReading or ReferralState.WaitingList))
        {
            throw new RuleBrokenException("referral.attachments-closed", new(
                "Questa segnalazione ha già avuto una risposta definitiva: i documenti nuovi vanno nella scheda della persona.",
                "This referral already has a final answer: new documents go into the person's file."));
        }

        if (attached >= Most)
        {
            throw new RuleBrokenException("referral.too-many-attachments", new(
                "Gli allegati di una segnalazione possono essere al massimo 20: toglierne uno o unire i documenti in un solo PDF.",
                "A referral can have 20 attachments at most: remove one or join documents into a single PDF."));
        }
    }
}
