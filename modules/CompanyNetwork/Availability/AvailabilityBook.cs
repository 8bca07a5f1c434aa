namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>Keeps on the company's own row what its availabilities come to, so that lists need not look further.</summary>
internal sealed class AvailabilityBook(IDbSession db, CompanyNetworkOptions options)
{
    public const string SelectOpen = """
        select id as Id, company_id as CompanyId, places as Places, context as Context, duties as Duties, weekly_hours as WeeklyHours,
               valid_from as ValidFrom, valid_to as ValidTo, trend as Trend, verified_on as VerifiedOn, ended_at as EndedAt
        from   company_network_availability
        where  company_id = @CompanyId and ended_at is null
        """;

    private const string UpdateCompany = """
        update company_network_company
        set    available_places = @Places, available_until = @Until, version = version + 1
        where  id = @CompanyId
        """;

    private const string UpdateVerified = """
        update company_network_company
        set    availability_verified_on = (select max(a.verified_on) from company_network_availability a where a.company_id = @CompanyId and a.ended_at is null)
        where  id = @CompanyId
        """;

    public async Task RecountAsync(Guid companyId, CancellationToken ct)
    {
        var open = await db.QueryAsync<AvailabilityRow>(SelectOpen, new { CompanyId = companyId }, ct);
        DateOnly? until = open.Count == 0 ? null : open.Max(row => AvailabilityCounts.Until(row.ValidTo, row.VerifiedOn, options.AvailabilityDays));
        var places = open.Where(row => AvailabilityCounts.Until(row.ValidTo, row.VerifiedOn, options.AvailabilityDays) == until).Sum(row => row.Places);
        await db.ExecuteAsync(UpdateCompany, new { CompanyId = companyId, Places = places, Until = until }, ct);
        await db.ExecuteAsync(UpdateVerified, new { CompanyId = companyId }, ct);
    }
}
