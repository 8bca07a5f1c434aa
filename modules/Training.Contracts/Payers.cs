using InclusionPlatform.Shared;

namespace InclusionPlatform.Training.Contracts;

/// <summary>The places in courses of these cases that a programme pays: asked for, waited for, confirmed or completed. Whoever sends this has let the asker in already. One statement for each fifty cases.</summary>
/// <param name="CaseIds">However many.</param>
public sealed record CoursesPaidByProgrammes(IReadOnlyCollection<Guid> CaseIds) : IQuery<IReadOnlyList<CoursePaid>>;

/// <summary>A place in a course with the programme that pays it.</summary>
/// <param name="EnrolmentId">The place.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="StartsOn">First day of the edition.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record CoursePaid(Guid EnrolmentId, Guid ProgrammeId, DateOnly StartsOn, DateOnly EndsOn);
