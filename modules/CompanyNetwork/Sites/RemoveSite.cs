using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Sites;

/// <summary>Takes a site away from a company.</summary>
internal sealed record RemoveSite(Guid CompanyId, Guid SiteId, int Version) : ICommand;

internal static class RemoveSiteEndpoint
{
    public static void MapRemoveSite(this IEndpointRouteBuilder companies) => companies
        .MapDelete("/{companyId:guid}/sites/{siteId:guid}", Handle)
        .WithName("removeCompanySite")
        .WithSummary("Take a site away; If-Match holds the company's version")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid companyId, Guid siteId, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveSite(companyId, siteId, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveSiteHandler(CompanyDesk desk, SiteBook sites, CompanyHistory history) : IRequestHandler<RemoveSite, Unit>
{
    public async Task<Unit> Handle(RemoveSite request, CancellationToken cancellationToken)
    {
        await desk.OpenAsync(request.CompanyId, cancellationToken);
        var site = (await sites.RowsAsync(request.CompanyId, cancellationToken)).FirstOrDefault(row => row.Id == request.SiteId) ?? throw new NotFoundException("site");
        MainSiteIsNotRemoved.Check(site.IsMain);
        await sites.RemoveAsync(request.SiteId, request.CompanyId, cancellationToken);
        await desk.MoveAsync(request.CompanyId, request.Version, cancellationToken);
        await history.TellAsync(request.CompanyId, CompanyChange.SiteRemoved, site.Label, null, cancellationToken);
        return Unit.Value;
    }
}
