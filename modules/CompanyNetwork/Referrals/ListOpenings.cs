using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Needs;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>The openings that can be proposed today: verified availabilities with a free place. Those that answer the need best come first, with each reason.</summary>
internal sealed record ListOpenings(Guid? NeedId, string? Q, Guid? AvailabilityId, int Limit) : IQuery<Openings>;

internal sealed record Openings(IReadOnlyList<PlacementOpening> Items);

/// <summary>A free place of a company.</summary>
/// <param name="Availability">What it offers.</param>
internal sealed record PlacementOpening(
    Guid CompanyId, string CompanyName, string Sector, string? MunicipalityName, double? DistanceKm, Availability Availability, IReadOnlyList<FitReason> Reasons);

internal static class ListOpeningsEndpoint
{
    public static void MapListOpenings(this IEndpointRouteBuilder api) => api
        .MapGet("/placement-openings", Handle)
        .WithName("listPlacementOpenings")
        .WithSummary("List the free places that can be proposed today")
        .WithTags("Company referrals")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Openings>> Handle(Guid? needId, string? q, Guid? availabilityId, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListOpenings(needId, q, availabilityId, Paging.Limit(limit)), ct));
}

internal sealed class ListOpeningsHandler(IDbSession db, IMediator mediator, CompanyNetworkOptions options, TimeProvider clock) : IRequestHandler<ListOpenings, Openings>
{
    /// <summary>The most recently verified ones are looked at; among them the best are chosen.</summary>
    private const int MostCandidates = 600;

    private const string Select = $"""
        select c.name as CompanyName, c.sector as Sector, c.municipality as Municipality, {AvailabilitySql.Columns}
        from   company_network_availability a
        join   company_network_company c on c.id = a.company_id
        where  a.ended_at is null and a.verified_on >= @FreshFrom and a.valid_from <= @Today and (a.valid_to is null or a.valid_to >= @Today) and c.archived_at is null
               and c.do_not_call = 0 and (c.last_outcome is null or c.last_outcome <> 'never')
               and a.places > {AvailabilitySql.Taken}
        """;

    private const string OfOne = "and a.id = @AvailabilityId";
    private const string OfWord = "and exists (select 1 from company_network_search_word w where w.company_id = c.id and w.word >= @From and w.word < @To)";

    public async Task<Openings> Handle(ListOpenings request, CancellationToken cancellationToken)
    {
        var need = request.NeedId is { } id ? await NeedAsync(id, cancellationToken) : null;
        var word = SearchText.Words(request.Q).OrderByDescending(one => one.Length).FirstOrDefault();
        var today = clock.Today();
        var rows = await db.TopAsync<Row>(
            new ListSql(Select).When(request.AvailabilityId is not null, OfOne).When(word is not null, OfWord).OrderBy("order by a.verified_on desc, a.id desc"),
            new { Today = today, FreshFrom = today.AddDays(-options.AvailabilityDays), request.AvailabilityId, From = word, To = word is null ? null : CompanyWords.EndOf(word) },
            MostCandidates, cancellationToken);
        var openings = rows.Select(row => Show(row, need, today));
        var best = need is null ? openings : openings.OrderBy(one => one.Reasons.Count(reason => !reason.Fits)).ThenByDescending(one => one.Reasons.Count(reason => reason.Fits)).ThenBy(one => one.DistanceKm);
        return new([.. best.Take(request.Limit)]);
    }

    private async Task<NeedRow> NeedAsync(Guid id, CancellationToken ct)
    {
        await mediator.Send(new GetNeed(id), ct); // answers only to who may see it
        return (await db.FindAsync<NeedRow>(NeedRow.SelectById, new { Id = id }, ct))!;
    }

    private PlacementOpening Show(Row row, NeedRow? need, DateOnly today)
    {
        var km = need is null ? null : NeedFit.Km(need, row.Municipality);
        return new(
            row.Offer.CompanyId, row.CompanyName, row.Sector, Municipalities.ByIstat(row.Municipality)?.Name, km is { } known ? Math.Round(known, 1) : null,
            row.Offer.Show(today, options.AvailabilityDays), need is null ? [] : NeedFit.Of(need, row.Offer, row.Sector, km));
    }

    private sealed record Row(
        string CompanyName, string Sector, string? Municipality, Guid Id, int Version, Guid CompanyId, int Places, AvailabilityContext Context, string Duties, string? Skills, int? WeeklyHours,
        string? Slots, DateOnly ValidFrom, DateOnly? ValidTo, ProductionTrend Trend, bool? DrivingLicence, bool? Shifts, PhysicalEffort? PhysicalEffort, InterruptionTolerance? Interruptions,
        string? ConstraintNote, DateOnly VerifiedOn, DateTimeOffset? EndedAt, int Taken)
    {
        public AvailabilityRow Offer => new(
            Id, Version, CompanyId, Places, Context, Duties, Skills, WeeklyHours, Slots, ValidFrom, ValidTo, Trend, DrivingLicence, Shifts, PhysicalEffort, Interruptions, ConstraintNote,
            VerifiedOn, EndedAt, Taken);
    }
}
