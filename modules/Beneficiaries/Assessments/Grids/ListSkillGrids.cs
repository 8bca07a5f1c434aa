using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments.Grids;

/// <summary>The grids by which skills are judged, those in use first.</summary>
internal sealed record ListSkillGrids : IQuery<SkillGridList>;

/// <summary>The grids.</summary>
internal sealed record SkillGridList(IReadOnlyList<SkillGrid> Items);

/// <summary>A grid.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Active">Whether new assessments may use it.</param>
/// <param name="Levels">Names of its levels, the lowest first.</param>
internal sealed record SkillGrid(Guid Id, int Version, string Name, bool Active, IReadOnlyList<string> Levels, IReadOnlyList<GridSkill> Skills);

internal static class ListSkillGridsEndpoint
{
    public static void MapListSkillGrids(this IEndpointRouteBuilder grids) => grids
        .MapGet("/", Handle)
        .WithName("listSkillGrids")
        .WithSummary("List the grids of skills assessments")
        .RequireRight(AssessmentEndpoints.ReadSettings);

    private static async Task<Ok<SkillGridList>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSkillGrids(), ct));
}

internal sealed class ListSkillGridsHandler(SkillGrids grids) : IRequestHandler<ListSkillGrids, SkillGridList>
{
    public async Task<SkillGridList> Handle(ListSkillGrids request, CancellationToken cancellationToken) =>
        new([.. (await grids.AllAsync(cancellationToken)).Select(grid => new SkillGrid(grid.Id, grid.Version, grid.Name, grid.Active, grid.Content.Levels, grid.Content.Skills))]);
}
