using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>Lets go of a company that was opened and not called.</summary>
internal sealed record ReleaseTurn(Guid CampaignId, Guid CompanyId) : ICommand;

internal static class ReleaseTurnEndpoint
{
    public static void MapReleaseTurn(this IEndpointRouteBuilder campaigns) => campaigns
        .MapDelete("/{campaignId:guid}/turns/{companyId:guid}", Handle)
        .WithName("releaseCallTurn")
        .WithSummary("Let go of the turn of a company of a campaign")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid campaignId, Guid companyId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReleaseTurn(campaignId, companyId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ReleaseTurnHandler(CampaignTurns turns) : IRequestHandler<ReleaseTurn, Unit>
{
    public async Task<Unit> Handle(ReleaseTurn request, CancellationToken cancellationToken)
    {
        await turns.ReleaseAsync(request.CampaignId, request.CompanyId, cancellationToken);
        return Unit.Value;
    }
}
