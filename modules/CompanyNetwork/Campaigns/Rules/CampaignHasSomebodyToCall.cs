namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>A campaign begins with at least one company that may be called.</summary>
internal static class CampaignHasSomebodyToCall
{
    public const string Code = "campaign.empty";

    public static void Check(int companies)
    {
        if (companies == 0)
        {
            throw new RuleBrokenException(Code, new(
                "Con questi filtri non c'è nessuna azienda da chiamare: toglierne qualcuno. Le archiviate e quelle da non chiamare restano fuori.",
                "These filters leave no company to call: remove some. Archived companies and those not to be called stay out."));
        }
    }
}
