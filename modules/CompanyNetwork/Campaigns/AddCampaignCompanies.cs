using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>Adds chosen companies to a call campaign; one that is in it already counts once and keeps its outcome.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Ids">The companies, at most 500.</param>
internal sealed record AddCampaignCompanies(Guid CampaignId, IReadOnlyList<Guid> Ids) : ICommand<ChosenOutcome>;

internal static class AddCampaignCompaniesEndpoint
{
    /// <param name="Ids">Ids of the companies.</param>
    internal sealed record CampaignAddition(IReadOnlyList<Guid>? Ids);

    public static void MapAddCampaignCompanies(this IEndpointRouteBuilder campaigns) => campaigns
        .MapPost("/{campaignId:guid}/companies", Handle)
        .WithName("addCampaignCompanies")
        .WithSummary("Add several companies to a call campaign; those that are archived, missing or not to be called are left out and told")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<ChosenOutcome>> Handle(Guid campaignId, CampaignAddition body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new AddCampaignCompanies(campaignId, body.Ids ?? []), ct));
}

internal sealed class AddCampaignCompaniesValidator : AbstractValidator<AddCampaignCompanies>
{
    public AddCampaignCompaniesValidator() => RuleFor(request => request.Ids).AreChosen();
}

internal sealed class AddCampaignCompaniesHandler(IDbSession db, ChosenDesk desk, CompanyHistory history, IAuditTrail audit) : IRequestHandler<AddCampaignCompanies, ChosenOutcome>
{
    private const string SelectPresent = $"""
        select company_id
        from   company_network_campaign_company
        where  campaign_id = @CampaignId and company_id in {Batches.Keys}
        """;

    private const string InsertChosen = $"""
        insert into company_network_campaign_company (campaign_id, company_id, sort_name)
        select @CampaignId, c.id, c.sort_name
        from   company_network_company c
        where  c.archived_at is null and c.do_not_call = 0 and c.id in {Batches.Keys}
        """;

    // Asks again whether it is open: whoever closes it in the meantime is not contradicted.
    private const string UpdateCount = "update company_network_campaign set companies = companies + @Added where id = @CampaignId and closed_at is null";

    public async Task<ChosenOutcome> Handle(AddCampaignCompanies request, CancellationToken cancellationToken)
    {
        var campaign = await db.FindAsync<CampaignRow>(CampaignSql.SelectById, new { Id = request.CampaignId }, cancellationToken) ?? throw new NotFoundException("campaign");
        ClosedCampaignTakesNobodyIn.Check(campaign.ClosedAt);
        audit.Changes("call-campaign", request.CampaignId);
        var choice = await desk.OpenAsync(request.Ids, cancellationToken);
        choice.LeftOut.AddRange(choice.Open.Where(company => company.DoNotCall).Select(company => company.LeftOut(LeftOutReason.DoNotCall)));
        var callable = choice.Open.Where(company => !company.DoNotCall).Select(company => company.Id).ToArray();
        var present = await db.QueryInBatchesAsync<Guid, Guid>(SelectPresent, callable, new { request.CampaignId }, cancellationToken);
        var added = callable.Except(present).ToArray();
        await InsertAsync(request.CampaignId, added, cancellationToken);
        await history.TellAllAsync(added.Select(id => new ToldChange(id, CompanyChange.AddedToCampaign, null, null, campaign.Name)), cancellationToken);
        return new(added.Length, callable.Length - added.Length, choice.LeftOut);
    }

    private async Task InsertAsync(Guid campaignId, Guid[] added, CancellationToken ct)
    {
        foreach (var batch in added.Chunk(Batches.Size))
        {
            if (await db.ExecuteAsync(InsertChosen, Batches.Parameters(batch, new { CampaignId = campaignId }), ct, ChosenDesk.ChangedMeanwhile) != batch.Length)
            {
                throw ChosenDesk.ChangedMeanwhile();
            }
        }

        if (await db.ExecuteAsync(UpdateCount, new { CampaignId = campaignId, Added = added.Length }, ct) == 0)
        {
            throw ChosenDesk.ChangedMeanwhile();
        }
    }
}
