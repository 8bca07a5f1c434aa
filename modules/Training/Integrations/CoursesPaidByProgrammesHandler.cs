using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Training.Integrations;

/// <summary>Tells which programme pays which place in a course.</summary>
internal sealed class CoursesPaidByProgrammesHandler(IDbSession db) : IRequestHandler<CoursesPaidByProgrammes, IReadOnlyList<CoursePaid>>
{
    private const string Select = $"""
        select n.id as EnrolmentId, e.programme_id as ProgrammeId, e.starts_on as StartsOn, e.ends_on as EndsOn
        from   training_enrolment n
        join   training_course_edition e on e.id = n.edition_id
        where  e.programme_id is not null and e.state <> 'cancelled' and n.state <> 'withdrawn' and n.case_id in {Batches.Keys}
        """;

    public Task<IReadOnlyList<CoursePaid>> Handle(CoursesPaidByProgrammes request, CancellationToken cancellationToken) =>
        db.QueryInBatchesAsync<Guid, CoursePaid>(Select, request.CaseIds, null, cancellationToken);
}
