using System.Text.Json.Serialization;
using InclusionPlatform.Shared;

namespace InclusionPlatform.CompanyNetwork.Contracts;

/// <summary>How somebody gets to work. Kept by name wherever it is written down.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Means>))]
public enum Means
{
    /// <summary>On foot.</summary>
    OnFoot,

    /// <summary>By bicycle.</summary>
    Bicycle,

    /// <summary>By bus or train.</summary>
    PublicTransport,

    /// <summary>By moped.</summary>
    Moped,

    /// <summary>By a car of one's own.</summary>
    OwnCar,

    /// <summary>Somebody must take them.</summary>
    NeedsLift,
}

/// <summary>Which context suits.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkContext>))]
public enum WorkContext
{
    /// <summary>Any.</summary>
    Either,

    /// <summary>Only a protected one.</summary>
    Protected,

    /// <summary>A productive one.</summary>
    Productive,
}

/// <summary>How hard the work is on the body.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Effort>))]
public enum Effort
{
    /// <summary>Mostly seated, no loads.</summary>
    Low,

    /// <summary>Standing, light loads.</summary>
    Medium,

    /// <summary>Heavy loads.</summary>
    High,
}

/// <summary>Hours of a day of the week.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">First minute.</param>
/// <param name="To">Last minute, later than the first.</param>
public sealed record TimeWindow(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>
/// What matching knows of somebody: what they can and cannot do at work, never why and never who. Nothing else about a person enters this module.
/// </summary>
/// <param name="Sectors">Codes of the sectors wished.</param>
/// <param name="Municipality">ISTAT code of where they live.</param>
/// <param name="Skills">Labels of the service's list of skills.</param>
/// <param name="Means">How they can get to work; none is "not known".</param>
/// <param name="ReachKm">At most so far.</param>
/// <param name="ReachMinutes">At most so long on the way.</param>
/// <param name="WeeklyHours">Hours a week they want.</param>
/// <param name="Unavailable">When they are not available.</param>
/// <param name="Context">Which context suits.</param>
/// <param name="Effort">The hardest they bear; null is "not known".</param>
/// <param name="NeedsInterruptions">The work must bear interruptions.</param>
/// <param name="DrivingLicence">Whether they hold a driving licence; null is "not known".</param>
/// <param name="Shifts">Whether they can work in shifts; null is "not known".</param>
public sealed record FunctionalCriteria(
    IReadOnlyList<string> Sectors, string? Municipality, IReadOnlyList<string> Skills, IReadOnlyList<Means> Means, int? ReachKm, int? ReachMinutes, int? WeeklyHours,
    IReadOnlyList<TimeWindow> Unavailable, WorkContext Context, Effort? Effort, bool NeedsInterruptions, bool? DrivingLicence, bool? Shifts);

/// <summary>How well an opening suits each of several people, of whom only functional criteria are told. Answers <c>availability.not-found</c>.</summary>
/// <param name="AvailabilityId">The opening.</param>
/// <param name="Criteria">One for each; answered in the same order.</param>
public sealed record MatchOpening(Guid AvailabilityId, IReadOnlyList<FunctionalCriteria> Criteria) : IQuery<OpeningFits>;

/// <summary>The opening and how well it suits.</summary>
/// <param name="Opening">The opening.</param>
/// <param name="Fits">In the order of the criteria.</param>
public sealed record OpeningFits(OpeningToFill Opening, IReadOnlyList<Fit> Fits);

/// <summary>An opening as other modules see it.</summary>
/// <param name="Id">The availability.</param>
/// <param name="CompanyId">Whose.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="MunicipalityName">Where it is.</param>
/// <param name="Duties">What is to be done.</param>
/// <param name="Places">How many.</param>
/// <param name="WeeklyHours">Hours a week, if said.</param>
/// <param name="VerifiedOn">Day on which it was last verified.</param>
/// <param name="IsCurrent">Whether it counts today.</param>
public sealed record OpeningToFill(
    Guid Id, Guid CompanyId, string CompanyName, string? MunicipalityName, string Duties, int Places, int? WeeklyHours, DateOnly VerifiedOn, bool IsCurrent);

/// <summary>Points, every reason for them, and what excludes.</summary>
/// <param name="Score">Sum of the reasons' points.</param>
/// <param name="Reasons">Every reason.</param>
/// <param name="Bars">Hard constraints that exclude; none when it can be.</param>
public sealed record Fit(int Score, IReadOnlyList<MatchReason> Reasons, IReadOnlyList<MatchReason> Bars);

/// <summary>A reason, with the points it gave.</summary>
/// <param name="Code">Stable code, such as <c>sector.wished</c>.</param>
/// <param name="Text">In the language of whoever asks.</param>
/// <param name="Points">Points it gave.</param>
/// <param name="Most">The most it could give; 0 for what excludes.</param>
/// <param name="Value">The value behind it, such as kilometres or a day, if there is one.</param>
public sealed record MatchReason(string Code, string Text, int Points, int Most, string? Value);

/// <summary>The service's list of skills, by name.</summary>
public sealed record ListSkills : IQuery<IReadOnlyList<string>>;
