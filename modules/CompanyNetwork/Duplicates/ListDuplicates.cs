using System.Globalization;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>Pairs of companies that may be one, the surest first.</summary>
internal sealed record ListDuplicates(string? Cursor, int? Limit, bool Total) : IQuery<Page<DuplicatePair>>;

/// <summary>Two companies that may be one, and by what.</summary>
/// <param name="First">One of the two.</param>
/// <param name="Second">The other one.</param>
internal sealed record DuplicatePair(DuplicateSide First, DuplicateSide Second, IReadOnlyList<LikenessKind> Reasons);

/// <summary>One of the two, as far as it takes to tell them apart.</summary>
/// <param name="Id">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="MunicipalityName">Where it is.</param>
/// <param name="Address">Its main site.</param>
/// <param name="VatNumber">VAT number or tax code.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Email">Address.</param>
/// <param name="LastContactAt">When it was last contacted.</param>
/// <param name="CreatedAt">Since when it is in the bank.</param>
/// <param name="Internships">Internships to its name.</param>
/// <param name="Contacts">Contacts with it.</param>
internal sealed record DuplicateSide(
    Guid Id, string Name, string? MunicipalityName, string? Address, string? VatNumber, string? Phone, string? Email, DateTimeOffset? LastContactAt, DateTimeOffset CreatedAt,
    int Internships, int Contacts);

internal static class ListDuplicatesEndpoint
{
    public static void MapListDuplicates(this IEndpointRouteBuilder companies) => companies
        .MapGet("/duplicates", Handle)
        .WithName("listCompanyDuplicates")
        .WithSummary("List the pairs of companies that may be one")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<Page<DuplicatePair>>> Handle(string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListDuplicates(cursor, limit, total ?? false), ct));
}

internal sealed class ListDuplicatesHandler(IDbSession db, IMediator mediator) : IRequestHandler<ListDuplicates, Page<DuplicatePair>>
{
    private const string SelectPairs = """
        select d.first_id as FirstId, d.second_id as SecondId, d.weight as Weight
        from   company_network_duplicate d
               join company_network_company a on a.id = d.first_id
               join company_network_company b on b.id = d.second_id
        where  d.dismissed_at is null and a.archived_at is null and b.archived_at is null
        """;

    private const string After = """
        and d.weight >= @Weight and (d.weight > @Weight or d.first_id > @FirstId or (d.first_id = @FirstId and d.second_id > @SecondId))
        """;

    private const string InOrder = "order by d.weight, d.first_id, d.second_id";

    internal const string Count = """
        select count(*)
        from   company_network_duplicate d
               join company_network_company a on a.id = d.first_id
               join company_network_company b on b.id = d.second_id
        where  d.dismissed_at is null and a.archived_at is null and b.archived_at is null
        """;

    private const string SelectCompanies = $"""
        select {CompanySql.Columns}
        from   company_network_company c
        where  c.id in {Batches.Keys}
        """;

    private const string SelectLinks = $"""
        select c.id as Id,
               (select count(*) from company_network_contact k where k.company_id = c.id) as Contacts,
               (select count(*) from company_network_availability a where a.company_id = c.id)
             + (select count(*) from company_network_referral r where r.company_id = c.id)
             + (select count(*) from company_network_person p where p.company_id = c.id)
             + (select count(*) from company_network_site s where s.company_id = c.id)
             + (select count(*) from company_network_document d where d.company_id = c.id) as Others
        from   company_network_company c
        where  c.id in {Batches.Keys}
        """;

    public async Task<Page<DuplicatePair>> Handle(ListDuplicates request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 3);
        int weight = 0;
        Guid first = default, second = default;
        if (after is not null && !(int.TryParse(after[0], CultureInfo.InvariantCulture, out weight) && Guid.TryParse(after[1], out first) && Guid.TryParse(after[2], out second)))
        {
            after = null;
        }

        var sql = new ListSql(SelectPairs).When(after is not null, After).OrderBy(InOrder);
        var rows = await db.TopAsync<Pair>(sql, new { Weight = weight, FirstId = first, SecondId = second }, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Count, null, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.Weight.ToString(CultureInfo.InvariantCulture), row.FirstId.ToString(), row.SecondId.ToString()], total);
        Guid[] ids = [.. page.Items.SelectMany(pair => new[] { pair.FirstId, pair.SecondId }).Distinct()];
        var companies = (await db.QueryInBatchesAsync<Guid, CompanyRow>(SelectCompanies, ids, null, cancellationToken)).ToDictionary(company => company.Id);
        var links = (await db.QueryInBatchesAsync<Guid, Links>(SelectLinks, ids, null, cancellationToken)).ToDictionary(row => row.Id);
        var hosted = (await mediator.Send(new CountHostedInternships(ids), cancellationToken)).ToDictionary(row => row.CompanyId, row => row.Count);
        Weighed Weigh(Guid id) => new(companies[id], links[id], hosted.GetValueOrDefault(id));
        return new([.. page.Items.Select(pair => Show(Weigh(pair.FirstId), Weigh(pair.SecondId)))], page.NextCursor, page.Total);
    }

    // The one that is proposed to remain comes first.
    private static DuplicatePair Show(Weighed one, Weighed other)
    {
        var (remains, joins) = RicherRecordRemains.IsFirst(one.Weight, other.Weight) ? (one, other) : (other, one);
        return new(Side(remains), Side(joins), [.. CompanyKeys.Of(remains.Row.Data).Intersect(CompanyKeys.Of(joins.Row.Data)).Select(key => key.Kind).Distinct().Order()]);
    }

    private static DuplicateSide Side(Weighed side) => new(
        side.Row.Id, side.Row.Name, Municipalities.ByIstat(side.Row.Municipality)?.NameWithProvince, side.Row.Address, side.Row.VatNumber ?? side.Row.TaxCode, side.Row.Phone, side.Row.Email,
        side.Row.LastContactAt, side.Row.CreatedAt, side.Internships, side.Links.Contacts);

    private sealed record Links(Guid Id, int Contacts, int Others);

    private sealed record Weighed(CompanyRow Row, Links Links, int Internships)
    {
        public RecordWeight Weight => new(Links.Contacts + Links.Others + Internships, RicherRecordRemains.FieldsOf(Row.Data), Row.CreatedAt);
    }

    private sealed record Pair(Guid FirstId, Guid SecondId, int Weight);
}
