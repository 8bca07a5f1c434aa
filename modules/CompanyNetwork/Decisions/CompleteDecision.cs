using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Decisions;

/// <summary>Ticks a decision off as done, or takes the tick back: by its owner or by whoever keeps the network.</summary>
internal sealed record CompleteDecision(Guid Id, bool Done) : ICommand;

internal static class CompleteDecisionEndpoint
{
    public static void MapCompleteDecision(this IEndpointRouteBuilder tables)
    {
        tables.MapPost("/decisions/{decisionId:guid}/completion", (Guid decisionId, IMediator mediator, CancellationToken ct) => Handle(decisionId, true, mediator, ct))
            .WithName("completeDecision").WithSummary("Tick a decision off as done").RequireRight(CompanyNetworkModule.ReadPartnerBodies);
        tables.MapDelete("/decisions/{decisionId:guid}/completion", (Guid decisionId, IMediator mediator, CancellationToken ct) => Handle(decisionId, false, mediator, ct))
            .WithName("reopenDecision").WithSummary("Take back that a decision is done").RequireRight(CompanyNetworkModule.ReadPartnerBodies);
    }

    private static async Task<NoContent> Handle(Guid decisionId, bool done, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CompleteDecision(decisionId, done), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CompleteDecisionHandler(IDbSession db, DecisionReading decisions, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<CompleteDecision, Unit>
{
    private const string Update = "update company_network_decision set version = version + 1, done_at = @DoneAt, done_by_name = @DoneBy, updated_at = @At where id = @Id";

    public async Task<Unit> Handle(CompleteDecision request, CancellationToken cancellationToken)
    {
        var known = await decisions.FindAsync(request.Id, cancellationToken);
        if (known.OwnerUserId != user.Id && !user.Has(CompanyNetworkModule.WritePartnerBodies))
        {
            throw new ForbiddenException("decision.of-somebody-else", new(
                "Questa decisione è affidata a un'altra persona: può segnarla come fatta chi se ne occupa o il coordinamento.",
                "This decision is entrusted to somebody else: its owner or the coordination may tick it off."));
        }

        // Twice the same is the same: the first tick keeps its moment.
        if (known.DoneAt is null != request.Done)
        {
            return Unit.Value;
        }

        var now = clock.GetUtcNow();
        audit.Changes("decision", request.Id);
        await db.ExecuteAsync(Update, new { request.Id, DoneAt = request.Done ? now : (DateTimeOffset?)null, DoneBy = request.Done ? user.DisplayName : null, At = now }, cancellationToken);
        return Unit.Value;
    }
}
