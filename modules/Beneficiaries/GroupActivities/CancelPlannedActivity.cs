using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>Calls off a planned activity with the appointments of everybody expected.</summary>
internal sealed record CancelPlannedActivity(Guid Id) : ICommand, IGoesOnWhileRestricted;

internal static class CancelPlannedActivityEndpoint
{
    public static void MapCancelPlannedActivity(this IEndpointRouteBuilder activities) => activities
        .MapPost("/planned/{id:guid}/cancellation", Handle)
        .WithName("cancelPlannedActivity")
        .WithSummary("Call off a planned group activity with the appointments of everybody expected")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelPlannedActivity(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CancelPlannedActivityHandler(PlannedActivities planned) : IRequestHandler<CancelPlannedActivity, Unit>
{
    public async Task<Unit> Handle(CancelPlannedActivity request, CancellationToken cancellationToken)
    {
        await planned.CancelAsync(request.Id, cancellationToken);
        return Unit.Value;
    }
}
