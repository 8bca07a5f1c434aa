using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Tells the job search which companies there are in an area, what they offer and whether they may be written to.</summary>
internal sealed class AnswerEmployersHandler(IDbSession db, CompanyNetworkOptions options, TimeProvider clock) : IRequestHandler<ListEmployers, IReadOnlyList<Employer>>, IRequestHandler<FindEmployer, Employer?>
{
    private const string Select = """
        select c.id as Id, c.name as Name, c.sort_name as SortName, c.municipality as Municipality, c.sector as Sector, coalesce(c.email, c.contact_email) as Email, c.do_not_call as DoNotContact
        from   company_network_company c
        where  c.archived_at is null
        """;

    private const string OfMunicipalities = $"and c.municipality in {Batches.Keys}";
    private const string OfProvinces = $"and c.province in {Batches.Keys}";
    private const string OfSector = "and c.sector = @Sector";
    private const string OfWord = "and exists (select 1 from company_network_search_word w where w.company_id = c.id and w.word >= @From and w.word < @To)";
    private const string Available = "and c.available_until >= @Today and c.available_until is not null";
    private const string OfId = "and c.id = @CompanyId";
    private const string OfAvailability = "and c.id in (select a.company_id from company_network_availability a where a.id = @AvailabilityId)";
    private const string Order = "order by c.sort_name, c.id";

    private const string Current = "a.ended_at is null and a.verified_on >= @FreshFrom and a.valid_from <= @Today and (a.valid_to is null or a.valid_to >= @Today)";

    private const string SelectOffers = $"""
        select a.id as Id, a.company_id as CompanyId, a.duties as Duties, a.weekly_hours as WeeklyHours
        from   company_network_availability a
        where  {Current} and a.company_id in {Batches.Keys}
        """;

    private const string SelectOffer = $"select a.id as Id, a.company_id as CompanyId, a.duties as Duties, a.weekly_hours as WeeklyHours from company_network_availability a where {Current} and a.id = @AvailabilityId";

    public async Task<IReadOnlyList<Employer>> Handle(ListEmployers request, CancellationToken cancellationToken)
    {
        var word = SearchText.Words(request.Q).OrderByDescending(one => one.Length).FirstOrDefault();
        var args = new { request.Sector, Today = clock.Today(), From = word, To = word is null ? null : CompanyWords.EndOf(word) };
        List<Row> rows = [];
        foreach (var batch in request.Municipalities.Distinct().Chunk(Batches.Size))
        {
            rows.AddRange(await db.TopAsync<Row>(Text().When(true, OfMunicipalities).OrderBy(Order), Batches.Parameters(batch, args), request.Most, cancellationToken));
        }

        foreach (var batch in request.Provinces.Distinct().Chunk(Batches.Size))
        {
            rows.AddRange(await db.TopAsync<Row>(Text().When(true, OfProvinces).OrderBy(Order), Batches.Parameters(batch, args), request.Most, cancellationToken));
        }

        if (request.Municipalities.Count + request.Provinces.Count == 0)
        {
            rows.AddRange(await db.TopAsync<Row>(Text().OrderBy(Order), args, request.Most, cancellationToken));
        }

        var found = rows.DistinctBy(row => row.Id).OrderBy(row => row.SortName, StringComparer.Ordinal).ThenBy(row => row.Id).Take(request.Most).ToArray();
        var fresh = new { Today = clock.Today(), FreshFrom = FreshFrom };
        var offers = (await db.QueryInBatchesAsync<Guid, OfferRow>(SelectOffers, found.Select(row => row.Id), fresh, cancellationToken)).DistinctBy(offer => offer.Id).ToLookup(offer => offer.CompanyId);
        return [.. found.Select(row => row.Show(offers[row.Id].FirstOrDefault()))];

        ListSql Text() => new ListSql(Select).When(request.Sector is not null, OfSector).When(word is not null, OfWord).When(request.OnlyAvailable, Available);
    }

    public async Task<Employer?> Handle(FindEmployer request, CancellationToken cancellationToken)
    {
        var args = new { request.CompanyId, request.AvailabilityId, Today = clock.Today(), FreshFrom = FreshFrom };
        var offer = request.AvailabilityId is null ? null : await db.FindAsync<OfferRow>(SelectOffer, args, cancellationToken);
        if (request.AvailabilityId is not null && offer is null)
        {
            return null;
        }

        var text = new ListSql(Select).When(request.CompanyId is not null, OfId).When(request.AvailabilityId is not null, OfAvailability);
        return request.CompanyId is null && request.AvailabilityId is null ? null : (await db.FindAsync<Row>(text.ToString(), args, cancellationToken))?.Show(offer);
    }

    private DateOnly FreshFrom => clock.Today().AddDays(-options.AvailabilityDays);

    private sealed record OfferRow(Guid Id, Guid CompanyId, string Duties, int? WeeklyHours);

    private sealed record Row(Guid Id, string Name, string SortName, string? Municipality, string Sector, string? Email, bool DoNotContact)
    {
        public Employer Show(OfferRow? offer) => new(
            Id, Name, Municipalities.ByIstat(Municipality)?.NameWithProvince, Sector, Email, DoNotContact, offer is null ? null : new(offer.Id, offer.Duties, offer.WeeklyHours));
    }
}

/// <summary>Tells the job search which employment agencies there are.</summary>
internal sealed class AnswerAgenciesHandler(IDbSession db) : IRequestHandler<ListAgencies, IReadOnlyList<Agency>>, IRequestHandler<FindAgency, Agency?>
{
    /// <summary>A network has dozens of them.</summary>
    private const int MostLookedAt = 500;

    private const string Select = """
        select id as Id, name as Name, municipality as Municipality, email as Email
        from   company_network_partner_body
        where  kind = 'employmentAgency'
        """;

    private const string OfId = "and id = @Id";
    private const string Order = "order by sort_name, id";

    public async Task<IReadOnlyList<Agency>> Handle(ListAgencies request, CancellationToken cancellationToken)
    {
        var rows = await db.TopAsync<Row>(new ListSql(Select).OrderBy(Order), null, MostLookedAt, cancellationToken);
        var words = SearchText.Words(request.Q);
        return [.. rows.Where(row => row.IsNear(request.Provinces) && words.All(row.Says)).Take(request.Most).Select(row => row.Show())];
    }

    public async Task<Agency?> Handle(FindAgency request, CancellationToken cancellationToken) =>
        (await db.FindAsync<Row>(new ListSql(Select).When(true, OfId).ToString(), new { request.Id }, cancellationToken))?.Show();

    private sealed record Row(Guid Id, string Name, string? Municipality, string? Email)
    {
        public bool IsNear(IReadOnlyList<string> provinces) =>
            provinces.Count == 0 || Municipality is null || provinces.Contains(Municipalities.ByIstat(Municipality)?.ProvinceCode, StringComparer.OrdinalIgnoreCase);

        public bool Says(string word) => SearchText.Normalize(Name).Contains(word, StringComparison.Ordinal);

        public Agency Show() => new(Id, Name, Municipalities.ByIstat(Municipality)?.NameWithProvince, Email);
    }
}
