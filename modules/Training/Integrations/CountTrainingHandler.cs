using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Training.Integrations;

/// <summary>Counts what was done in a year; nothing of it is stored. A cancelled edition is no course, however many lessons it began with.</summary>
internal sealed class CountTrainingHandler(IDbSession db) : IRequestHandler<CountTraining, TrainingYear>
{
    private const string Select = """
        with held as (
            select s.edition_id, sum(s.to_minute - s.from_minute) as minutes
            from   training_session s
            join   training_course_edition c on c.id = s.edition_id
            where  s.state = 'held' and c.state <> 'cancelled' and s.held_on >= @First and s.held_on <= @Last
            group by s.edition_id
        )
        select count(*) as Courses,
               coalesce(sum(case when e.job_employer is null then 0 else 1 end), 0) as CoursesWithGuaranteedJob,
               coalesce(sum(h.minutes), 0) as Minutes,
               (select count(*) from training_enrolment n where n.state in ('confirmed', 'completed') and n.edition_id in (select edition_id from held)) as Participants,
               (select count(*) from training_enrolment n where n.state in ('confirmed', 'completed') and n.hired_on is not null and n.edition_id in (select edition_id from held)) as HiredAfterwards
        from   held h
        join   training_course_edition e on e.id = h.edition_id
        """;

    public async Task<TrainingYear> Handle(CountTraining request, CancellationToken cancellationToken) =>
        (await db.FindAsync<TrainingYear>(Select, new { First = new DateOnly(request.Year, 1, 1), Last = new DateOnly(request.Year, 12, 31) }, cancellationToken))!;
}
