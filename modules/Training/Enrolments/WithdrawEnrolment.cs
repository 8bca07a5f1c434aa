using InclusionPlatform.Training.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Takes somebody out; a confirmed place falls free.</summary>
internal sealed record WithdrawEnrolment(Guid Id) : ICommand;

internal static class WithdrawEnrolmentEndpoint
{
    public static void MapWithdrawEnrolment(this IEndpointRouteBuilder enrolments) => enrolments
        .MapPost("/{id:guid}/withdrawal", Handle)
        .WithName("withdrawEnrolment")
        .WithSummary("Take a participant out")
        .RequireRight(TrainingModule.Write);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawEnrolment(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WithdrawEnrolmentHandler(IDbSession db, EditionAccess access, IEvents events, IAuditTrail audit) : IRequestHandler<WithdrawEnrolment, Unit>
{
    private const string UpdateConfirmed = "update training_enrolment set state = 'withdrawn', version = version + 1 where id = @Id and state = 'confirmed'";

    private const string UpdateOthers = "update training_enrolment set state = 'withdrawn', version = version + 1 where id = @Id and state in ('enrolled', 'waiting')";

    private const string FreePlace = "update training_course_edition set places_taken = places_taken - 1 where id = @EditionId";

    public async Task<Unit> Handle(WithdrawEnrolment request, CancellationToken cancellationToken)
    {
        var enrolment = await EnrolmentAt.FindAsync(db, access, request.Id, cancellationToken);
        if (enrolment.State is EnrolmentState.Withdrawn or EnrolmentState.Completed)
        {
            throw enrolment.WrongState();
        }

        audit.Changes("enrolment", request.Id);
        enrolment.Tell(events);
        if (await db.ExecuteAsync(UpdateConfirmed, new { request.Id }, cancellationToken) == 1)
        {
            await db.ExecuteAsync(FreePlace, new { enrolment.EditionId }, cancellationToken);
            return Unit.Value;
        }

        return await db.ExecuteAsync(UpdateOthers, new { request.Id }, cancellationToken) == 1
            ? Unit.Value
            : throw (enrolment with { State = EnrolmentState.Withdrawn }).WrongState();
    }
}
