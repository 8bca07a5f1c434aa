using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Documents;

/// <summary>The documents of a company, those that end first at the top.</summary>
internal sealed record ListDocuments(Guid CompanyId) : IQuery<Page<CompanyDocument>>;

internal static class ListDocumentsEndpoint
{
    public static void MapListDocuments(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/documents", Handle)
        .WithName("listCompanyDocuments")
        .WithSummary("List the documents of a company")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<CompanyDocument>>> Handle(Guid companyId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListDocuments(companyId), ct));
}

internal sealed class ListDocumentsHandler(IDbSession db, IDocumentStore documents, TimeProvider clock) : IRequestHandler<ListDocuments, Page<CompanyDocument>>
{
    private const int Most = 200;

    private const string SelectDocuments = """
        select id as Id, kind as Kind, title as Title, valid_from as ValidFrom, valid_until as ValidUntil, added_at as AddedAt, added_by_name as AddedByName
        from   company_network_document
        where  company_id = @CompanyId
        order by case when valid_until is null then 1 else 0 end, valid_until, id
        """;

    public async Task<Page<CompanyDocument>> Handle(ListDocuments request, CancellationToken cancellationToken)
    {
        var rows = await db.TopAsync<CompanyDocumentRow>(SelectDocuments, new { request.CompanyId }, Most, cancellationToken);
        var kept = (await documents.DescribeAsync(rows.Select(row => row.Id), cancellationToken)).ToDictionary(document => document.Id);
        var today = clock.Today();
        return new(
            [.. rows.Where(row => kept.ContainsKey(row.Id)).Select(row => new CompanyDocument(
                row.Id, row.Kind, row.Title, kept[row.Id].Name, kept[row.Id].ContentType, kept[row.Id].Bytes, row.ValidFrom, row.ValidUntil, CompanyDocumentValidity.Of(row, rows, today), row.AddedAt,
                row.AddedByName))],
            null);
    }
}
