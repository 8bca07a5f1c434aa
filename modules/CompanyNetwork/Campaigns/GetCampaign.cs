using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>Reads a campaign: how far it is, by outcome and by operator, and who is calling whom now.</summary>
internal sealed record GetCampaign(Guid Id) : IQuery<Campaign>;

internal static class GetCampaignEndpoint
{
    public static void MapGetCampaign(this IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/{campaignId:guid}", Handle)
        .WithName("getCallCampaign")
        .WithSummary("Read a call campaign with its progress")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    // Not a versioned answer: the progress moves without the version, and must never be taken from a cache.
    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<Campaign>> Handle(Guid campaignId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetCampaign(campaignId), ct));
}

internal sealed class GetCampaignHandler(IDbSession db, TimeProvider clock) : IRequestHandler<GetCampaign, Campaign>
{
    private const string SelectCalling = """
        select r.company_id as CompanyId, c.name as CompanyName, r.held_by_name as OperatorName, r.held_until as HeldUntil
        from   company_network_campaign_company r
        join   company_network_company c on c.id = r.company_id
        where  r.campaign_id = @Id and r.held_by is not null and r.held_until > @Now
        order by r.held_by_name
        """;

    public async Task<Campaign> Handle(GetCampaign request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<CampaignRow>(CampaignSql.SelectById, new { request.Id }, cancellationToken) ?? throw new NotFoundException("campaign");
        var tallies = (await db.TalliesAsync([row.Id], cancellationToken))[row.Id].ToArray();
        var calling = row.ClosedAt is null ? await db.QueryAsync<CampaignTurn>(SelectCalling, new { request.Id, Now = clock.GetUtcNow() }, cancellationToken) : [];
        return new(
            row.Id, row.Version, row.Name, row.Goal, row.Filter, row.Companies, tallies.Sum(tally => tally.Calls),
            [.. tallies.GroupBy(tally => tally.Outcome).Select(group => new OutcomeTally(group.Key, group.Sum(tally => tally.Calls))).OrderByDescending(tally => tally.Calls)],
            [.. tallies.GroupBy(tally => (tally.OperatorId, tally.OperatorName)).Select(group => new OperatorTally(group.Key.OperatorId, group.Key.OperatorName, group.Sum(tally => tally.Calls)))
                .OrderByDescending(tally => tally.Calls)],
            calling, row.CreatedAt, row.CreatedByName, row.ClosedAt, row.ClosedByName);
    }
}
