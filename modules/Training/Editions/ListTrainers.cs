using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Editions;

/// <summary>Somebody to whom an edition can be entrusted.</summary>
/// <param name="Id">The account.</param>
/// <param name="DisplayName">Their name.</param>
internal sealed record Trainer(Guid Id, string DisplayName);

internal static class ListTrainersEndpoint
{
    public static void MapListTrainers(this IEndpointRouteBuilder api) => api
        .MapGet("/trainers", Handle)
        .WithName("listTrainers")
        .WithSummary("List the people to whom an edition can be entrusted")
        .RequireRight(TrainingModule.Write);

    private static async Task<Ok<Page<Trainer>>> Handle(IColleagues colleagues, CancellationToken ct) => TypedResults.Ok(new Page<Trainer>(
        [.. (await colleagues.AllAsync(ct)).Where(colleague => colleague.IsActive && colleague.Roles.Contains(Role.Trainer)).Select(colleague => new Trainer(colleague.Id, colleague.DisplayName))], null));
}
