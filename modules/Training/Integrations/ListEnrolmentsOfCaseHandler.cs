using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Training.Integrations;

/// <summary>Tells the courses of a case: confirmed places, finished ones, and those left after at least one lesson.</summary>
internal sealed class ListEnrolmentsOfCaseHandler(IDbSession db) : IRequestHandler<ListEnrolmentsOfCase, IReadOnlyList<EnrolmentOfCase>>
{
    private const string Select = """
        select n.id as EnrolmentId, c.title as CourseTitle,
               case when e.state in ('running', 'ended') then 1 else 0 end as Begun,
               case when n.state = 'completed' then 1 else 0 end as Completed,
               case when n.state = 'withdrawn' then 1 else 0 end as Withdrawn,
               e.starts_on as StartsOn, e.ends_on as EndsOn
        from   training_enrolment n
        join   training_course_edition e on e.id = n.edition_id
        join   training_course c on c.id = e.course_id
        where  n.case_id = @CaseId and e.state <> 'cancelled'
               and (n.state in ('confirmed', 'completed') or (n.state = 'withdrawn' and exists (select 1 from training_attendance a where a.enrolment_id = n.id)))
        order by e.starts_on, n.id
        """;

    public Task<IReadOnlyList<EnrolmentOfCase>> Handle(ListEnrolmentsOfCase request, CancellationToken cancellationToken) =>
        db.QueryAsync<EnrolmentOfCase>(Select, new { request.CaseId }, cancellationToken);
}
