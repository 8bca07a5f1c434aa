using Dapper;
using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Campaigns;

/// <summary>Turns a filter of the company list, or companies chosen one by one, into a list that operators share.</summary>
internal sealed record CreateCampaign(string Name, string? Goal, string? Filter, IReadOnlyList<Guid>? CompanyIds) : ICommand<CreatedCampaign>;

/// <param name="Companies">How many companies are in it.</param>
internal sealed record CreatedCampaign(Guid Id, int Companies);

/// <summary>A campaign to be made.</summary>
/// <param name="Name">How operators call it.</param>
/// <param name="Goal">What to ask the companies.</param>
/// <param name="Filter">A query of the company list, such as <c>sector=catering&amp;province=AP</c>; empty for all companies. Its companies are written down now and stay the same.</param>
/// <param name="CompanyIds">Instead of the filter, the companies, at most 1,000.</param>
internal sealed record CampaignEntry(string Name, string? Goal, string? Filter, IReadOnlyList<Guid>? CompanyIds);

internal static class CreateCampaignEndpoint
{
    public static void MapCreateCampaign(this IEndpointRouteBuilder campaigns) => campaigns
        .MapPost("/", Handle)
        .WithName("createCallCampaign")
        .WithSummary("Start a call campaign from a filter of the company list")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<CreatedCampaign>> Handle(CampaignEntry body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new CreateCampaign(body.Name, body.Goal, body.Filter, body.CompanyIds), ct);
        return TypedResults.Created($"/api/v1/call-campaigns/{created.Id}", created);
    }
}

internal sealed class CreateCampaignValidator : AbstractValidator<CreateCampaign>
{
    public CreateCampaignValidator()
    {
        RuleFor(campaign => campaign.Name).NotEmpty().MaximumLength(120);
        RuleFor(campaign => campaign.Goal).MaximumLength(1000);
        RuleFor(campaign => campaign.Filter).MaximumLength(1000);
        RuleFor(campaign => campaign.Filter).NotNull().When(campaign => campaign.CompanyIds is not { Count: > 0 }).WithErrorCode("campaign.companies-required")
            .WithMessage(_ => new Words("Indicare i filtri dell'elenco delle aziende, oppure le aziende.", "Give filters of the company list, or the companies.").ToString());
        RuleFor(campaign => campaign.CompanyIds).Must(ids => ids!.Count <= 1000).When(campaign => campaign.CompanyIds is not null).WithErrorCode("campaign.too-many-chosen")
            .WithMessage(_ => new Words("Se ne possono scegliere al più 1.000: per di più serve un filtro.", "At most 1,000 can be chosen: use a filter for more.").ToString());
    }
}

internal sealed class CreateCampaignHandler(IDbSession db, IValidator<ListCompanies> listValidator, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<CreateCampaign, CreatedCampaign>
{
    private const string InsertCampaign = """
        insert into company_network_campaign (id, version, name, goal, filter, companies, created_at, created_by, created_by_name, closed_at, closed_by_name)
        values (@Id, 1, @Name, @Goal, @Filter, 0, @At, @By, @ByName, null, null)
        """;

    private const string InsertFound = """
        insert into company_network_campaign_company (campaign_id, company_id, sort_name)
        select @CampaignId, c.id, c.sort_name
        """;

    private const string MayBeCalled = "and c.archived_at is null and c.do_not_call = 0";

    private const string InsertChosen = $"""
        insert into company_network_campaign_company (campaign_id, company_id, sort_name)
        select @CampaignId, c.id, c.sort_name
        from   company_network_company c
        where  c.archived_at is null and c.do_not_call = 0 and c.id in {Batches.Keys}
        """;

    private const string UpdateCount = "update company_network_campaign set companies = @Companies where id = @CampaignId";

    public async Task<CreatedCampaign> Handle(CreateCampaign request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var chosen = request.CompanyIds is { Count: > 0 } ? request.CompanyIds.Distinct().ToArray() : null;
        var filter = chosen is null ? request.Filter!.TrimStart('?') : null;
        audit.Changes("call-campaign", id);
        await db.ExecuteAsync(
            InsertCampaign, new { Id = id, Name = request.Name.Trim(), Goal = string.IsNullOrWhiteSpace(request.Goal) ? null : request.Goal.Trim(), Filter = filter, At = now, By = user.Id, ByName = user.DisplayName },
            cancellationToken);
        var companies = chosen is null ? await InsertFoundAsync(id, filter!, cancellationToken) : await InsertChosenAsync(id, chosen, cancellationToken);
        CampaignHasSomebodyToCall.Check(companies);
        await db.ExecuteAsync(UpdateCount, new { CampaignId = id, Companies = companies }, cancellationToken);
        return new(id, companies);
    }

    private async Task<int> InsertFoundAsync(Guid id, string filter, CancellationToken ct)
    {
        var query = CampaignFilter.Read(filter);
        await listValidator.ValidateAndThrowAsync(query, ct);
        var list = CompanyListSql.Of(query, clock.Today(), user.Id);
        list.Arguments.Add("CampaignId", id);
        return await db.ExecuteAsync(new ListSql(list.Under(InsertFound)).When(true, MayBeCalled).ToString(), list.Arguments, ct);
    }

    private async Task<int> InsertChosenAsync(Guid id, Guid[] chosen, CancellationToken ct)
    {
        var companies = 0;
        foreach (var batch in chosen.Chunk(Batches.Size))
        {
            companies += await db.ExecuteAsync(InsertChosen, Batches.Parameters(batch, new { CampaignId = id }), ct);
        }

        return companies;
    }
}
