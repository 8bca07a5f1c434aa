using FluentValidation;
using InclusionPlatform.Training.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Sessions;

/// <summary>Writes who was at a lesson, in the place of what was written before; the lesson counts as held.</summary>
internal sealed record RecordAttendance(Guid EditionId, Guid SessionId, IReadOnlyList<Guid> Present) : ICommand;

internal static class RecordAttendanceEndpoint
{
    /// <param name="Present">Ids of the enrolments that were there; the others were not.</param>
    internal sealed record AttendanceBody(IReadOnlyList<Guid> Present);

    public static void MapRecordAttendance(this IEndpointRouteBuilder editions) => editions
        .MapPut("/{editionId:guid}/sessions/{sessionId:guid}/attendance", Handle)
        .WithName("recordAttendance")
        .WithSummary("Write who was at a lesson")
        .RequireRight(TrainingModule.Write);

    private static async Task<NoContent> Handle(Guid editionId, Guid sessionId, AttendanceBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordAttendance(editionId, sessionId, body.Present), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordAttendanceValidator : AbstractValidator<RecordAttendance>
{
    public RecordAttendanceValidator() => RuleFor(attendance => attendance.Present).NotNull().HasAtMost(500);
}

internal sealed class RecordAttendanceHandler(IDbSession db, EditionAccess access, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RecordAttendance, Unit>
{
    private const string SelectSession = "select held_on as Day, state as State from training_session where id = @SessionId and edition_id = @EditionId";

    private const string SelectParticipants = "select id from training_enrolment where edition_id = @EditionId and state in ('confirmed', 'completed') order by id";

    private const string Delete = "delete from training_attendance where session_id = @SessionId";

    private const string Insert = "insert into training_attendance (session_id, enrolment_id) values (@SessionId, @EnrolmentId)";

    private const string Update = "update training_session set state = 'held', attendance_at = @Now where id = @SessionId";

    public async Task<Unit> Handle(RecordAttendance request, CancellationToken cancellationToken)
    {
        await access.RequireRunsAsync(request.EditionId, cancellationToken);
        var session = await db.FindAsync<Held>(SelectSession, new { request.SessionId, request.EditionId }, cancellationToken) ?? throw new NotFoundException("training-session");
        if (session.State == SessionState.Cancelled)
        {
            throw new RuleBrokenException("session.cancelled", new("La lezione è annullata: non ha presenze.", "The lesson is cancelled: nobody was there."));
        }

        SessionIsOver.Check(session.Day, clock.Today());
        var present = request.Present.ToHashSet();
        if (!present.IsSubsetOf(await db.QueryAsync<Guid>(SelectParticipants, new { request.EditionId }, cancellationToken)))
        {
            throw new FieldException("present", "attendance.not-confirmed", new(
                "Tra i presenti c'è chi non ha un posto confermato in questa edizione: confermare prima l'iscrizione.",
                "Among those present somebody has no confirmed place in this edition: confirm the enrolment first."));
        }

        audit.Changes("training-session", request.SessionId);
        await db.ExecuteAsync(Delete, new { request.SessionId }, cancellationToken);
        if (present.Count > 0)
        {
            await db.ExecuteAsync(Insert, present.Select(enrolment => new { request.SessionId, EnrolmentId = enrolment }), cancellationToken);
        }

        await db.ExecuteAsync(Update, new { request.SessionId, Now = clock.GetUtcNow() }, cancellationToken);
        return Unit.Value;
    }

    private sealed record Held(DateOnly Day, SessionState State);
}
