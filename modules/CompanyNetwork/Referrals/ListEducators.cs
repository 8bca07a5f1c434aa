using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>To whom a company can be proposed.</summary>
internal sealed record ListEducators : IQuery<PossibleEducators>;

internal sealed record PossibleEducators(IReadOnlyList<PossibleEducator> Items);

internal sealed record PossibleEducator(Guid Id, string DisplayName);

internal static class ListEducatorsEndpoint
{
    public static void MapListEducators(this IEndpointRouteBuilder referrals) => referrals
        .MapGet("/possible-educators", Handle)
        .WithName("listPossibleEducators")
        .WithSummary("List to whom a company can be proposed")
        .RequireRight(CompanyNetworkModule.ProposeCompanies);

    private static async Task<Ok<PossibleEducators>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListEducators(), ct));
}

internal sealed class ListEducatorsHandler(IColleagues colleagues) : IRequestHandler<ListEducators, PossibleEducators>
{
    public async Task<PossibleEducators> Handle(ListEducators request, CancellationToken cancellationToken) =>
        new([.. (await colleagues.AllAsync(cancellationToken)).Where(EducatorCanReceive.Holds).Select(one => new PossibleEducator(one.Id, one.DisplayName))]);
}
