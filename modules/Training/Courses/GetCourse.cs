using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Training.Courses;

/// <summary>One course.</summary>
internal sealed record GetCourse(Guid Id) : IQuery<Course>;

internal static class GetCourseEndpoint
{
    public static void MapGetCourse(this IEndpointRouteBuilder courses) => courses
        .MapGet("/{id:guid}", Handle)
        .WithName("getCourse")
        .WithSummary("Read a course")
        .RequireRight(TrainingModule.Read);

    private static async Task<VersionedOk<Course>> Handle(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetCourse(id), ct));
}

internal sealed class GetCourseHandler(IDbSession db) : IRequestHandler<GetCourse, Course>
{
    private const string Select = """
        select c.id as Id, c.title as Title, c.topic as Topic, c.description as Description, c.planned_hours as PlannedHours, c.certificate as Certificate,
               (select count(*) from training_course_edition e where e.course_id = c.id) as Editions, c.version as Version
        from   training_course c
        where  c.id = @Id
        """;

    public async Task<Course> Handle(GetCourse request, CancellationToken cancellationToken) =>
        await db.FindAsync<Course>(Select, new { request.Id }, cancellationToken) ?? throw new NotFoundException("course");
}
