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

    // Read after the edition's line is moved: who comes second sees what the first one did.
    private const string SelectQueue = """
        select (select count(*) from training_enrolment n where n.edition_id = @EditionId and n.state = 'enrolled') as Enrolled,
               (select count(*) from training_enrolment n
                where  n.edition_id = @EditionId and n.state = 'waiting' and (n.enrolled_at < m.enrolled_at or (n.enrolled_at = m.enrolled_at and n.id < m.id))) as Before,
               e.places - e.places_taken as Free
        from   training_enrolment m
        join   training_course_edition e on e.id = m.edition_id
        where  m.id = @Id
        """;

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
            throw new RuleBrokenException("enrolment.no-place", enrolment.State is EnrolmentState.Waiting
                ? new Words(
                    "I {0} posti sono tutti confermati: la persona resta in attesa e può entrare se qualcuno si ritira o se i posti aumentano.",
                    "All {0} places are confirmed: the person keeps waiting and can come in when somebody withdraws or places are added.").With(enrolment.Places)
                : new Words(
                    "I {0} posti sono tutti confermati: la persona resta iscritta e può entrare se qualcuno si ritira o se i posti aumentano.",
                    "All {0} places are confirmed: the person stays enrolled and can come in when somebody withdraws or places are added.").With(enrolment.Places));
        }

        if (enrolment.State is EnrolmentState.Waiting)
        {
            await CheckTurnAsync(enrolment, cancellationToken);
        }

        // Two confirmations of the same person at once: the second finds nothing to change and gives its place back with the whole transaction.
        return await db.ExecuteAsync(Update, new { request.Id }, cancellationToken) == 1
            ? Unit.Value
            : throw (enrolment with { State = EnrolmentState.Confirmed }).WrongState();
    }

    /// <summary>Whoever is enrolled holds a place until confirmed or withdrawn; what is left goes to those who wait, in their order. The place at hand is taken already.</summary>
    private async Task CheckTurnAsync(EnrolmentAt enrolment, CancellationToken ct)
    {
        var queue = (await db.FindAsync<Queue>(SelectQueue, new { enrolment.EditionId, enrolment.Id }, ct))!;
        if (queue.Free + 1 <= queue.Enrolled)
        {
            throw new RuleBrokenException("enrolment.places-held", new Words(
                "I posti liberi sono tenuti da chi è già iscritto ({0}): prima si confermano o si ritirano quelle iscrizioni, poi entra chi è in attesa.",
                "The free places are held by those who are enrolled ({0}): confirm or withdraw those first, then those who wait come in.").With(queue.Enrolled));
        }

        if (queue.Before > 0)
        {
            throw new RuleBrokenException("enrolment.others-first", new Words(
                "Prima di questa persona ne attendono altre {0}: si entra in ordine. Chi non è più interessato si ritira dalla lista.",
                "{0} others wait before this person: they come in in order. Whoever is not interested any more is withdrawn from the list.").With(queue.Before));
        }
    }

    private sealed record Queue(int Enrolled, int Before, int Free);
}
