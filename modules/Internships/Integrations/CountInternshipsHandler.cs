using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>The year of an internship is that of its first day; only those that were activated count.</summary>
internal sealed class CountInternshipsHandler(IDbSession db, InternshipQuery internships) : IRequestHandler<CountInternships, InternshipYear>
{
    public async Task<InternshipYear> Handle(CountInternships request, CancellationToken cancellationToken)
    {
        var rows = await db.QueryAsync<Row>(Select, new { First = new DateOnly(request.Year, 1, 1), Last = new DateOnly(request.Year, 12, 31) }, cancellationToken);
        var companies = await internships.CompaniesAsync(rows.Select(row => row.CompanyId), cancellationToken);
        return new(
            rows.Count,
            [.. rows.Select(row => row.CaseId)],
            [.. rows.Select(row => row.CompanyId).Distinct()],
            [.. rows
                .GroupBy(row => companies.GetValueOrDefault(row.CompanyId)?.Sector ?? "other")
                .Select(sector => new SectorCount(sector.Key, sector.Count()))
                .OrderByDescending(sector => sector.Count)
                .ThenBy(sector => sector.Sector, StringComparer.Ordinal)]);
    }

    private const string Select = """
        select case_id as CaseId, company_id as CompanyId
        from   internships_internship
        where  starts_on >= @First and starts_on <= @Last and state in ('active', 'ended', 'endedEarly')
        """;

    private sealed record Row(Guid CaseId, Guid CompanyId);
}

/// <summary>Those that are activated and not over.</summary>
internal sealed class CountRunningInternshipsHandler(IDbSession db) : IRequestHandler<CountRunningInternships, int>
{
    private const string Count = "select count(*) from internships_internship where state = 'active'";

    public Task<int> Handle(CountRunningInternships request, CancellationToken cancellationToken) => db.ScalarAsync<int>(Count, null, cancellationToken);
}
