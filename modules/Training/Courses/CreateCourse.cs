using FluentValidation;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Courses;

/// <summary>Adds a course to the offer.</summary>
/// <param name="Title">As people call it.</param>
/// <param name="Description">What is taught.</param>
/// <param name="Certificate">Certificate that whoever passes gets, in words.</param>
internal sealed record CreateCourse(string Title, CourseTopic Topic, string? Description, int PlannedHours, string? Certificate) : ICommand<CreatedCourse>, ICourseData;

internal sealed record CreatedCourse(Guid Id);

internal static class CreateCourseEndpoint
{
    public static void MapCreateCourse(this IEndpointRouteBuilder courses) => courses
        .MapPost("/", Handle)
        .WithName("createCourse")
        .WithSummary("Add a course")
        .RequireRight(TrainingModule.Write);

    private static async Task<Created<CreatedCourse>> Handle(CreateCourse body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/courses/{created.Id}", created);
    }
}

internal sealed class CreateCourseValidator : AbstractValidator<CreateCourse>
{
    public CreateCourseValidator() => Include(new CourseDataValidator());
}

internal sealed class CreateCourseHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateCourse, CreatedCourse>
{
    private const string Insert = """
        insert into training_course (id, title, sort_title, topic, description, planned_hours, certificate, created_at, version)
        values (@Id, @Title, @SortTitle, @Topic, @Description, @PlannedHours, @Certificate, @Now, 1)
        """;

    public async Task<CreatedCourse> Handle(CreateCourse course, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        audit.Changes("course", id);
        await db.ExecuteAsync(
            Insert,
            new
            {
                Id = id, Title = course.Title.Trim(), SortTitle = SearchText.Normalize(course.Title), Topic = course.Topic.Code(), course.Description, course.PlannedHours, course.Certificate, Now = now,
            },
            cancellationToken);
        return new(id);
    }
}
