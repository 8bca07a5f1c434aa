using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>Companies that could take somebody who wishes these sectors and lives in this municipality. No personal data goes in or comes out.</summary>
internal sealed record MatchCompanies(IReadOnlyList<string>? Sectors, string Municipality, int? MaxKm, bool? OnlyAvailableNow, int? Limit) : IQuery<CompanyMatches>;

internal sealed record CompanyMatches(IReadOnlyList<CompanyMatch> Items);

/// <summary>A company with each reason for its place in the list.</summary>
internal sealed record CompanyMatch(
    Guid Id, string Name, string Sector, string? MunicipalityName, string? Province, double? DistanceKm, bool SectorIsWished, bool AvailabilityIsKnown, int PlacesLeft, DateOnly? VerifiedOn,
    DateOnly? AvailableUntil, int? PermanentStaff, int Score, IReadOnlyList<MatchReason> Reasons);

/// <summary>A reason, with the points it gave.</summary>
internal sealed record MatchReason(string Code, string Text, int Points);

internal static class MatchCompaniesEndpoint
{
    public static void MapMatchCompanies(this IEndpointRouteBuilder api) => api
        .MapPost("/company-matches", Handle)
        .WithName("matchCompanies")
        .WithSummary("Rank companies for a wish, with every reason")
        .WithTags("Companies")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<CompanyMatches>> Handle(MatchCompanies body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class MatchCompaniesValidator : AbstractValidator<MatchCompanies>
{
    public MatchCompaniesValidator()
    {
        RuleForEach(match => match.Sectors).Must(Sectors.All.Contains).WithErrorCode("sector.unknown")
            .WithMessage(_ => new Words("Questo settore non è tra quelli previsti.", "This sector is not one of those known.").ToString());
        RuleFor(match => match.Municipality).Must(istat => Municipalities.ByIstat(istat) is { IsActive: true }).WithErrorCode("municipality.unknown")
            .WithMessage(_ => new Words("Questo comune non esiste: sceglierlo dall'elenco.", "This municipality does not exist: choose it from the list.").ToString());
        RuleFor(match => match.MaxKm).InclusiveBetween(1, 200);
        RuleFor(match => match.Limit).InclusiveBetween(1, 100);
    }
}

internal sealed class MatchCompaniesHandler(IDbSession db, TimeProvider clock) : IRequestHandler<MatchCompanies, CompanyMatches>
{
    private const int DefaultKm = 30, DefaultLimit = 20, MostCandidates = 400;

    private const string SelectCandidates = $"""
        select c.id as Id, c.name as Name, c.sector as Sector, c.municipality as Municipality, c.permanent_staff as PermanentStaff,
               c.available_places as AvailablePlaces, c.available_until as AvailableUntil,
               (select max(a.verified_on) from company_network_availability a where a.company_id = c.id and a.ended_at is null) as VerifiedOn
        from   company_network_company c
        where  c.archived_at is null and c.municipality in {Batches.Keys}
        """;

    private const string AvailableNow = "and c.available_until >= @Today and c.available_until is not null";
    // The best candidates are among the first of each batch: those with a current availability, then those of the wished sectors.
    private const string FreshestFirst = "order by case when c.available_until >= @Today then 0 else 1 end, case when @Wished like concat('% ', c.sector, ' %') then 0 else 1 end, c.sort_name, c.id";

    public async Task<CompanyMatches> Handle(MatchCompanies request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var home = Municipalities.ByIstat(request.Municipality)!;
        var km = request.MaxKm ?? DefaultKm;
        var wished = request.Sectors?.ToHashSet() ?? [];
        var near = Municipalities.Within(home, km).Append(home).Select(place => place.Istat).OfType<string>().Distinct();
        var sql = new ListSql(SelectCandidates).When(request.OnlyAvailableNow == true, AvailableNow).OrderBy(FreshestFirst);
        var candidates = new List<Candidate>();
        foreach (var places in near.Chunk(Batches.Size))
        {
            candidates.AddRange(await db.TopAsync<Candidate>(sql, Batches.Parameters(places, new { Today = today, Wished = $" {string.Join(' ', wished)} " }), MostCandidates, cancellationToken));
        }

        return new([.. candidates
            .Select(candidate => CompanyScore.Of(candidate, home, km, wished, today))
            .OrderByDescending(match => match.Score).ThenBy(match => match.DistanceKm).ThenBy(match => match.Name, StringComparer.Ordinal)
            .Take(request.Limit ?? DefaultLimit)]);
    }
}
