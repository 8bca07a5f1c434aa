using InclusionPlatform.Beneficiaries.Cases;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>What changed from one version of the plan to another.</summary>
internal sealed record ComparePlans(Guid CaseId, Guid Id, Guid BeforeId) : IQuery<ComparedPlans>;

/// <summary>Two versions side by side.</summary>
/// <param name="BeforeNumber">Number of the earlier version.</param>
/// <param name="AfterNumber">Number of the later version.</param>
internal sealed record ComparedPlans(int BeforeNumber, int AfterNumber, IReadOnlyList<PlanChange> Changes);

internal static class ComparePlansEndpoint
{
    public static void MapComparePlans(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/plans/{id:guid}/comparison/{beforeId:guid}", Handle)
        .WithName("comparePlans")
        .WithSummary("Compare two versions of the individual plan; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static async Task<Ok<ComparedPlans>> Handle(Guid caseId, Guid id, Guid beforeId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ComparePlans(caseId, id, beforeId), ct));
}

internal sealed class ComparePlansHandler(PlanDesk desk, OutsideMembers outside, IColleagues colleagues) : IRequestHandler<ComparePlans, ComparedPlans>
{
    public async Task<ComparedPlans> Handle(ComparePlans request, CancellationToken cancellationToken)
    {
        var (_, after) = await desk.ReadAsync(request.CaseId, request.Id, "read-plan", cancellationToken);
        var before = await desk.FindAsync(request.CaseId, request.BeforeId, cancellationToken);
        return new(before.Number, after.Number, PlanComparison.Of(
            desk.Open(before), desk.Open(after), await outside.NamesAsync(request.CaseId, await colleagues.NamesAsync(cancellationToken), cancellationToken)));
    }
}
