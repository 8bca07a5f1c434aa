using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>What a company offered, the latest first.</summary>
internal sealed record ListAvailabilities(Guid CompanyId) : IQuery<AvailabilityList>;

internal sealed record AvailabilityList(IReadOnlyList<Availability> Items);

internal static class ListAvailabilitiesEndpoint
{
    public static void MapListAvailabilities(this IEndpointRouteBuilder companies) => companies
        .MapGet("/{companyId:guid}/availabilities", Handle)
        .WithName("listAvailabilities")
        .WithSummary("List what a company offered")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<AvailabilityList>> Handle(Guid companyId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListAvailabilities(companyId), ct));
}

internal sealed class ListAvailabilitiesHandler(IDbSession db, CompanyNetworkOptions options, TimeProvider clock) : IRequestHandler<ListAvailabilities, AvailabilityList>
{
    private const int Most = 100;

    private const string SelectAll = """
        select id as Id, company_id as CompanyId, places as Places, context as Context, duties as Duties, weekly_hours as WeeklyHours,
               valid_from as ValidFrom, valid_to as ValidTo, trend as Trend, verified_on as VerifiedOn, ended_at as EndedAt
        from   company_network_availability
        where  company_id = @CompanyId
        order by valid_from desc, id desc
        """;

    public async Task<AvailabilityList> Handle(ListAvailabilities request, CancellationToken cancellationToken)
    {
        var rows = await db.TopAsync<AvailabilityRow>(SelectAll, new { request.CompanyId }, Most, cancellationToken);
        var today = clock.Today();
        return new([.. rows.Select(row => row.Show(today, options.AvailabilityDays))]);
    }
}
