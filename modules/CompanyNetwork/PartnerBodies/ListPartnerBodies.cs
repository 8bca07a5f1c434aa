using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.PartnerBodies;

/// <summary>The bodies of the network, by name. There are tens of them, so a text is looked for anywhere in the name.</summary>
internal sealed record ListPartnerBodies(string? Q, PartnerBodyKind? Kind, string? Cursor, int? Limit, bool? Total) : IQuery<Page<PartnerBody>>;

internal static class ListPartnerBodiesEndpoint
{
    public static void MapListPartnerBodies(this IEndpointRouteBuilder bodies) => bodies
        .MapGet("/", Handle)
        .WithName("listPartnerBodies")
        .WithSummary("List the bodies of the network")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<Page<PartnerBody>>> Handle(string? q, string? kind, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListPartnerBodies(q, QueryCode.Read<PartnerBodyKind>(kind, "kind"), cursor, limit, total), ct));
}

internal sealed class ListPartnerBodiesValidator : AbstractValidator<ListPartnerBodies>
{
    public ListPartnerBodiesValidator()
    {
        RuleFor(list => list.Q).MaximumLength(200);
        RuleFor(list => list.Kind).IsInEnum();
    }
}

internal sealed class ListPartnerBodiesHandler(IDbSession db) : IRequestHandler<ListPartnerBodies, Page<PartnerBody>>
{
    private const string SelectBodies = """
        select id as Id, version as Version, name as Name, sort_name as SortName, kind as Kind, municipality as Municipality, email as Email, phone as Phone
        from   company_network_partner_body
        where  1 = 1
        """;

    private const string CountBodies = """
        select count(*)
        from   company_network_partner_body
        where  1 = 1
        """;

    private const string ByKind = "and kind = @Kind";
    private const string ByText = "and sort_name like @Like";
    private const string After = "and sort_name >= @AfterName and (sort_name > @AfterName or id > @AfterId)";
    private const string ByName = "order by sort_name, id";

    public async Task<Page<PartnerBody>> Handle(ListPartnerBodies request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        Guid? afterId = Guid.TryParse(after?[1], out var id) ? id : null;
        var text = SearchText.Normalize(request.Q);
        var arguments = new { Kind = request.Kind?.Code(), Like = $"%{text}%", AfterName = after?[0], AfterId = afterId };
        ListSql Filtered(string select) => new ListSql(select).When(request.Kind is not null, ByKind).When(text.Length > 0, ByText);
        var rows = await db.TopAsync<PartnerBodyRow>(Filtered(SelectBodies).When(after is not null, After).OrderBy(ByName), arguments, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(CountBodies).ToString(), arguments, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.SortName, row.Id.ToString()], total);
        return new([.. page.Items.Select(row => row.Show())], page.NextCursor, page.Total);
    }
}
