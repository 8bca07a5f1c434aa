using System.Globalization;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Conventions;

/// <summary>Lists conventions, those that end first on top.</summary>
internal sealed record ListConventions(Guid? CompanyId, DateOnly? ValidOn, string? Cursor, int Limit, bool Total) : IQuery<Page<ListedConvention>>;

internal sealed record ListedConvention(
    Guid Id, Guid CompanyId, string CompanyName, string Number, DateOnly SignedOn, DateOnly ValidFrom, DateOnly ValidTo, string? InailPosition, string? LiabilityPolicy, int Internships);

internal static class ListConventionsEndpoint
{
    public static void MapListConventions(this IEndpointRouteBuilder conventions) => conventions
        .MapGet("/", Handle)
        .WithName("listConventions")
        .WithSummary("List conventions, those that end first on top")
        .RequireRight(InternshipsModule.Read);

    private static async Task<Ok<Page<ListedConvention>>> Handle(
        Guid? companyId, DateOnly? validOn, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListConventions(companyId, validOn, cursor, Paging.Limit(limit), total ?? false), ct));
}

internal sealed class ListConventionsHandler(IDbSession db, InternshipQuery internships) : IRequestHandler<ListConventions, Page<ListedConvention>>
{
    public async Task<Page<ListedConvention>> Handle(ListConventions request, CancellationToken cancellationToken)
    {
        var after = Paging.Decode(request.Cursor, 2);
        var args = new
        {
            request.CompanyId,
            request.ValidOn,
            AfterDay = after is null ? (DateOnly?)null : DateOnly.ParseExact(after[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            AfterId = after is null ? (Guid?)null : Guid.Parse(after[1]),
        };
        var text = Filtered(new(Select), request)
            .When(after is not null, "and convention.valid_to >= @AfterDay and (convention.valid_to > @AfterDay or convention.id > @AfterId)")
            .OrderBy("order by convention.valid_to, convention.id");
        var rows = await db.TopAsync<Row>(text, args, request.Limit + 1, cancellationToken);
        var total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count), request).ToString(), args, cancellationToken) : (int?)null;
        var companies = await internships.CompaniesAsync(rows.Select(row => row.CompanyId), cancellationToken);
        var items = rows.Select(row => new ListedConvention(
            row.Id, row.CompanyId, companies.GetValueOrDefault(row.CompanyId)?.Name ?? "", row.Number, row.SignedOn, row.ValidFrom, row.ValidTo, row.InailPosition, row.LiabilityPolicy, row.Internships)).ToArray();
        return Paging.Page(items, request.Limit, row => [row.ValidTo.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Id.ToString()], total);
    }

    private static ListSql Filtered(ListSql text, ListConventions request) => text
        .When(request.CompanyId is not null, "and convention.company_id = @CompanyId")
        .When(request.ValidOn is not null, "and convention.valid_from <= @ValidOn and convention.valid_to >= @ValidOn");

    private const string Select = """
        select convention.id as Id, convention.company_id as CompanyId, convention.number as Number, convention.signed_on as SignedOn, convention.valid_from as ValidFrom,
               convention.valid_to as ValidTo, convention.inail_position as InailPosition, convention.liability_policy as LiabilityPolicy,
               (select count(*) from internships_internship internship where internship.company_id = convention.company_id and internship.convention_id = convention.id and internship.state <> 'cancelled') as Internships
        from   internships_convention convention
        where  1 = 1
        """;

    private const string Count = "select count(*) from internships_convention convention where 1 = 1";

    private sealed record Row(
        Guid Id, Guid CompanyId, string Number, DateOnly SignedOn, DateOnly ValidFrom, DateOnly ValidTo, string? InailPosition, string? LiabilityPolicy, int Internships);
}
