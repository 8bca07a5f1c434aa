using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>Changes how a campaign is called and what it asks; its companies stay.</summary>
internal sealed record UpdateCampaign(Guid Id, int Version, string Name, string? Goal) : ICommand;

/// <param name="Name">As people call it.</param>
/// <param name="Goal">What it is for, in words.</param>
internal sealed record CampaignWords(string Name, string? Goal);

internal static class UpdateCampaignEndpoint
{
    public static void MapUpdateCampaign(this IEndpointRouteBuilder campaigns) => campaigns
        .MapPut("/{campaignId:guid}", Handle)
        .WithName("updateCallCampaign")
        .WithSummary("Change a call campaign's name and goal")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid campaignId, CampaignWords body, IfMatch version, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new UpdateCampaign(campaignId, version.Version, body.Name, body.Goal), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class UpdateCampaignValidator : AbstractValidator<UpdateCampaign>
{
    public UpdateCampaignValidator()
    {
        RuleFor(campaign => campaign.Name).NotEmpty().MaximumLength(120);
        RuleFor(campaign => campaign.Goal).MaximumLength(1000);
    }
}

internal sealed class UpdateCampaignHandler(IDbSession db, CampaignTurns turns, IAuditTrail audit) : IRequestHandler<UpdateCampaign, Unit>
{
    private const string Update = """
        update company_network_campaign
        set    name = @Name, goal = @Goal, version = version + 1
        where  id = @Id and version = @Version and closed_at is null
        """;

    public async Task<Unit> Handle(UpdateCampaign request, CancellationToken cancellationToken)
    {
        await turns.CheckOpenAsync(request.Id, cancellationToken);
        audit.Changes("call-campaign", request.Id);
        var goal = string.IsNullOrWhiteSpace(request.Goal) ? null : request.Goal.Trim();
        if (await db.ExecuteAsync(Update, new { request.Id, request.Version, Name = request.Name.Trim(), Goal = goal }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }
}
