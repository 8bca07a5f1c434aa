using InclusionPlatform.Training.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Sessions;

/// <summary>Takes a lesson away that was written by mistake.</summary>
internal sealed record RemoveSession(Guid EditionId, Guid Id) : ICommand;

/// <summary>Says that a lesson is not held; it stays in the list and counts for nothing.</summary>
internal sealed record CancelSession(Guid EditionId, Guid Id) : ICommand;

internal static class RemoveSessionEndpoints
{
    public static void MapRemoveSession(this IEndpointRouteBuilder editions)
    {
        editions.MapDelete("/{editionId:guid}/sessions/{id:guid}", Remove)
            .WithName("removeSession")
            .WithSummary("Take away a lesson written by mistake")
            .RequireRight(TrainingModule.Write);
        editions.MapPost("/{editionId:guid}/sessions/{id:guid}/cancellation", Cancel)
            .WithName("cancelSession")
            .WithSummary("Say that a lesson is not held")
            .RequireRight(TrainingModule.Write);
    }

    private static async Task<NoContent> Remove(Guid editionId, Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveSession(editionId, id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Cancel(Guid editionId, Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelSession(editionId, id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveSessionHandler(IDbSession db, EditionAccess access, IAuditTrail audit) : IRequestHandler<RemoveSession, Unit>, IRequestHandler<CancelSession, Unit>
{
    private const string Delete = "delete from training_session where id = @Id and edition_id = @EditionId and attendance_at is null";

    private const string Cancel = "update training_session set state = 'cancelled' where id = @Id and edition_id = @EditionId and attendance_at is null";

    private const string Exists = "select count(*) from training_session where id = @Id and edition_id = @EditionId";

    public Task<Unit> Handle(RemoveSession request, CancellationToken cancellationToken) => RunAsync(Delete, request.EditionId, request.Id, cancellationToken);

    public Task<Unit> Handle(CancelSession request, CancellationToken cancellationToken) => RunAsync(Cancel, request.EditionId, request.Id, cancellationToken);

    private async Task<Unit> RunAsync(string sql, Guid editionId, Guid id, CancellationToken ct)
    {
        await access.RequireRunsAsync(editionId, ct);
        audit.Changes("training-session", id);
        if (await db.ExecuteAsync(sql, new { Id = id, EditionId = editionId }, ct) > 0)
        {
            return Unit.Value;
        }

        throw await db.ScalarAsync<int>(Exists, new { Id = id, EditionId = editionId }, ct) == 0
            ? new NotFoundException("training-session")
            : new RuleBrokenException("session.attended", new(
                "Per questa lezione le presenze sono già segnate: resta nel registro e non si può togliere né annullare.",
                "Who was at this lesson is written already: it stays in the register and cannot be removed or cancelled."));
    }
}
