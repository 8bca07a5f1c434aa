using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Courses;

/// <summary>The courses by title.</summary>
internal sealed record ListCourses(string? Q, CourseTopic? Topic, string? Cursor, int Limit, bool Total) : IQuery<Page<Course>>;

internal static class ListCoursesEndpoint
{
    public static void MapListCourses(this IEndpointRouteBuilder courses) => courses
        .MapGet("/", Handle)
        .WithName("listCourses")
        .WithSummary("List the courses")
        .RequireRight(TrainingModule.Read);

    private static async Task<Ok<Page<Course>>> Handle(
        IMediator mediator, string? q, [CodeOf(typeof(CourseTopic))] string? topic, string? cursor, int? limit, bool? total, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListCourses(q, QueryCode.Read<CourseTopic>(topic, "topic"), cursor, Paging.Limit(limit), total ?? false), ct));
}

internal sealed class ListCoursesHandler(IDbSession db) : IRequestHandler<ListCourses, Page<Course>>
{
    private const string Select = """
        select c.id as Id, c.title as Title, c.topic as Topic, c.description as Description, c.planned_hours as PlannedHours, c.certificate as Certificate,
               (select count(*) from training_course_edition e where e.course_id = c.id) as Editions, c.version as Version
        from   training_course c
        where  1 = 1
        """;

    private const string Count = "select count(*) from training_course c where 1 = 1";

    private const string OfTopic = "and c.topic = @Topic";

    private const string Matching = "and c.sort_title like @Like";

    private const string After = "and c.sort_title >= @AfterTitle and (c.sort_title > @AfterTitle or c.id > @AfterId)";

    private const string Order = "order by c.sort_title, c.id";

    public async Task<Page<Course>> Handle(ListCourses request, CancellationToken cancellationToken)
    {
        var text = SearchText.Normalize(request.Q);
        var after = Paging.Decode(request.Cursor, 2);
        var args = new
        {
            Topic = request.Topic?.Code(),
            Like = $"%{text}%",
            AfterTitle = after?[0],
            AfterId = Guid.TryParse(after?[1], out var id) ? id : Guid.Empty,
        };
        int? total = request.Total
            ? await db.ScalarAsync<int>(new ListSql(Count).When(request.Topic is not null, OfTopic).When(text.Length > 0, Matching).ToString(), args, cancellationToken)
            : null;
        var rows = await db.TopAsync<Course>(
            new ListSql(Select).When(request.Topic is not null, OfTopic).When(text.Length > 0, Matching).When(after is not null, After).OrderBy(Order), args, request.Limit + 1, cancellationToken);
        return Paging.Page(rows, request.Limit, course => [SearchText.Normalize(course.Title), course.Id.ToString()], total);
    }
}
