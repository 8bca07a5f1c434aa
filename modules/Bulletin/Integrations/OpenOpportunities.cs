using InclusionPlatform.Bulletin.Contracts;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Bulletin.Integrations;

/// <summary>Tells other modules what one can apply to.</summary>
internal sealed class OpenOpportunitiesHandler(IDbSession db, TimeProvider clock)
    : IRequestHandler<ListOpenOpportunities, IReadOnlyList<OpenOpportunity>>, IRequestHandler<FindOpenOpportunity, OpenOpportunity?>
{
    /// <summary>The latest are looked at: older ones are over as a rule.</summary>
    private const int MostLookedAt = 400;

    private const string Select = """
        select id as Id, title as Title, organiser as Organiser, municipality as MunicipalityName, municipality_code as MunicipalityCode, apply_email as ApplyEmail, apply_url as ApplyUrl, deadline as Deadline
        from   bulletin_opportunity
        where  state = 'published' and kind in ('job', 'internship', 'civilService') and (deadline is null or deadline >= @Today)
        """;

    private const string OfId = "and id = @Id";
    private const string Order = "order by published_at desc, id desc";

    public async Task<IReadOnlyList<OpenOpportunity>> Handle(ListOpenOpportunities request, CancellationToken cancellationToken)
    {
        var rows = await db.TopAsync<Row>(new ListSql(Select).OrderBy(Order), new { Today = clock.Today() }, MostLookedAt, cancellationToken);
        var words = SearchText.Words(request.Q);
        return [.. rows.Where(row => IsNear(row, request.Provinces) && words.All(row.Says)).Take(request.Most).Select(row => row.Show())];
    }

    public async Task<OpenOpportunity?> Handle(FindOpenOpportunity request, CancellationToken cancellationToken) =>
        (await db.FindAsync<Row>(new ListSql(Select).When(true, OfId).ToString(), new { Today = clock.Today(), request.Id }, cancellationToken))?.Show();

    private static bool IsNear(Row row, IReadOnlyList<string> provinces) =>
        provinces.Count == 0 || row.MunicipalityCode is null || provinces.Contains(Municipalities.ByIstat(row.MunicipalityCode)?.ProvinceCode, StringComparer.OrdinalIgnoreCase);

    private sealed record Row(Guid Id, string Title, string Organiser, string? MunicipalityName, string? MunicipalityCode, string? ApplyEmail, string? ApplyUrl, DateOnly? Deadline)
    {
        public bool Says(string word) => SearchText.Normalize($"{Title} {Organiser} {MunicipalityName}").Contains(word, StringComparison.Ordinal);

        public OpenOpportunity Show() => new(Id, Title, Organiser, MunicipalityName, ApplyEmail, ApplyUrl, Deadline);
    }
}
