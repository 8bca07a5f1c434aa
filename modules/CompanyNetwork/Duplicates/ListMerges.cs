using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>What became part of a company, the latest first.</summary>
internal sealed record ListMerges(Guid CompanyId) : IQuery<Page<Merge>>;

/// <param name="MergedName">Name of the company that became part of this one.</param>
internal sealed record Merge(Guid Id, Guid MergedId, string MergedName, DateTimeOffset MergedAt, string MergedByName, DateTimeOffset? UndoneAt, string? UndoneByName);

internal static class ListMergesEndpoint
{
    public static void MapListMerges(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/merges", Handle)
        .WithName("listCompanyMerges")
        .WithSummary("List what was merged into a company")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<Merge>>> Handle(Guid companyId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListMerges(companyId), ct));
}

internal sealed class ListMergesHandler(IDbSession db) : IRequestHandler<ListMerges, Page<Merge>>
{
    private const int Most = 50;

    private const string SelectMerges = """
        select id as Id, merged_id as MergedId, merged_name as MergedName, merged_at as MergedAt, merged_by_name as MergedByName, undone_at as UndoneAt, undone_by_name as UndoneByName
        from   company_network_merge
        where  survivor_id = @CompanyId
        order by merged_at desc, id desc
        """;

    public async Task<Page<Merge>> Handle(ListMerges request, CancellationToken cancellationToken) =>
        new(await db.TopAsync<Merge>(SelectMerges, new { request.CompanyId }, Most, cancellationToken), null);
}
