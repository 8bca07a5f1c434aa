using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Editions;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Gives a place to somebody who asked or waits. Never more people than places, however many confirm at once.</summary>
internal sealed record ConfirmEnrolment(Guid Id) : ICommand;

internal static class ConfirmEnrolmentEndpoint
{
    public static void MapConfirmEnrolment(this IEndpointRouteBuilder enrolments) => enrolments
        .MapPost("/{id:guid}/confirmation", Handle)
        .WithName("confirmEnrolment")
        .WithSummary("Give a participant a place")
        .RequireRight(TrainingModule.Write);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ConfirmEnrolment(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ConfirmEnrolmentHandler(IDbSession db, EditionAccess access, IEvents events, IAuditTrail audit) : IRequestHandler<ConfirmEnrolment, Unit>
{
    private const string TakePlace = "update training_course_edition set places_taken = places_taken + 1 where id = @EditionId and places_taken < places";

    private const string Update = "update training_enrolment set state = 'confirmed', version = version + 1 where id = @Id and state in ('enrolled', 'waiting')";

    public async Task<Unit> Handle(ConfirmEnrolment request, CancellationToken cancellationToken)
    {
        var enrolment = await EnrolmentAt.FindAsync(db, access, request.Id, cancellationToken);
        if (enrolment.State is not (EnrolmentState.Enrolled or EnrolmentState.Waiting))
        {
            throw enrolment.WrongState();
        }

        if (enrolment.EditionState is EditionState.Ended or EditionState.Cancelled)
        {
            EditionIsOpen.Check(enrolment.EditionState);
        }

        audit.Changes("enrolment", request.Id);
        enrolment.Tell(events);
        if (await db.ExecuteAsync(TakePlace, new { enrolment.EditionId }, cancellationToken) == 0)
        {
            throw new RuleBrokenException("enrolment.no-place", new Words(
                "I {0} posti sono tutti confermati: la persona resta in attesa e può entrare se qualcuno si ritira o se i posti aumentano.",
                "All {0} places are confirmed: the person keeps waiting and can come in when somebody withdraws or places are added.").With(enrolment.Places));
        }

        // Two confirmations of the same person at once: the second finds nothing to change and gives its place back with the whole transaction.
        return await db.ExecuteAsync(Update, new { request.Id }, cancellationToken) == 1
            ? Unit.Value
            : throw (enrolment with { State = EnrolmentState.Confirmed }).WrongState();
    }
}
