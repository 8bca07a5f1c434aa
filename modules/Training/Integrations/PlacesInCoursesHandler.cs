using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Training.Integrations;

/// <summary>Tells, for many cases at once, until when they have a place in a course.</summary>
internal sealed class PlacesInCoursesHandler(IDbSession db) : IRequestHandler<PlacesInCourses, IReadOnlyList<PlaceInCourse>>
{
    private const string Select = $"""
        select n.case_id as CaseId, max(e.ends_on) as Until
        from   training_enrolment n
        join   training_course_edition e on e.id = n.edition_id
        where  n.state = 'confirmed' and e.state not in ('ended', 'cancelled') and n.case_id in {Batches.Keys}
        group by n.case_id
        """;

    public Task<IReadOnlyList<PlaceInCourse>> Handle(PlacesInCourses request, CancellationToken cancellationToken) =>
        db.QueryInBatchesAsync<Guid, PlaceInCourse>(Select, request.CaseIds, null, cancellationToken);
}
