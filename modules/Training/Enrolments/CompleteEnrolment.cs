using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Enrolments.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Says that a participant finished the course, and whether they passed.</summary>
internal sealed record CompleteEnrolment(Guid Id, bool Passed) : ICommand;

internal static class CompleteEnrolmentEndpoint
{
    /// <param name="Passed">Whether the person passed.</param>
    internal sealed record CompletionBody(bool Passed);

    public static void MapCompleteEnrolment(this IEndpointRouteBuilder enrolments) => enrolments
        .MapPost("/{id:guid}/completion", Handle)
        .WithName("completeEnrolment")
        .WithSummary("Say that a participant finished the course")
        .RequireRight(TrainingModule.Write);

    private static async Task<NoContent> Handle(Guid id, CompletionBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CompleteEnrolment(id, body.Passed), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CompleteEnrolmentHandler(IDbSession db, EditionAccess access, IEvents events, IAuditTrail audit) : IRequestHandler<CompleteEnrolment, Unit>
{
    // A completion can be corrected: who passed after all, or did not.
    private const string Update = "update training_enrolment set state = 'completed', passed = @Passed, version = version + 1 where id = @Id and state in ('confirmed', 'completed')";

    public async Task<Unit> Handle(CompleteEnrolment request, CancellationToken cancellationToken)
    {
        var enrolment = await EnrolmentAt.FindAsync(db, access, request.Id, cancellationToken);
        CourseIsFinishedWhileHeld.Check(enrolment.EditionState);
        audit.Changes("enrolment", request.Id);
        enrolment.Tell(events);
        return await db.ExecuteAsync(Update, new { request.Id, request.Passed }, cancellationToken) == 1 ? Unit.Value : throw enrolment.WrongState();
    }
}
