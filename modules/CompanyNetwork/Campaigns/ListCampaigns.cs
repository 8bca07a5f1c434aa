using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>The call campaigns, the latest first.</summary>
internal sealed record ListCampaigns(bool? Open, string? Cursor, int? Limit) : IQuery<Page<CampaignItem>>;

internal static class ListCampaignsEndpoint
{
    public static void MapListCampaigns(this IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/", Handle)
        .WithName("listCallCampaigns")
        .WithSummary("List the call campaigns with their progress")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<CampaignItem>>> Handle(bool? open, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListCampaigns(open, cursor, limit), ct));
}

internal sealed class ListCampaignsHandler(IDbSession db) : IRequestHandler<ListCampaigns, Page<CampaignItem>>
{
    private const string SelectCampaigns = $"""
        select {CampaignSql.Columns}
        from   company_network_campaign k
        where  1 = 1
        """;

    private const string OnlyOpen = "and k.closed_at is null";
    private const string Before = "and k.created_at <= @BeforeAt and (k.created_at < @BeforeAt or k.id < @BeforeId)";
    private const string Latest = "order by k.created_at desc, k.id desc";

    public async Task<Page<CampaignItem>> Handle(ListCampaigns request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var known = DateTimeOffset.TryParse(after?[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) & Guid.TryParse(after?[1], out var id);
        var sql = new ListSql(SelectCampaigns).When(request.Open == true, OnlyOpen).When(known, Before).OrderBy(Latest);
        var rows = await db.TopAsync<CampaignRow>(sql, new { BeforeAt = at, BeforeId = id }, limit + 1, cancellationToken);
        var page = Paging.Page(rows, limit, row => [row.CreatedAt.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()]);
        var tallies = await db.TalliesAsync(page.Items.Select(row => row.Id), cancellationToken);
        return new(
            [.. page.Items.Select(row => new CampaignItem(
                row.Id, row.Name, row.Goal, row.Companies, tallies[row.Id].Sum(tally => tally.Calls), row.CreatedAt, row.CreatedByName, row.ClosedAt))],
            page.NextCursor);
    }
}
