using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>Lists what educators look for, the latest first: operators and coordinators see all, an educator their own.</summary>
internal sealed record ListNeeds(bool Closed, bool Mine, bool Unanswered, string? Cursor, int Limit, bool Total) : IQuery<Page<PlacementNeed>>;

internal static class ListNeedsEndpoint
{
    public static void MapListNeeds(this IEndpointRouteBuilder needs) => needs
        .MapGet("/", Handle)
        .WithName("listPlacementNeeds")
        .WithSummary("List what educators look for")
        .RequireRight(CompanyNetworkModule.ReadReferrals);

    private static async Task<Ok<Page<PlacementNeed>>> Handle(bool? closed, bool? mine, bool? unanswered, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListNeeds(closed ?? false, mine ?? false, unanswered ?? false, cursor, Paging.Limit(limit), total ?? false), ct));
}

internal sealed class ListNeedsHandler(IDbSession db, IColleagues colleagues, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListNeeds, Page<PlacementNeed>>
{
    private const string CountAll = "select count(*)\nfrom company_network_need n\nwhere 1 = 1";
    private const string Open = "and n.closed_at is null";
    private const string Closed = "and n.closed_at is not null";
    private const string OfMine = "and n.opened_by = @Me";
    /// <summary>Nobody has proposed a place for it, or what was proposed came to nothing.</summary>
    internal const string NotAnswered = """
        and not exists (select 1 from company_network_referral r where r.need_id = n.id and (r.state in ('accepted', 'internship') or (r.state = 'proposed' and r.reserved_until >= @Today)))
        """;

    private const string After = "and n.opened_at <= @AfterAt and (n.opened_at < @AfterAt or n.id < @AfterId)";

    public async Task<Page<PlacementNeed>> Handle(ListNeeds request, CancellationToken cancellationToken)
    {
        var after = Paging.Decode(request.Cursor, 2);
        var args = new
        {
            Me = user.Id,
            Today = clock.Today(),
            AfterAt = after is null ? (DateTimeOffset?)null : Cursors.Instant(after[0]),
            AfterId = after is null ? (Guid?)null : Cursors.Id(after[1]),
        };
        ListSql Filtered(string select) => new ListSql(select)
            .When(!request.Closed, Open)
            .When(request.Closed, Closed)
            .When(request.Unanswered, NotAnswered)
            .When(request.Mine || !user.Has(CompanyNetworkModule.ProposeCompanies), OfMine);

        var rows = await db.TopAsync<NeedRow>(Filtered(NeedRow.SelectAll).When(after is not null, After).OrderBy("order by n.opened_at desc, n.id desc"), args, request.Limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(CountAll).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        return Paging.Page(
            [.. rows.Select(row => row.Show(names, user))], request.Limit, need => [need.OpenedAt.ToString("O", CultureInfo.InvariantCulture), need.Id.ToString()], total);
    }
}
