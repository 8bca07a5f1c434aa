namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>A closed campaign stays as it ended: no company is added to it.</summary>
internal static class ClosedCampaignTakesNobodyIn
{
    public const string Code = "campaign.closed-to-companies";

    public static void Check(DateTimeOffset? closedAt)
    {
        if (closedAt is not null)
        {
            throw new ConflictException(Code, new(
                "Questa campagna è chiusa: scegliere una campagna aperta o crearne una nuova.",
                "This campaign is closed: choose an open one or start a new one."));
        }
    }
}
