using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Map;

/// <summary>Where the companies of a list are, counted by municipality and put together as the zoom wants.</summary>
internal sealed record GetCompanyMap(ListCompanies Filters, int? Zoom) : IQuery<CompanyMap>;

/// <summary>A map of companies.</summary>
/// <param name="Total">All companies of the list.</param>
/// <param name="WithoutPlace">Those with no municipality, which no map can show.</param>
/// <param name="Clusters">The largest first.</param>
internal sealed record CompanyMap(int Total, int WithoutPlace, IReadOnlyList<CompanyCluster> Clusters);

/// <summary>Companies near one another.</summary>
/// <param name="Latitude">Of their middle, in degrees.</param>
/// <param name="Longitude">Of their middle, in degrees.</param>
/// <param name="Count">How many companies.</param>
/// <param name="PlaceCount">In how many municipalities.</param>
/// <param name="Places">The municipalities with the most companies, fifty at most.</param>
internal sealed record CompanyCluster(double Latitude, double Longitude, int Count, int PlaceCount, IReadOnlyList<CompanyPlace> Places);

/// <summary>A municipality with companies.</summary>
/// <param name="Municipality">ISTAT code, for the list's filter.</param>
/// <param name="Name">Name.</param>
/// <param name="Province">Two letters.</param>
/// <param name="Count">How many companies.</param>
internal sealed record CompanyPlace(string Municipality, string Name, string Province, int Count);

internal static class GetCompanyMapEndpoint
{
    public static void MapGetCompanyMap(this IEndpointRouteBuilder companies) => companies
        .MapGet("/map", Handle)
        .WithName("getCompanyMap")
        .WithSummary("Where the companies of a list are: clusters by municipality, with the same filters as the list")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<CompanyMap>> Handle([AsParameters] ListCompanies query, int? zoom, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetCompanyMap(query, zoom), ct));
}

internal sealed class GetCompanyMapValidator : AbstractValidator<GetCompanyMap>
{
    public GetCompanyMapValidator()
    {
        RuleFor(map => map.Filters).SetValidator(new ListCompaniesValidator());
        RuleFor(map => map.Zoom).InclusiveBetween(0, 22);
    }
}

internal sealed class GetCompanyMapHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetCompanyMap, CompanyMap>
{
    private const int MostPlaces = 50;

    public async Task<CompanyMap> Handle(GetCompanyMap request, CancellationToken cancellationToken)
    {
        var list = CompanyListSql.Of(request.Filters with { Cursor = null }, clock.Today(), user.Id);
        var counts = await db.QueryAsync<MunicipalityCount>(list.PlacesText, list.Arguments, cancellationToken);
        var placed = counts.Select(Place).OfType<PlacedCount>().ToList();
        var total = counts.Sum(count => count.Count);
        return new(total, total - placed.Sum(place => place.Count), [.. MapGrid.Group(placed, request.Zoom).Select(Show)]);
    }

    private static PlacedCount? Place(MunicipalityCount count) => Municipalities.ByIstat(count.Municipality) is { Latitude: { } latitude, Longitude: { } longitude } place
        ? new(place.Istat!, place.Name, place.ProvinceCode, latitude, longitude, count.Count)
        : null;

    private static CompanyCluster Show(IReadOnlyList<PlacedCount> places)
    {
        var count = places.Sum(place => place.Count);
        return new(
            Math.Round(places.Sum(place => place.Latitude * place.Count) / count, 5),
            Math.Round(places.Sum(place => place.Longitude * place.Count) / count, 5),
            count,
            places.Count,
            [.. places.Take(MostPlaces).Select(place => new CompanyPlace(place.Municipality, place.Name, place.Province, place.Count))]);
    }

    private sealed record MunicipalityCount(string? Municipality, int Count);
}
