using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>Ends a campaign, whether all companies were called or not; what was done stays.</summary>
internal sealed record CloseCampaign(Guid Id) : ICommand;

internal static class CloseCampaignEndpoint
{
    public static void MapCloseCampaign(this IEndpointRouteBuilder campaigns) => campaigns
        .MapPost("/{campaignId:guid}/closing", Handle)
        .WithName("closeCallCampaign")
        .WithSummary("Close a call campaign")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid campaignId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CloseCampaign(campaignId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CloseCampaignHandler(IDbSession db, CampaignTurns turns, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<CloseCampaign, Unit>
{
    private const string Close = """
        update company_network_campaign
        set    closed_at = @At, closed_by_name = @ByName, version = version + 1
        where  id = @Id and closed_at is null
        """;

    public async Task<Unit> Handle(CloseCampaign request, CancellationToken cancellationToken)
    {
        await turns.CheckOpenAsync(request.Id, cancellationToken);
        audit.Changes("call-campaign", request.Id);
        await db.ExecuteAsync(Close, new { request.Id, At = clock.GetUtcNow(), ByName = user.DisplayName }, cancellationToken);
        return Unit.Value;
    }
}
