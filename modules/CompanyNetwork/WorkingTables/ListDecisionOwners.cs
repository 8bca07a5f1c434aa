using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>A colleague to whom a decision can be entrusted.</summary>
/// <param name="Id">The account.</param>
/// <param name="DisplayName">Their name.</param>
internal sealed record DecisionOwner(Guid Id, string DisplayName);

internal static class ListDecisionOwnersEndpoint
{
    public static void MapListDecisionOwners(this IEndpointRouteBuilder tables) => tables
        .MapGet("/decision-owners", Handle)
        .WithName("listDecisionOwners")
        .WithSummary("List the colleagues to whom a decision can be entrusted")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    // Only of those who can read the tables: whoever cannot would never see what was entrusted to them.
    private static async Task<Ok<Page<DecisionOwner>>> Handle(IColleagues colleagues, RightRegistry rights, CancellationToken ct) => TypedResults.Ok(new Page<DecisionOwner>(
        [.. (await colleagues.AllAsync(ct)).Where(colleague => colleague.IsActive && rights.IsGiven(CompanyNetworkModule.ReadPartnerBodies, colleague.Roles)).Select(colleague => new DecisionOwner(colleague.Id, colleague.DisplayName))], null));
}
