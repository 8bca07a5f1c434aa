using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>What binds the hours of the person of a case: when they cannot work, never why. Answers nothing to who is not on the case's équipe.</summary>
/// <param name="CaseId">The case.</param>
public sealed record FindWorkLimits(Guid CaseId) : IQuery<WorkLimits>;

/// <summary>Functional limits of somebody's hours.</summary>
/// <param name="IsKnown">False where whoever asks may not know, or where nobody wrote a work profile.</param>
/// <param name="Unavailable">When they cannot work.</param>
/// <param name="WeeklyHours">Hours a week they want, or null.</param>
public sealed record WorkLimits(bool IsKnown, IReadOnlyList<BusyHours> Unavailable, int? WeeklyHours);

/// <summary>Hours of a weekday.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="From">From.</param>
/// <param name="To">To.</param>
public sealed record BusyHours(DayOfWeek Day, TimeOnly From, TimeOnly To);
