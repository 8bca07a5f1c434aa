namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>Keeps on the company's own row what its availabilities come to, so that lists need not look further.</summary>
internal sealed class AvailabilityBook(IDbSession db, CompanyNetworkOptions options, TimeProvider clock)
{
    /// <summary>Stands for no day at all where days are compared.</summary>
    private static readonly DateOnly Never = new(1900, 1, 1);

    private const string EndAll = "update company_network_availability set ended_at = @At where company_id = @CompanyId and ended_at is null";
    private const string ReopenAll = "update company_network_availability set ended_at = null where company_id = @CompanyId and ended_at = @At";

    private const string SelectOpen = $"""
        select {AvailabilitySql.Columns}
        from   company_network_availability a
        where  a.company_id = @CompanyId and a.ended_at is null
        """;

    private const string UpdateCompany = """
        update company_network_company
        set    available_places = @Places, available_until = @Until, version = version + 1
        where  id = @CompanyId
               and (available_places <> @Places or coalesce(available_until, @Never) <> coalesce(@Until, @Never))
        """;

    private const string UpdateVerified = """
        update company_network_company
        set    availability_verified_on = (select max(a.verified_on) from company_network_availability a where a.company_id = @CompanyId and a.ended_at is null)
        where  id = @CompanyId
        """;

    /// <summary>The availability of the company, once it is this transaction's turn to count and change its places.</summary>
    public async Task<AvailabilityRow> TakeTurnAsync(Guid companyId, Guid id, CancellationToken ct)
    {
        await db.ExecuteAsync(AvailabilitySql.TakeTurn, new { Id = id }, ct);
        var row = await db.FindAsync<AvailabilityRow>(AvailabilitySql.SelectById, new { Id = id, Today = clock.Today() }, ct);
        return row?.CompanyId == companyId ? row : throw new NotFoundException("availability", id);
    }

    /// <summary>The company offers nothing any more; what it offered stays in its story.</summary>
    public async Task EndAllAsync(Guid companyId, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.ExecuteAsync(EndAll, new { CompanyId = companyId, At = at }, ct) > 0)
        {
            await RecountAsync(companyId, ct);
        }
    }

    /// <summary>What ended at exactly that instant holds again.</summary>
    public async Task ReopenAllAsync(Guid companyId, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.ExecuteAsync(ReopenAll, new { CompanyId = companyId, At = at }, ct) > 0)
        {
            await RecountAsync(companyId, ct);
        }
    }

    /// <summary>Counts the free places of what counts today; they are known until the last of it runs out.</summary>
    public async Task RecountAsync(Guid companyId, CancellationToken ct)
    {
        var today = clock.Today();
        var open = await db.QueryAsync<AvailabilityRow>(SelectOpen, new { CompanyId = companyId, Today = today }, ct);
        DateOnly? until = open.Count == 0 ? null : open.Max(row => row.Until(options.AvailabilityDays));
        var places = open.Where(row => row.Until(options.AvailabilityDays) is var last && (last >= today || last == until)).Sum(row => row.Free);
        await db.ExecuteAsync(UpdateCompany, new { CompanyId = companyId, Places = places, Until = until, Never }, ct);
        await db.ExecuteAsync(UpdateVerified, new { CompanyId = companyId }, ct);
    }
}
