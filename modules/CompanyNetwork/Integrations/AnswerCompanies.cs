using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Tells the internships what they need of a host.</summary>
internal sealed class FindHostHandler(IDbSession db) : IRequestHandler<FindHost, Host>
{
    private const string SelectHost = """
        select id as Id, name as Name, vat_number as VatNumber, tax_code as TaxCode, municipality as Municipality, sector as Sector, permanent_staff as PermanentStaff, archived_at as ArchivedAt
        from   company_network_company
        where  id = @CompanyId
        """;

    public async Task<Host> Handle(FindHost request, CancellationToken cancellationToken)
    {
        var host = await db.FindAsync<HostRow>(SelectHost, new { request.CompanyId }, cancellationToken) ?? throw new NotFoundException("company", request.CompanyId);
        var place = Municipalities.ByIstat(host.Municipality);
        return new(host.Id, host.Name, host.TaxCode ?? host.VatNumber, host.Municipality, place?.Name, place?.Province?.RegionName, host.Sector, host.PermanentStaff, host.ArchivedAt is not null);
    }

    private sealed record HostRow(Guid Id, string Name, string? VatNumber, string? TaxCode, string? Municipality, string Sector, int? PermanentStaff, DateTimeOffset? ArchivedAt);
}

/// <summary>Tells the internships where a host sits and works.</summary>
internal sealed class FindHostSitesHandler(SiteBook sites) : IRequestHandler<FindHostSites, IReadOnlyList<HostSite>>
{
    public async Task<IReadOnlyList<HostSite>> Handle(FindHostSites request, CancellationToken cancellationToken) =>
        [.. (await sites.RowsAsync(request.CompanyId, cancellationToken)).Select(site =>
        {
            var place = Municipalities.ByIstat(site.Municipality);
            return new HostSite(site.Name, site.Address, site.Cap, site.Municipality, place?.Province is { } province ? $"{place.Name} ({province.Code})" : place?.Name, site.IsMain);
        })];
}

/// <summary>Names companies for the lists of other modules.</summary>
internal sealed class DescribeCompaniesHandler(IDbSession db) : IRequestHandler<DescribeCompanies, IReadOnlyList<CompanyLabel>>
{
    private const string SelectCompanies = $"""
        select id as Id, name as Name, municipality as Municipality, sector as Sector
        from   company_network_company
        where  id in {Batches.Keys}
        """;

    public async Task<IReadOnlyList<CompanyLabel>> Handle(DescribeCompanies request, CancellationToken cancellationToken)
    {
        var rows = await db.QueryInBatchesAsync<Guid, Row>(SelectCompanies, request.Ids, null, cancellationToken);
        return [.. rows.Select(row => new CompanyLabel(row.Id, row.Name, Municipalities.ByIstat(row.Municipality)?.Name, row.Sector))];
    }

    private sealed record Row(Guid Id, string Name, string? Municipality, string Sector);
}

/// <summary>Finds companies by name, as their own list does.</summary>
internal sealed class FindCompaniesHandler(IDbSession db, TimeProvider clock) : IRequestHandler<FindCompanies, IReadOnlyList<Guid>>
{
    public async Task<IReadOnlyList<Guid>> Handle(FindCompanies request, CancellationToken cancellationToken)
    {
        if (SearchText.Words(request.Text).Count == 0)
        {
            return [];
        }

        var found = new List<Guid>();
        foreach (var archived in new[] { false, true })
        {
            var list = CompanyListSql.Of(new() { Q = request.Text, Archived = archived }, clock.Today(), Guid.Empty);
            found.AddRange((await db.TopAsync<CompanyListRow>(list.Text, list.Arguments, request.Most, cancellationToken)).Select(row => row.Id));
        }

        return found;
    }
}

/// <summary>Counts the bank at the end of a day, for the annual report.</summary>
internal sealed class CountCompaniesHandler(IDbSession db) : IRequestHandler<CountCompanies, int>
{
    private const string Count = """
        select count(*)
        from   company_network_company
        where  created_at < @End and (archived_at is null or archived_at >= @End)
        """;

    public Task<int> Handle(CountCompanies request, CancellationToken cancellationToken) =>
        db.ScalarAsync<int>(Count, new { End = request.On.AddDays(1).StartInItaly() }, cancellationToken);
}
