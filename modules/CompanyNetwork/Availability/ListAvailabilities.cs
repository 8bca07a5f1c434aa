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

    private const string SelectAll = $"""
        select {AvailabilitySql.Columns}
        from   company_network_availability a
        where  a.company_id = @CompanyId
        order by a.valid_from desc, a.id desc
        """;

    public async Task<AvailabilityList> Handle(ListAvailabilities request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = await db.TopAsync<AvailabilityRow>(SelectAll, new { request.CompanyId, Today = today }, Most, cancellationToken);
        return new([.. rows.Select(row => row.Show(today, options.AvailabilityDays))]);
    }
}
