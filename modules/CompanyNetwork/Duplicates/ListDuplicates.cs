using System.Globalization;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>Pairs of companies that may be one, the surest first.</summary>
internal sealed record ListDuplicates(string? Cursor, int? Limit, bool Total) : IQuery<Page<DuplicatePair>>;

/// <summary>Two companies that may be one, and by what.</summary>
internal sealed record DuplicatePair(DuplicateSide First, DuplicateSide Second, IReadOnlyList<LikenessKind> Reasons);

/// <summary>One of the two, as far as it takes to tell them apart.</summary>
internal sealed record DuplicateSide(
    Guid Id, string Name, string? MunicipalityName, string? Address, string? VatNumber, string? Phone, string? Email, DateTimeOffset? LastContactAt, DateTimeOffset CreatedAt);

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

internal sealed class ListDuplicatesHandler(IDbSession db) : IRequestHandler<ListDuplicates, Page<DuplicatePair>>
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
        var companies = (await db.QueryInBatchesAsync<Guid, CompanyRow>(SelectCompanies, page.Items.SelectMany(pair => new[] { pair.FirstId, pair.SecondId }), null, cancellationToken))
            .ToDictionary(company => company.Id);
        return new([.. page.Items.Select(pair => Show(companies[pair.FirstId], companies[pair.SecondId]))], page.NextCursor, page.Total);
    }

    // The older one comes first: it is the one that other papers know.
    private static DuplicatePair Show(CompanyRow first, CompanyRow second)
    {
        var (older, newer) = first.CreatedAt <= second.CreatedAt ? (first, second) : (second, first);
        return new(Side(older), Side(newer), [.. CompanyKeys.Of(older.Data).Intersect(CompanyKeys.Of(newer.Data)).Select(key => key.Kind).Distinct().Order()]);
    }

    private static DuplicateSide Side(CompanyRow row) => new(
        row.Id, row.Name, Municipalities.ByIstat(row.Municipality)?.NameWithProvince, row.Address, row.VatNumber ?? row.TaxCode, row.Phone, row.Email, row.LastContactAt, row.CreatedAt);

    private sealed record Pair(Guid FirstId, Guid SecondId, int Weight);
}
