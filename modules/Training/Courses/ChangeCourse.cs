using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Courses;

/// <summary>Changes what is written of a course.</summary>
internal sealed record ChangeCourse(Guid Id, int Version, string Title, CourseTopic Topic, string? Description, int PlannedHours, string? Certificate) : ICommand, ICourseData;

internal static class ChangeCourseEndpoint
{
    public static void MapChangeCourse(this IEndpointRouteBuilder courses) => courses
        .MapPut("/{id:guid}", Handle)
        .WithName("changeCourse")
        .WithSummary("Change a course")
        .RequireRight(TrainingModule.Write);

    private static async Task<NoContent> Handle(Guid id, CreateCourse body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeCourse(id, match.Version, body.Title, body.Topic, body.Description, body.PlannedHours, body.Certificate), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeCourseValidator : AbstractValidator<ChangeCourse>
{
    public ChangeCourseValidator() => Include(new CourseDataValidator());
}

internal sealed class ChangeCourseHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<ChangeCourse, Unit>
{
    private const string Exists = "select count(*) from training_course where id = @Id";

    private const string Update = """
        update training_course
        set    title = @Title, sort_title = @SortTitle, topic = @Topic, description = @Description, planned_hours = @PlannedHours,
               certificate = @Certificate, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<Unit> Handle(ChangeCourse course, CancellationToken cancellationToken)
    {
        audit.Changes("course", course.Id);
        var changed = await db.ExecuteAsync(
            Update,
            new
            {
                course.Id, course.Version, Title = course.Title.Trim(), SortTitle = SearchText.Normalize(course.Title), Topic = course.Topic.Code(), course.Description, course.PlannedHours,
                course.Certificate,
            },
            cancellationToken);
        if (changed == 0)
        {
            throw await db.ScalarAsync<int>(Exists, new { course.Id }, cancellationToken) == 0 ? new NotFoundException("course") : new StaleVersionException();
        }

        return Unit.Value;
    }
}
