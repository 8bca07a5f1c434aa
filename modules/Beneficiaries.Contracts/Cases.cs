using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>What an internship must know of the case it is for. Answers only to who is on the case's équipe, otherwise <c>case.not-found</c>.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="StartsWork">
/// Something new begins for the person: refused (<c>beneficiary.only-kept</c>, 409) while they asked that their data are only kept (Reg. EU 2016/679 art. 18).
/// </param>
public sealed record FindCase(Guid CaseId, bool StartsWork = false) : IQuery<CaseFacts>;

/// <summary>What other modules may know of a case: no health or penal datum, only what rules need.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="HasDisability">An attestation in force says so (L. 68/99 or L. 381/91 art. 4): longer durations, outside quotas.</param>
/// <param name="IsDisadvantaged">Any other attested disadvantage is in force.</param>
/// <param name="OpenedOn">Day of taking charge.</param>
/// <param name="ClosedOn">Day of closure, or null while open.</param>
/// <param name="CaseManagerId">Account of who answers for the case.</param>
public sealed record CaseFacts(
    Guid CaseId, Guid BeneficiaryId, string DisplayName, DateOnly BirthDate, bool HasDisability, bool IsDisadvantaged, DateOnly OpenedOn, DateOnly? ClosedOn, Guid CaseManagerId);

/// <summary>The cases that whoever asks may see, so that other modules show no more.</summary>
/// <param name="Among">Only of these: whoever shows a page asks about its rows. Null for all, which of a coordinator are nearly everybody's.</param>
public sealed record ListVisibleCases(IReadOnlyCollection<Guid>? Among = null) : IQuery<IReadOnlyList<VisibleCase>>;

/// <summary>The few cases of whoever sees only those of the own équipes; null for coordinators and the platform itself, who see too many to look at them all.</summary>
public sealed record ListCasesOfOwnTeams : IQuery<IReadOnlyList<VisibleCase>?>;

/// <summary>The cases that whoever asks may see and whose person is called so: every word begins a word of the name.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Most">At most so many, by name.</param>
public sealed record FindVisibleCases(string Text, int Most) : IQuery<IReadOnlyList<VisibleCase>>;

/// <summary>A case that may be seen.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Cognome Nome.</param>
/// <param name="CaseManagerId">Account of who answers for the case.</param>
/// <param name="InFull">Whether whoever asks sees the person in full, being on the équipe or by an emergency access; otherwise only that the person is followed, and by whom.</param>
public sealed record VisibleCase(Guid CaseId, Guid BeneficiaryId, string DisplayName, Guid CaseManagerId, bool InFull);

/// <summary>
/// Counts for statistics: nobody can be recognised. Who the person is is not looked at where they object to statistics, or to every use, or asked that their data are only kept
/// (Reg. EU 2016/679 art. 21 and 18).
/// </summary>
/// <param name="CaseIds">The cases to count; a case named twice counts twice.</param>
public sealed record CountCases(IReadOnlyList<Guid> CaseIds) : IQuery<CaseCounts>;

/// <summary>Counts over cases.</summary>
/// <param name="Women">Cases of women.</param>
/// <param name="FromAddictionServices">Cases of people in charge of the addiction services (SerD).</param>
/// <param name="LeftOut">Cases in neither count, because their people object or asked that their data are only kept.</param>
public sealed record CaseCounts(int Women, int FromAddictionServices, int LeftOut);

/// <summary>The partner bodies that referred somebody whose case was open in the year.</summary>
/// <param name="Year">Calendar year.</param>
public sealed record ListReferringBodies(int Year) : IQuery<IReadOnlyList<Guid>>;
