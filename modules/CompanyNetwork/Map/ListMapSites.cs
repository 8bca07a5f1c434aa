using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Map;

/// <summary>The sites of one municipality that somebody placed on the map, of the companies that the filters leave; those without coordinates stand for themselves in the municipality's mark.</summary>
internal sealed record ListMapSites(ListCompanies Filters, string Place) : IQuery<MapSites>;

/// <summary>Sites with coordinates of their own.</summary>
/// <param name="Items">By the name of the company, two hundred at most.</param>
/// <param name="HasMore">There are more than are shown.</param>
internal sealed record MapSites(IReadOnlyList<MapSite> Items, bool HasMore);

/// <summary>A site where it is.</summary>
/// <param name="CompanyId">Whose site it is.</param>
/// <param name="CompanyName">The name of the company.</param>
/// <param name="SiteId">The site.</param>
/// <param name="SiteName">As people call it.</param>
/// <param name="Address">Street and number.</param>
/// <param name="Latitude">In degrees.</param>
/// <param name="Longitude">In degrees.</param>
internal sealed record MapSite(Guid CompanyId, string CompanyName, Guid SiteId, string? SiteName, string? Address, double Latitude, double Longitude);

internal static class ListMapSitesEndpoint
{
    public static void MapListMapSites(this IEndpointRouteBuilder companies) => companies
        .MapGet("/map/sites", Handle)
        .WithName("listMapSites")
        .WithSummary("Sites of a municipality that have coordinates of their own, with the same filters as the list")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<MapSites>> Handle([AsParameters] ListCompanies query, string place, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListMapSites(query, place), ct));
}

internal sealed class ListMapSitesValidator : AbstractValidator<ListMapSites>
{
    public ListMapSitesValidator()
    {
        RuleFor(sites => sites.Filters).SetValidator(new ListCompaniesValidator());
        RuleFor(sites => sites.Place).NotEmpty().MaximumLength(6);
    }
}

internal sealed class ListMapSitesHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListMapSites, MapSites>
{
    private const int Most = 200;

    // Read from the sites of the place, few as they are: the filters are asked of each company by key.
    private const string SelectSites = """
        select   s.company_id as CompanyId, o.name as CompanyName, s.id as SiteId, s.name as SiteName, s.address as Address, s.latitude as Latitude, s.longitude as Longitude
        from     company_network_site s
        join     company_network_company o on o.id = s.company_id
        where    s.municipality = @Place and s.latitude is not null and s.longitude is not null
        """;

    private const string OfTheList = "select 1";
    private const string SameCompany = "and c.id = s.company_id";
    private const string ByName = "order by o.sort_name, s.id";

    public async Task<MapSites> Handle(ListMapSites request, CancellationToken cancellationToken)
    {
        var list = CompanyListSql.Of(request.Filters with { Cursor = null }, clock.Today(), user.Id);
        list.Arguments.Add("Place", request.Place);
        var sites = await db.TopAsync<MapSite>($"{SelectSites}\nand exists ({list.Under(OfTheList)}\n{SameCompany})\n{ByName}", list.Arguments, Most + 1, cancellationToken);
        return new([.. sites.Take(Most)], sites.Count > Most);
    }
}
