using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Sites;

/// <summary>Adds a site to a company, or changes one. The main site is also the company's own address.</summary>
internal sealed record SaveSite(Guid CompanyId, Guid? SiteId, int? Version, SiteData Site) : ICommand<SavedSite>;

internal sealed record SavedSite(Guid Id);

internal static class SaveSiteEndpoints
{
    public static void MapAddSite(this IEndpointRouteBuilder companies) => companies
        .MapPost("/{companyId:guid}/sites", Add)
        .WithName("addCompanySite")
        .WithSummary("Add a site to a company")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    public static void MapChangeSite(this IEndpointRouteBuilder companies) => companies
        .MapPut("/{companyId:guid}/sites/{siteId:guid}", Change)
        .WithName("changeCompanySite")
        .WithSummary("Change a site of a company; If-Match holds the company's version")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<SavedSite>> Add(Guid companyId, SiteData body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(new SaveSite(companyId, null, null, body), ct);
        return TypedResults.Created($"/api/v1/companies/{companyId}/sites/{saved.Id}", saved);
    }

    private static async Task<NoContent> Change(Guid companyId, Guid siteId, SiteData body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveSite(companyId, siteId, match.Version, body), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SaveSiteValidator : AbstractValidator<SaveSite>
{
    private static readonly SiteDataValidator Shape = new();

    public SaveSiteValidator() => RuleFor(request => request).Custom((request, context) => Shape.Validate(request.Site).Errors.ForEach(context.AddFailure));
}

internal sealed class SaveSiteHandler(CompanyDesk desk, CompanyWriter companies, SiteBook sites, CompanyHistory history) : IRequestHandler<SaveSite, SavedSite>
{
    public async Task<SavedSite> Handle(SaveSite request, CancellationToken cancellationToken)
    {
        var company = await desk.OpenAsync(request.CompanyId, cancellationToken);
        var version = request.Version ?? company.Version;
        var site = request.Site.Tidy();
        var rows = await sites.RowsAsync(request.CompanyId, cancellationToken);
        var before = request.SiteId is null ? null : rows.FirstOrDefault(row => row.Id == request.SiteId) ?? throw new NotFoundException("site");
        var id = before?.Id ?? Guid.CreateVersion7();
        if (before is null)
        {
            await sites.AddAsync(id, request.CompanyId, site, false, cancellationToken);
        }
        else
        {
            await sites.ChangeAsync(id, request.CompanyId, site, cancellationToken);
        }

        if (before?.IsMain == true || site.IsMain == true)
        {
            if (before?.IsMain != true)
            {
                await sites.MakeMainAsync(id, request.CompanyId, cancellationToken);
            }

            var after = company.Data with { Address = site.Address, Cap = site.Cap, Municipality = site.Municipality, PermanentStaff = site.PermanentStaff };
            await companies.UpdateAsync(request.CompanyId, version, company.Data, after, cancellationToken);
        }
        else
        {
            await desk.MoveAsync(request.CompanyId, version, cancellationToken);
        }

        var row = new SiteRow(id, site.Name, site.Address, site.Cap, site.Municipality, site.Latitude, site.Longitude, site.PermanentStaff, false);
        await history.TellAsync(request.CompanyId, before is null ? CompanyChange.SiteAdded : CompanyChange.SiteChanged, before?.Label, row.Label, cancellationToken);
        return new(id);
    }
}
