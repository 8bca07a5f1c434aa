using InclusionPlatform.Training.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Sessions;

/// <summary>Who was at a lesson, by enrolment.</summary>
internal sealed record GetAttendance(Guid EditionId, Guid SessionId) : IQuery<Attendance>;

/// <summary>Who was at a lesson.</summary>
/// <param name="RecordedAt">When it was written, or null.</param>
/// <param name="Present">Enrolments of those who were there.</param>
internal sealed record Attendance(DateTimeOffset? RecordedAt, IReadOnlyList<Guid> Present);

internal static class GetAttendanceEndpoint
{
    public static void MapGetAttendance(this IEndpointRouteBuilder editions) => editions
        .MapGet("/{editionId:guid}/sessions/{sessionId:guid}/attendance", Handle)
        .WithName("getAttendance")
        .WithSummary("Read who was at a lesson")
        .RequireRight(TrainingModule.Write);

    private static async Task<Ok<Attendance>> Handle(Guid editionId, Guid sessionId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetAttendance(editionId, sessionId), ct));
}

internal sealed class GetAttendanceHandler(IDbSession db, EditionAccess access, IAuditTrail audit) : IRequestHandler<GetAttendance, Attendance>
{
    private const string SelectSession = "select id as Id, attendance_at as AttendanceAt from training_session where id = @SessionId and edition_id = @EditionId";

    private const string SelectPresent = "select enrolment_id from training_attendance where session_id = @SessionId order by enrolment_id";

    public async Task<Attendance> Handle(GetAttendance request, CancellationToken cancellationToken)
    {
        await access.RequireRunsAsync(request.EditionId, cancellationToken);
        var session = await db.FindAsync<Held>(SelectSession, new { request.SessionId, request.EditionId }, cancellationToken) ?? throw new NotFoundException("training-session");
        audit.Reads("training-session", request.SessionId, "read-attendance");
        return new(session.AttendanceAt, await db.QueryAsync<Guid>(SelectPresent, new { request.SessionId }, cancellationToken));
    }

    private sealed record Held(Guid Id, DateTimeOffset? AttendanceAt);
}
