using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>Reads a need.</summary>
internal sealed record GetNeed(Guid Id) : IQuery<PlacementNeed>;

internal static class GetNeedEndpoint
{
    public static void MapGetNeed(this IEndpointRouteBuilder needs) => needs
        .MapGet("/{id:guid}", Handle)
        .WithName("getPlacementNeed")
        .WithSummary("Read what an educator looks for")
        .RequireRight(CompanyNetworkModule.ReadReferrals);

    private static async Task<VersionedOk<PlacementNeed>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetNeed(id), ct));
}

internal sealed class GetNeedHandler(IDbSession db, IColleagues colleagues, ICurrentUser user) : IRequestHandler<GetNeed, PlacementNeed>
{
    public async Task<PlacementNeed> Handle(GetNeed request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<NeedRow>(NeedRow.SelectById, new { request.Id }, cancellationToken);
        return row is not null && (row.OpenedBy == user.Id || user.Has(CompanyNetworkModule.ProposeCompanies))
            ? row.Show(await colleagues.NamesAsync(cancellationToken), user)
            : throw new NotFoundException("need");
    }
}
