using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Training.Sessions;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Training.Integrations;

/// <summary>The lessons that a trainer holds, in the calendar of their telephone: course, hours and place, as the public page of the course tells them. Nobody who takes part is named.</summary>
internal sealed class LessonCalendar(IDbSession db, IOptions<ServiceOptions> service) : ICalendarSource
{
    private const int Most = 1000;

    private const string Select = """
        select s.id as Id, s.edition_id as EditionId, c.title as Title, s.held_on as Day, s.from_minute as FromMinute, s.to_minute as ToMinute, e.address as Address,
               e.municipality_istat as MunicipalityIstat, s.state as State, s.created_at as CreatedAt
        from   training_session s
        join   training_course_edition e on e.id = s.edition_id
        join   training_course c on c.id = e.course_id
        where  e.trainer_id = @Me and s.held_on >= @From and s.held_on <= @To
        order by s.held_on, s.from_minute, s.id
        """;

    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(ICurrentUser user, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!user.Has(TrainingModule.Write))
        {
            return [];
        }

        var lessons = await db.TopAsync<Row>(Select, new { Me = user.Id, From = from, To = to }, Most, ct);
        return [.. lessons.Select(lesson => new CalendarEntry
        {
            Uid = $"lesson-{lesson.Id}@inclusion-platform",
            Summary = lesson.Title,
            Start = StartOf(lesson),
            End = StartOf(lesson).AddMinutes(lesson.ToMinute - lesson.FromMinute),
            Location = string.Join(", ", new[] { lesson.Address, Municipalities.ByIstat(lesson.MunicipalityIstat)?.Name }.Where(part => !string.IsNullOrWhiteSpace(part))),
            Url = service.Value.Link($"/training/editions/{lesson.EditionId}"),
            ModifiedAt = lesson.CreatedAt,
            IsCancelled = lesson.State is SessionState.Cancelled,
            Sequence = lesson.State is SessionState.Cancelled ? 1 : 0,
        })];

        static DateTimeOffset StartOf(Row lesson) => lesson.Day.AtInItaly(TimeOnly.MinValue.AddMinutes(lesson.FromMinute));
    }

    private sealed record Row(
        Guid Id, Guid EditionId, string Title, DateOnly Day, int FromMinute, int ToMinute, string? Address, string MunicipalityIstat, SessionState State, DateTimeOffset CreatedAt);
}
