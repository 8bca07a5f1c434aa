using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Needs;

/// <summary>Closes a need: a place was found, or it is not looked for any more. What was proposed for it stays to be answered.</summary>
internal sealed record CloseNeed(Guid Id, NeedCloseReason? Reason) : ICommand;

internal sealed record NeedClosure(NeedCloseReason? Reason);

internal static class CloseNeedEndpoint
{
    public static void MapCloseNeed(this IEndpointRouteBuilder needs) => needs
        .MapPost("/{id:guid}/closure", Handle)
        .WithName("closePlacementNeed")
        .WithSummary("Close a need")
        .RequireRight(CompanyNetworkModule.AnswerReferrals);

    private static async Task<NoContent> Handle(Guid id, NeedClosure body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CloseNeed(id, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CloseNeedValidator : AbstractValidator<CloseNeed>
{
    public CloseNeedValidator() => RuleFor(closure => closure.Reason).NotNull().IsInEnum();
}

internal sealed class CloseNeedHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<CloseNeed, Unit>
{
    private const string Close = "update company_network_need set closed_at = @At, closed_by = @By, close_reason = @Reason, version = version + 1 where id = @Id and closed_at is null";

    public async Task<Unit> Handle(CloseNeed request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<NeedRow>(NeedRow.SelectById, new { request.Id }, cancellationToken);
        if (row is null || (row.OpenedBy != user.Id && !user.Roles.Contains(Role.Coordinator)))
        {
            throw new NotFoundException("need");
        }

        ClosedNeedIsNotAnswered.Check(row.ClosedAt);
        audit.Changes("placement-need", row.Id);
        await db.ExecuteAsync(Close, new { row.Id, At = clock.GetUtcNow(), By = user.Id, Reason = request.Reason!.Value.Code() }, cancellationToken);
        return Unit.Value;
    }
}
