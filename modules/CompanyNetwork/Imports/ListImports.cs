using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>One's own imports that are still there, the latest first, so that a wizard left half way is found again.</summary>
/// <param name="Open">Only those that are not confirmed yet.</param>
internal sealed record ListImports(bool Open) : IQuery<ImportList>;

internal sealed record ImportList(IReadOnlyList<ImportItem> Items);

internal sealed record ImportItem(Guid Id, string FileName, int RowCount, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? ConfirmedAt);

internal static class ListImportsEndpoint
{
    public static void MapListImports(this IEndpointRouteBuilder imports) => imports
        .MapGet("/", Handle)
        .WithName("listCompanyImports")
        .WithSummary("List one's own imports")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<ImportList>> Handle(bool? open, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListImports(open ?? false), ct));
}

internal sealed class ListImportsHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListImports, ImportList>
{
    private const int Most = 50;

    private const string SelectImports = """
        select id as Id, file_name as FileName, row_count as [RowCount], created_at as CreatedAt, expires_at as ExpiresAt, confirmed_at as ConfirmedAt
        from   company_network_import
        where  owner_id = @Owner and expires_at > @Now
        """;

    private const string Unconfirmed = "and confirmed_at is null";

    private const string LatestFirst = "order by created_at desc, id desc";

    public async Task<ImportList> Handle(ListImports request, CancellationToken cancellationToken) =>
        new(await db.TopAsync<ImportItem>(new ListSql(SelectImports).When(request.Open, Unconfirmed).OrderBy(LatestFirst), new { Owner = user.Id, Now = clock.GetUtcNow() }, Most, cancellationToken));
}
