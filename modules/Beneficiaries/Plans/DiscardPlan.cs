using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Throws a draft away; the version in force stays.</summary>
internal sealed record DiscardPlan(Guid CaseId, Guid Id, int Version) : ICommand;

internal static class DiscardPlanEndpoint
{
    public static void MapDiscardPlan(this IEndpointRouteBuilder cases) => cases
        .MapDelete("/{caseId:guid}/plans/{id:guid}", Handle)
        .WithName("discardPlan")
        .WithSummary("Throw the draft of an individual plan away")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DiscardPlan(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DiscardPlanHandler(IDbSession db, PlanDesk desk) : IRequestHandler<DiscardPlan, Unit>
{
    private const string Delete = "delete from beneficiaries_plan where id = @Id and version = @Version and state = 'draft'";

    public async Task<Unit> Handle(DiscardPlan request, CancellationToken cancellationToken)
    {
        await desk.ChangeAsync(request.CaseId, request.Id, PlanState.Draft, cancellationToken);
        return await db.ExecuteAsync(Delete, new { request.Id, request.Version }, cancellationToken) == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
