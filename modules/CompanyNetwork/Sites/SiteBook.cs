using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.Sites;

/// <summary>The sites of companies. The main one is mirrored on the company's own row, where lists and calls find it.</summary>
internal sealed class SiteBook(IDbSession db)
{
    private const string Columns = """
        id as Id, name as Name, address as Address, cap as Cap, municipality as Municipality, latitude as Latitude, longitude as Longitude, permanent_staff as PermanentStaff, is_main as IsMain
        """;

    private const string SelectAll = $"""
        select {Columns}
        from   company_network_site
        where  company_id = @CompanyId
        order by is_main desc, id
        """;

    private const string Insert = """
        insert into company_network_site (id, company_id, name, address, cap, municipality, latitude, longitude, permanent_staff, is_main)
        values (@Id, @CompanyId, @Name, @Address, @Cap, @Municipality, @Latitude, @Longitude, @PermanentStaff, @IsMain)
        """;

    private const string Update = """
        update company_network_site
        set    name = @Name, address = @Address, cap = @Cap, municipality = @Municipality, latitude = @Latitude, longitude = @Longitude, permanent_staff = @PermanentStaff
        where  id = @Id and company_id = @CompanyId
        """;

    private const string Mirror = """
        update company_network_site
        set    address = @Address, cap = @Cap, municipality = @Municipality, permanent_staff = @PermanentStaff
        where  company_id = @CompanyId and is_main = 1
        """;

    private const string Unmake = "update company_network_site set is_main = 0 where company_id = @CompanyId and is_main = 1";
    private const string Make = "update company_network_site set is_main = 1 where company_id = @CompanyId and id = @Id";
    private const string Delete = "delete from company_network_site where id = @Id and company_id = @CompanyId";

    public async Task<IReadOnlyList<Site>> OfAsync(Guid companyId, CancellationToken ct) => [.. (await RowsAsync(companyId, ct)).Select(row => row.Show())];

    public Task<IReadOnlyList<SiteRow>> RowsAsync(Guid companyId, CancellationToken ct) => db.QueryAsync<SiteRow>(SelectAll, new { CompanyId = companyId }, ct);

    public Task AddAsync(Guid id, Guid companyId, SiteData site, bool isMain, CancellationToken ct) => db.ExecuteAsync(Insert, Row(id, companyId, site, isMain), ct);

    /// <summary>The main sites of companies that have none yet.</summary>
    public Task AddMainAsync(IEnumerable<(Guid Id, CompanyData Company)> companies, CancellationToken ct) =>
        db.ExecuteAsync(Insert, companies.Select(one => Row(one.Id, one.Id, MainOf(one.Company), true)), ct);

    public Task ChangeAsync(Guid id, Guid companyId, SiteData site, CancellationToken ct) => db.ExecuteAsync(
        Update, new { Id = id, CompanyId = companyId, site.Name, site.Address, site.Cap, site.Municipality, site.Latitude, site.Longitude, site.PermanentStaff }, ct);

    public Task RemoveAsync(Guid id, Guid companyId, CancellationToken ct) => db.ExecuteAsync(Delete, new { Id = id, CompanyId = companyId }, ct);

    /// <summary>The company's row was written: the main site follows.</summary>
    public async Task MirrorAsync(Guid companyId, CompanyData company, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Mirror, new { CompanyId = companyId, company.Address, company.Cap, company.Municipality, company.PermanentStaff }, ct) == 0)
        {
            await AddAsync(Guid.CreateVersion7(), companyId, MainOf(company), true, ct);
        }
    }

    /// <summary>Another site becomes the main one; the company's row is to be written afterwards.</summary>
    public async Task MakeMainAsync(Guid id, Guid companyId, CancellationToken ct)
    {
        await db.ExecuteAsync(Unmake, new { CompanyId = companyId }, ct);
        await db.ExecuteAsync(Make, new { CompanyId = companyId, Id = id }, ct);
    }

    private static SiteData MainOf(CompanyData company) => new(null, company.Address, company.Cap, company.Municipality, null, null, company.PermanentStaff, true);

    private static object Row(Guid id, Guid companyId, SiteData site, bool isMain) =>
        new { Id = id, CompanyId = companyId, site.Name, site.Address, site.Cap, site.Municipality, site.Latitude, site.Longitude, site.PermanentStaff, IsMain = isMain };
}
