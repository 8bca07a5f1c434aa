using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Who may look after a company.</summary>
internal sealed record ListCompanyColleagues : IQuery<Page<CompanyColleague>>;

/// <param name="Name">Name of the colleague.</param>
internal sealed record CompanyColleague(Guid Id, string Name);

internal static class ListCompanyColleaguesEndpoint
{
    public static void MapListCompanyColleagues(this IEndpointRouteBuilder companies) => companies
        .MapGet("/colleagues", Handle)
        .WithName("listCompanyColleagues")
        .WithSummary("List the colleagues who may look after a company")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<Page<CompanyColleague>>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListCompanyColleagues(), ct));
}

internal sealed class ListCompanyColleaguesHandler(IColleagues colleagues) : IRequestHandler<ListCompanyColleagues, Page<CompanyColleague>>
{
    public async Task<Page<CompanyColleague>> Handle(ListCompanyColleagues request, CancellationToken cancellationToken) => new(
        [.. (await colleagues.AllAsync(cancellationToken)).Where(colleague => colleague.IsActive && colleague.Roles.Overlaps(LookedAfterByAColleague.Keepers)).Select(colleague => new CompanyColleague(colleague.Id, colleague.DisplayName))],
        null);
}
