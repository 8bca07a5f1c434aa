using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>Where somebody stands towards work at the entry.</summary>
internal enum EntryEmployment
{
    /// <summary>Without work, available and looking for it.</summary>
    Unemployed,

    /// <summary>Without work and not looking for it, who studies included.</summary>
    Inactive,

    /// <summary>Works, also for themselves.</summary>
    Employed,
}

/// <summary>An answer that nobody is obliged to give.</summary>
internal enum Answer
{
    Yes,
    No,

    /// <summary>Was asked, and does not say: counts as no and is not asked again.</summary>
    NotSaid,
}

/// <summary>What is known of a result.</summary>
internal enum ResultState
{
    /// <summary>Not yet to be asked.</summary>
    NotYet,

    /// <summary>To be asked.</summary>
    Due,
    Known,
}

/// <summary>What of the entry is kept encrypted: Reg. EU 2021/1057 annex I, EECO12-16.</summary>
internal sealed record SpecialAnswers(Answer? Disability, Answer? ThirdCountry, Answer? ForeignBackground, Answer? Minority, Answer? HousingExclusion);

/// <summary>What the file, or an earlier entry, knows already; null is what has to be asked.</summary>
internal sealed record KnownEntry(
    DateOnly? UnemployedSince, string? Education, Answer? Disability, Answer? ThirdCountry, Answer? ForeignBackground, Answer? Minority, Answer? HousingExclusion);

/// <summary>What is asked at the entry.</summary>
internal sealed record EntryAnswers(
    DateOnly? EnteredOn, EntryEmployment? Employment, DateOnly? UnemployedSince, string? Education, Answer? Disability, Answer? ThirdCountry, Answer? ForeignBackground, Answer? Minority,
    Answer? HousingExclusion, Answer? Rural);

/// <summary>The entry as it would be written today. Who comes back is asked nothing: the first entry counts.</summary>
internal sealed record EntryView(Gender Gender, int Age, KnownEntry Known, bool Returning, DateOnly ProgrammeStartsOn, DateOnly ProgrammeEndsOn);

/// <summary>
/// A participant in a list. Who sees nothing of the person reads number and days.
/// </summary>
/// <param name="Number">The candidate's number in the selection.</param>
/// <param name="DisplayName">Whole name; null for who has no need to know it.</param>
/// <param name="LeftOn">Day on which the person left; null while they take part.</param>
internal sealed record ListedParticipation(
    Guid Id, int Version, int Number, Sight Sight, string? DisplayName, Guid? BeneficiaryId, DateOnly EnteredOn, DateOnly? LeftOn, ResultState Leaving, ResultState SixMonths);

/// <summary>A participation of a person, for the équipe.</summary>
/// <param name="LeftOn">Day on which the person left; null while they take part.</param>
/// <param name="Qualification">Whether the person gained a qualification; null until it is written.</param>
/// <param name="Improved">Whether the person is better off six months after; null until it is written.</param>
internal sealed record PersonParticipation(
    Guid Id, int Version, Guid ProgrammeId, string ProgrammeName, DateOnly EnteredOn, DateOnly? LeftOn, FollowUpSituation? Situation, bool? Qualification, FollowUpSituation? SixMonthsSituation, bool? Improved,
    ResultState Leaving, ResultState SixMonths);

/// <summary>What is known of an exit on that day: null is what has to be asked.</summary>
/// <param name="Qualification">Whether the person gained a qualification; null is to be asked.</param>
internal sealed record LeavingView(int Version, DateOnly EnteredOn, FollowUpSituation? Situation, bool? Qualification) : IVersioned;

/// <summary>How many participants an indicator counts. Null is a number that would tell of few.</summary>
/// <param name="Code">Code of the common indicator.</param>
/// <param name="Women">How many women; null where so few would tell who they are.</param>
/// <param name="Men">How many men; null where so few would tell who they are.</param>
/// <param name="NonBinary">How many others; null where so few would tell who they are.</param>
/// <param name="Total">How many in all; null where so few would tell who they are.</param>
internal sealed record IndicatorCount(string Code, int? Women, int? Men, int? NonBinary, int? Total);

/// <summary>The common indicators of a programme.</summary>
internal sealed record IndicatorsView(IReadOnlyList<IndicatorCount> Items);
