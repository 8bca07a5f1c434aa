using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>Takes the turn of a company of the campaign for some minutes: a given one, or the next that nobody is calling.</summary>
internal sealed record TakeTurn(Guid CampaignId, Guid? CompanyId) : ICommand<Turn>;

/// <summary>Whose turn it is now.</summary>
/// <param name="CompanyId">The company; null when nobody is left to be called.</param>
/// <param name="HeldUntil">Until then it is nobody else's.</param>
internal sealed record Turn(Guid? CompanyId, DateTimeOffset? HeldUntil);

/// <summary>The turn asked for.</summary>
/// <param name="CompanyId">The company, or null for the next free one.</param>
internal sealed record AskedTurn(Guid? CompanyId);

internal static class TakeTurnEndpoint
{
    public static void MapTakeTurn(this IEndpointRouteBuilder campaigns) => campaigns
        .MapPost("/{campaignId:guid}/turns", Handle)
        .WithName("takeCallTurn")
        .WithSummary("Take the turn of a company of a campaign, so that nobody else calls it")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<Turn>> Handle(Guid campaignId, AskedTurn body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new TakeTurn(campaignId, body.CompanyId), ct));
}

internal sealed class TakeTurnHandler(IDbSession db, CampaignTurns turns, ICurrentUser user, TimeProvider clock) : IRequestHandler<TakeTurn, Turn>
{
    private const int Attempts = 20;

    private const string SelectFree = """
        select r.company_id as CompanyId
        from   company_network_campaign_company r
        where  r.campaign_id = @CampaignId and r.done_at is null and (r.held_by is null or r.held_by = @By or r.held_until <= @Now)
               and exists (select 1 from company_network_company c where c.id = r.company_id and c.archived_at is null and c.do_not_call = 0)
        order by r.sort_name, r.company_id
        """;

    public async Task<Turn> Handle(TakeTurn request, CancellationToken cancellationToken)
    {
        await turns.CheckOpenAsync(request.CampaignId, cancellationToken);
        if (request.CompanyId is { } company)
        {
            return new(company, await turns.TakeAsync(request.CampaignId, company, cancellationToken));
        }

        // Where several write at once, somebody may be faster between the look and the step: then the one after is looked for.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var free = await db.TopAsync<Free>(SelectFree, new { request.CampaignId, By = user.Id, Now = clock.GetUtcNow() }, 1, cancellationToken);
            if (free.Count == 0)
            {
                break;
            }

            if (await turns.TryTakeAsync(request.CampaignId, free[0].CompanyId, cancellationToken) is { } until)
            {
                return new(free[0].CompanyId, until);
            }
        }

        return new(null, null);
    }

    private sealed record Free(Guid CompanyId);
}
