using InclusionPlatform.CompanyNetwork.Contacts;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>How many calls of an operator ended in one way.</summary>
internal sealed record Tally(Guid CampaignId, Guid OperatorId, string OperatorName, ContactOutcome Outcome, int Calls);

/// <summary>Reads the progress of campaigns from the few rows that keep it.</summary>
internal static class CampaignTallies
{
    private const string Select = $"""
        select campaign_id as CampaignId, operator_id as OperatorId, operator_name as OperatorName, outcome as Outcome, calls as Calls
        from   company_network_campaign_tally
        where  calls > 0 and campaign_id in {Batches.Keys}
        """;

    public static async Task<ILookup<Guid, Tally>> TalliesAsync(this IDbSession db, IEnumerable<Guid> campaigns, CancellationToken ct) =>
        (await db.QueryInBatchesAsync<Guid, Tally>(Select, campaigns, null, ct)).ToLookup(tally => tally.CampaignId);
}
