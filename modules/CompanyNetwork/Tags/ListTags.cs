using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Tags;

/// <summary>The tags in use, to be chosen again rather than written anew.</summary>
internal sealed record ListTags(string? Q) : IQuery<Page<UsedTag>>;

/// <param name="Tag">The tag.</param>
/// <param name="Companies">How many companies have it.</param>
internal sealed record UsedTag(string Tag, int Companies);

internal static class ListTagsEndpoint
{
    public static void MapListTags(this IEndpointRouteBuilder companies) => companies
        .MapGet("/tags", Handle)
        .WithName("listCompanyTags")
        .WithSummary("List the tags in use, by their beginning")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<UsedTag>>> Handle(string? q, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListTags(q), ct));
}

internal sealed class ListTagsHandler(IDbSession db) : IRequestHandler<ListTags, Page<UsedTag>>
{
    private const int Most = 50;

    private const string SelectTags = """
        select min(tag) as Tag, count(*) as Companies
        from   company_network_tag
        where  tag_key >= @From and tag_key < @To
        group by tag_key
        order by tag_key
        """;

    public async Task<Page<UsedTag>> Handle(ListTags request, CancellationToken cancellationToken)
    {
        var beginning = TagBook.Key(request.Q ?? "");
        return new(await db.TopAsync<UsedTag>(SelectTags, new { From = beginning, To = CompanyWords.EndOf(beginning) }, Most, cancellationToken), null);
    }
}
