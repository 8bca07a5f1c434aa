using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships.Contracts;

/// <summary>The internships of these cases whose allowance a programme pays, those that have not begun yet included. Whoever sends this has let the asker in already. One statement for each fifty cases.</summary>
/// <param name="CaseIds">However many.</param>
public sealed record InternshipsPaidByProgrammes(IReadOnlyCollection<Guid> CaseIds) : IQuery<IReadOnlyList<InternshipPaid>>;

/// <summary>An internship with the programme that pays it.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day: the real one when it is over, else the planned one.</param>
public sealed record InternshipPaid(Guid InternshipId, Guid ProgrammeId, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>Euro cents that the allowances of internships take of a programme: on lists and still to come until the internships end. A constant number of statements.</summary>
/// <param name="ProgrammeId">The programme.</param>
public sealed record AllowancesOfProgramme(Guid ProgrammeId) : IQuery<long>;
