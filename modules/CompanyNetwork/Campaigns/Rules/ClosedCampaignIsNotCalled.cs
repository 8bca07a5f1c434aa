namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>A closed campaign stays as it ended: nobody calls from it and nothing of it is changed.</summary>
internal static class ClosedCampaignIsNotCalled
{
    public const string Code = "campaign.closed";

    public static void Check(DateTimeOffset? closedAt)
    {
        if (closedAt is not null)
        {
            throw new RuleBrokenException(Code, new(
                "Questa campagna è chiusa: i contatti si registrano dall'elenco delle chiamate o dalla scheda dell'azienda.",
                "This campaign is closed: log contacts from the call list or from the company's page."));
        }
    }
}
