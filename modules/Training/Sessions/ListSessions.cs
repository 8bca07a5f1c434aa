using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Sessions;

/// <summary>The lessons of an edition, in their order.</summary>
internal sealed record ListSessions(Guid EditionId) : IQuery<Page<Session>>;

internal static class ListSessionsEndpoint
{
    public static void MapListSessions(this IEndpointRouteBuilder editions) => editions
        .MapGet("/{editionId:guid}/sessions", Handle)
        .WithName("listSessions")
        .WithSummary("List the lessons of an edition")
        .RequireRight(TrainingModule.Read);

    private static async Task<Ok<Page<Session>>> Handle(Guid editionId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSessions(editionId), ct));
}

internal sealed class ListSessionsHandler(IDbSession db) : IRequestHandler<ListSessions, Page<Session>>
{
    private const string Exists = "select count(*) from training_course_edition where id = @EditionId";

    private const string Select = """
        select s.id as Id, s.held_on as Day, s.from_minute as FromMinute, s.to_minute as ToMinute, s.topic as Topic, s.state as State, s.attendance_at as AttendanceAt,
               (select count(*) from training_attendance a where a.session_id = s.id) as Present
        from   training_session s
        where  s.edition_id = @EditionId
        order by s.held_on, s.from_minute, s.id
        """;

    public async Task<Page<Session>> Handle(ListSessions request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(Exists, new { request.EditionId }, cancellationToken) == 0)
        {
            throw new NotFoundException("course-edition");
        }

        var rows = await db.QueryAsync<Row>(Select, new { request.EditionId }, cancellationToken);
        return new(
            [.. rows.Select(row => new Session(
                row.Id, row.Day, TimeOfDay.Write(row.FromMinute), TimeOfDay.Write(row.ToMinute), row.ToMinute - row.FromMinute, row.Topic, row.State, row.AttendanceAt, row.Present))],
            null,
            rows.Count);
    }

    private sealed record Row(Guid Id, DateOnly Day, int FromMinute, int ToMinute, string? Topic, SessionState State, DateTimeOffset? AttendanceAt, int Present);
}
