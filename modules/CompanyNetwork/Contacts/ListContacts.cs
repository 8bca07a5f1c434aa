using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Contacts;

/// <summary>The story of a company's contacts, the latest first.</summary>
internal sealed record ListContacts(Guid CompanyId, string? Cursor, int? Limit) : IQuery<Page<Contact>>;

internal static class ListContactsEndpoint
{
    public static void MapListContacts(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/contacts", Handle)
        .WithName("listContacts")
        .WithSummary("List the contacts with a company")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<Page<Contact>>> Handle(Guid companyId, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListContacts(companyId, cursor, limit), ct));
}

internal sealed class ListContactsHandler(IDbSession db) : IRequestHandler<ListContacts, Page<Contact>>
{
    private const string SelectContacts = """
        select id as Id, channel as Channel, outcome as Outcome, note as Note, next_contact_on as NextContactOn, contacted_at as ContactedAt,
               contacted_by as ContactedBy, contacted_by_name as ContactedByName, spoke_with as SpokeWith, campaign_id as CampaignId
        from   company_network_contact
        where  company_id = @CompanyId
        """;

    private const string Before = "and contacted_at <= @BeforeAt and (contacted_at < @BeforeAt or id < @BeforeId)";
    private const string Latest = "order by contacted_at desc, id desc";

    public async Task<Page<Contact>> Handle(ListContacts request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var known = DateTimeOffset.TryParse(after?[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) & Guid.TryParse(after?[1], out var id);
        var sql = new ListSql(SelectContacts).When(known, Before).OrderBy(Latest);
        var rows = await db.TopAsync<Contact>(sql, new { request.CompanyId, BeforeAt = at, BeforeId = id }, limit + 1, cancellationToken);
        return Paging.Page(rows, limit, row => [row.ContactedAt.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()]);
    }
}
