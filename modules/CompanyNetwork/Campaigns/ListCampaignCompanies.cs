using System.Globalization;
using InclusionPlatform.CompanyNetwork.CallList;
using InclusionPlatform.CompanyNetwork.Contacts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>The companies of a campaign: those still to be called by name, or those called, the latest first.</summary>
internal sealed record ListCampaignCompanies(Guid CampaignId, bool? Done, string? Cursor, int? Limit) : IQuery<Page<CampaignCompany>>;

/// <summary>A company of a campaign. <c>Company</c>: the company, as the call list shows it. <c>HeldByName</c>: who is calling it now; null when nobody is. <c>HeldByMe</c>: whether that is whoever asks.</summary>
/// <param name="Company">The company, as the call list shows it.</param>
/// <param name="HeldByName">Who is calling it now; null when nobody is.</param>
/// <param name="HeldByMe">Whether that is whoever asks.</param>
internal sealed record CampaignCompany(
    Guid Id, CallItem Company, string? HeldByName, bool HeldByMe, DateTimeOffset? HeldUntil, ContactOutcome? Outcome, DateTimeOffset? DoneAt, string? DoneByName);

internal static class ListCampaignCompaniesEndpoint
{
    public static void MapListCampaignCompanies(this IEndpointRouteBuilder campaigns) => campaigns
        .MapGet("/{campaignId:guid}/companies", Handle)
        .WithName("listCampaignCompanies")
        .WithSummary("List the companies of a call campaign")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<CampaignCompany>>> Handle(Guid campaignId, bool? done, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListCampaignCompanies(campaignId, done, cursor, limit), ct));
}

internal sealed class ListCampaignCompaniesHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListCampaignCompanies, Page<CampaignCompany>>
{
    internal const string SelectOpen = $"""
        select {CallListSql.Columns},
               r.held_by as HeldBy, r.held_by_name as HeldByName, r.held_until as HeldUntil, r.outcome as Outcome, r.done_at as DoneAt, r.done_by_name as DoneByName, r.sort_name as RowName
        from   company_network_campaign_company r
        cross join company_network_company c
        where  r.campaign_id = @CampaignId and r.done_at is null and c.id = r.company_id and c.archived_at is null and c.do_not_call = 0
        """;

    internal const string SelectDone = $"""
        select {CallListSql.Columns},
               r.held_by as HeldBy, r.held_by_name as HeldByName, r.held_until as HeldUntil, r.outcome as Outcome, r.done_at as DoneAt, r.done_by_name as DoneByName, r.sort_name as RowName
        from   company_network_campaign_company r
        cross join company_network_company c
        where  r.campaign_id = @CampaignId and r.done_at is not null and c.id = r.company_id
        """;

    internal const string ByName = "order by r.sort_name, r.company_id";
    internal const string Latest = "order by r.done_at desc, r.company_id desc";
    private const string AfterName = "and r.sort_name >= @AfterName and (r.sort_name > @AfterName or r.company_id > @AfterId)";
    private const string BeforeDone = "and r.done_at <= @BeforeAt and (r.done_at < @BeforeAt or r.company_id < @AfterId)";

    public async Task<Page<CampaignCompany>> Handle(ListCampaignCompanies request, CancellationToken cancellationToken)
    {
        _ = await db.FindAsync<CampaignRow>(CampaignSql.SelectById, new { Id = request.CampaignId }, cancellationToken) ?? throw new NotFoundException("campaign");
        var limit = Paging.Limit(request.Limit);
        var done = request.Done == true;
        var after = Paging.Decode(request.Cursor, 2);
        var known = Guid.TryParse(after?[1], out var id) & (!done | DateTimeOffset.TryParse(after?[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at));
        var sql = new ListSql(done ? SelectDone : SelectOpen).When(known, done ? BeforeDone : AfterName).OrderBy(done ? Latest : ByName);
        var rows = await db.TopAsync<Row>(sql, new { request.CampaignId, AfterName = after?[0], AfterId = id, BeforeAt = at }, limit + 1, cancellationToken);
        var page = Paging.Page(rows, limit, row => [done ? row.DoneAt!.Value.ToString("O", CultureInfo.InvariantCulture) : row.RowName, row.Id.ToString()]);
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        return new([.. page.Items.Select(row => Show(row, today, now))], page.NextCursor);
    }

    private CampaignCompany Show(Row row, DateOnly today, DateTimeOffset now)
    {
        var held = row.HeldBy is not null && row.HeldUntil > now;
        return new(
            row.Id, CallItem.Of(row.Call, today), held ? row.HeldByName : null, held && row.HeldBy == user.Id, held ? row.HeldUntil : null, row.Outcome, row.DoneAt, row.DoneByName);
    }

    private sealed record Row(
        Guid Id, string Name, string SortName, string Sector, string? Municipality, string? Phone, string? ContactName, string? ContactRole, string? ContactPhone, string? ContactHours,
        DateOnly? NextContactOn, int UnreachedInARow, DateTimeOffset? LastContactAt, string? LastOutcome, DateOnly? AvailabilityVerifiedOn, DateTimeOffset? LastReachedAt,
        Guid? HeldBy, string? HeldByName, DateTimeOffset? HeldUntil, ContactOutcome? Outcome, DateTimeOffset? DoneAt, string? DoneByName, string RowName)
    {
        public CallRow Call => new(
            Id, Name, SortName, Sector, Municipality, Phone, ContactName, ContactRole, ContactPhone, ContactHours, NextContactOn, UnreachedInARow, LastContactAt, LastOutcome, AvailabilityVerifiedOn,
            LastReachedAt);
    }
}
