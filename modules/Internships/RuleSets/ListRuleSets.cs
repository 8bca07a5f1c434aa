using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.RuleSets;

/// <summary>Shows the figures by which rules decide, each with its act and what is still to be verified.</summary>
internal sealed record ListRuleSets(string? Region, InternshipKind? Kind) : IQuery<RuleSetList>;

internal sealed record RuleSetList(IReadOnlyList<RuleSet> Items);

internal static class ListRuleSetsEndpoint
{
    public static void MapListRuleSets(this IEndpointRouteBuilder api) => api
        .MapGet("/internship-rule-sets", Handle)
        .WithTags("Internships")
        .WithName("listInternshipRuleSets")
        .WithSummary("List the rules by region, kind and day, with their acts")
        .RequireRight(InternshipsModule.ReadRules);

    private static async Task<Ok<RuleSetList>> Handle(string? region, [CodeOf(typeof(InternshipKind))] string? kind, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListRuleSets(region, QueryCode.Read<InternshipKind>(kind, "kind", Kinds)), ct));

    private static readonly Words Kinds = new("extracurricolare, di inclusione sociale", "extracurricular, for social inclusion");
}

internal sealed class ListRuleSetsHandler(RuleSetTable table, TimeProvider clock) : IRequestHandler<ListRuleSets, RuleSetList>
{
    public async Task<RuleSetList> Handle(ListRuleSets request, CancellationToken cancellationToken) => new([.. RuleSetTable.Standing(await table.AllAsync(cancellationToken), clock.Today())
        .Where(set => (request.Region is null || string.Equals(set.Region, request.Region, StringComparison.OrdinalIgnoreCase)) && (request.Kind is null || set.Kind == request.Kind))
        .OrderBy(set => set.Region != RuleSetTable.National)
        .ThenBy(set => set.Region, StringComparer.Ordinal)
        .ThenBy(set => set.Kind)
        .ThenBy(set => set.ValidFrom)]);
}
