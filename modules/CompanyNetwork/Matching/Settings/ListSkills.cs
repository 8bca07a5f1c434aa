using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Matching.Settings;

internal static class ListSkillsEndpoint
{
    /// <summary>The skills that can be chosen.</summary>
    /// <param name="Items">Names of the skills that matching knows.</param>
    internal sealed record SkillList(IReadOnlyList<string> Items);

    public static void MapListSkills(this IEndpointRouteBuilder api) => api
        .MapGet("/skills", Handle)
        .WithName("listSkills")
        .WithSummary("List the skills that can be chosen for people and openings")
        .WithTags("Companies")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<SkillList>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(new SkillList(await mediator.Send(new ListSkills(), ct)));
}

internal sealed class ListSkillsHandler(IDbSession db) : IRequestHandler<ListSkills, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(ListSkills request, CancellationToken cancellationToken) =>
        (await db.FindAsync<MatchSettingsRow>(MatchSettingsRow.Select, null, cancellationToken))!.SkillLabels;
}
