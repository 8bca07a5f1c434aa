using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>
/// Moves or corrects a planned activity with the appointments of everybody expected: whoever was told by mail learns it. Also of whoever asked meanwhile that their data are only kept: an
/// appointment left at the wrong hour would harm them.
/// </summary>
internal sealed record ChangePlannedActivity(Guid Id, int Version, GroupActivityKind? Kind, DateOnly? On, string? At, string? Until, string? Title, string? Place)
    : ICommand, IActivityPlan, IGoesOnWhileRestricted;

internal static class ChangePlannedActivityEndpoint
{
    /// <summary>What the activity is from now on.</summary>
    /// <param name="Title">What will be done, in a few words.</param>
    /// <param name="Place">Where, in words.</param>
    internal sealed record PlannedActivityBody(GroupActivityKind? Kind, DateOnly? On, string? At, string? Until, string? Title, string? Place);

    public static void MapChangePlannedActivity(this IEndpointRouteBuilder activities) => activities
        .MapPut("/planned/{id:guid}", Handle)
        .WithName("changePlannedActivity")
        .WithSummary("Move or correct a planned group activity with the appointments of everybody expected")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, PlannedActivityBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangePlannedActivity(id, match.Version, body.Kind, body.On, body.At, body.Until, body.Title, body.Place), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangePlannedActivityValidator(TimeProvider clock) : PlansActivity<ChangePlannedActivity>(clock);

internal sealed class ChangePlannedActivityHandler(PlannedActivities planned) : IRequestHandler<ChangePlannedActivity, Unit>
{
    public async Task<Unit> Handle(ChangePlannedActivity request, CancellationToken cancellationToken)
    {
        await planned.ChangeAsync(request.Id, request.Version, request, cancellationToken);
        return Unit.Value;
    }
}
