using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>
/// Sent inside the command that lets a programme pay an internship, before it writes: holds programme and person until the command is over, and refuses with
/// <c>programme.double-funding</c> (409) when another programme has assigned money for the same internship, or the same allowance for overlapping days (Reg. EU 2021/1060 art. 63(9)).
/// Whoever sends this has let the asker in already.
/// </summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="BeneficiaryId">Whose it is.</param>
/// <param name="ProgrammeId">The programme that is to pay.</param>
/// <param name="StartsOn">First day of the internship.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record DemandFundedOnce(Guid InternshipId, Guid BeneficiaryId, Guid ProgrammeId, DateOnly StartsOn, DateOnly EndsOn) : ICommand;

/// <summary>
/// Sent inside the command that lets a programme pay an edition of a course, before it writes: holds programme and people until the command is over, and refuses with
/// <c>programme.double-funding</c> (409) when another programme has assigned money for one of these places (Reg. EU 2021/1060 art. 63(9)). Nobody is named in the refusal. Whoever sends this has let
/// the asker in already.
/// </summary>
/// <param name="Places">The places of people on file.</param>
/// <param name="ProgrammeId">The programme that is to pay.</param>
/// <param name="StartsOn">First day of the edition.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record DemandCoursesFundedOnce(IReadOnlyList<PlaceToPay> Places, Guid ProgrammeId, DateOnly StartsOn, DateOnly EndsOn) : ICommand;

/// <summary>A place in a course.</summary>
/// <param name="EnrolmentId">The place.</param>
/// <param name="CaseId">Whose it is.</param>
public sealed record PlaceToPay(Guid EnrolmentId, Guid CaseId);
