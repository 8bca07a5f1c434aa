using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>One's own imports that are still there, the latest first, so that a wizard left half way is found again.</summary>
/// <param name="Open">Only those that are not confirmed yet.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">Twenty-five when null.</param>
/// <param name="Total">Count them too.</param>
internal sealed record ListImports(bool Open, string? Cursor, int? Limit, bool Total) : IQuery<Page<ImportItem>>;

/// <param name="RowCount">How many rows the file has.</param>
internal sealed record ImportItem(Guid Id, string FileName, int RowCount, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? ConfirmedAt);

internal static class ListImportsEndpoint
{
    public static void MapListImports(this IEndpointRouteBuilder imports) => imports
        .MapGet("/", Handle)
        .WithName("listCompanyImports")
        .WithSummary("List one's own imports")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<Page<ImportItem>>> Handle(bool? open, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListImports(open ?? false, cursor, limit, total ?? false), ct));
}

internal sealed class ListImportsHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListImports, Page<ImportItem>>
{
    private const string SelectImports = """
        select id as Id, file_name as FileName, row_count as [RowCount], created_at as CreatedAt, expires_at as ExpiresAt, confirmed_at as ConfirmedAt
        from   company_network_import
        where  owner_id = @Owner and expires_at > @Now
        """;

    private const string CountImports = """
        select count(*)
        from   company_network_import
        where  owner_id = @Owner and expires_at > @Now
        """;

    private const string Unconfirmed = "and confirmed_at is null";

    private const string Before = "and created_at <= @BeforeAt and (created_at < @BeforeAt or id < @BeforeId)";

    private const string LatestFirst = "order by created_at desc, id desc";

    public async Task<Page<ImportItem>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var known = DateTimeOffset.TryParse(after?[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) & Guid.TryParse(after?[1], out var id);
        var args = new { Owner = user.Id, Now = clock.GetUtcNow(), BeforeAt = at, BeforeId = id };
        var rows = await db.TopAsync<ImportItem>(new ListSql(SelectImports).When(request.Open, Unconfirmed).When(known, Before).OrderBy(LatestFirst), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(new ListSql(CountImports).When(request.Open, Unconfirmed).ToString(), args, cancellationToken) : null;
        return Paging.Page(rows, limit, row => [row.CreatedAt.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()], total);
    }
}
