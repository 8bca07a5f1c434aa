using InclusionPlatform.Shared;

namespace InclusionPlatform.Training.Contracts;

/// <summary>
/// The courses in which a case has or had a place, for the progress of its plan. Whoever sends this has let the asker in already: need to know of cases is the asking module's own. One
/// statement.
/// </summary>
/// <param name="CaseId">The case.</param>
public sealed record ListEnrolmentsOfCase(Guid CaseId) : IQuery<IReadOnlyList<EnrolmentOfCase>>;

/// <summary>A place in a course.</summary>
/// <param name="EnrolmentId">The enrolment.</param>
/// <param name="CourseTitle">The course.</param>
/// <param name="Begun">Whether the edition has begun.</param>
/// <param name="Completed">Whether the person finished it.</param>
/// <param name="Withdrawn">Whether the person left after having attended.</param>
/// <param name="StartsOn">First day of the edition.</param>
/// <param name="EndsOn">Last day of the edition.</param>
public sealed record EnrolmentOfCase(Guid EnrolmentId, string CourseTitle, bool Begun, bool Completed, bool Withdrawn, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>Until when each case has a confirmed place in a course that is not over. Whoever sends this has let the asker in already. One statement for each fifty cases.</summary>
/// <param name="CaseIds">However many; a case without such a place is left out.</param>
public sealed record PlacesInCourses(IReadOnlyCollection<Guid> CaseIds) : IQuery<IReadOnlyList<PlaceInCourse>>;

/// <summary>A case in a course.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Until">Last day of its latest course.</param>
public sealed record PlaceInCourse(Guid CaseId, DateOnly Until);

/// <summary>A case got, left or finished a place in a course.</summary>
/// <param name="CaseId">The case.</param>
public sealed record PlaceInCourseChanged(Guid CaseId) : IEvent;
