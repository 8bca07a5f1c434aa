namespace InclusionPlatform.Internships.RuleSets;

/// <summary>The figures of a region for a kind of internship, from a day on.</summary>
internal sealed record RuleSet(
    Guid Id,
    string Region,
    InternshipKind Kind,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Act,
    int MaxMonths,
    int? MaxMonthsDisadvantaged,
    int? MaxMonthsDisability,
    bool AttestationExtends,
    int? MaxMonthsAttested,
    int? MinMonths,
    int? MinMonthsSeasonal,
    int MaxWeeklyHours,
    bool OutsideQuota,
    bool DisabilityOutsideQuota,
    bool DisadvantagedOutsideQuota,
    int QuotaSmall,
    int QuotaMedium,
    int QuotaPercent,
    int? HostTutorMax,
    int? PromoterTutorMax,
    long? MaxAllowanceCents,
    long? UsualAllowanceCents,
    int? FullPresencePercent,
    string? Note,
    [property: System.Text.Json.Serialization.JsonIgnore] string Unverified,
    int Version = 1,
    int? SuspensionIllnessDays = null,
    int? SuspensionClosureDays = null,
    int? WorkRelationMonths = null,
    bool? CaseManagerRequired = null) : Shared.Http.IVersioned
{
    /// <summary>The steps of the least allowance, by threshold.</summary>
    public IReadOnlyList<AllowanceStep> Allowances { get; init; } = [];

    /// <summary>The figures that are not confirmed yet, by name.</summary>
    public IReadOnlyList<string> ToVerify => Unverified.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How it stands today; filled by what lists them.</summary>
    public RuleSetStanding? Standing { get; init; }

    public bool IsToVerify(string figure) => ToVerify.Contains(figure);
}

/// <summary>How a version of the rules stands on a day.</summary>
internal enum RuleSetStanding
{
    /// <summary>A later version took its place.</summary>
    Past,

    /// <summary>It holds, and stays as it is.</summary>
    InForce,

    /// <summary>It is still to begin, and may be corrected or taken away.</summary>
    Future,
}

/// <summary>By what a step of the allowance is reached.</summary>
internal enum AllowanceBasis
{
    WeeklyHours,
    MonthlyHours,
    DurationMonths,

    /// <summary>The longest day of the project: a step that begins at 5 is reached by who goes into the fifth hour, so beyond 4:00.</summary>
    DailyHours,
}

/// <summary>From a threshold on, at least so much a month.</summary>
/// <param name="Basis">What is measured.</param>
/// <param name="ReachedAt">From this value on.</param>
/// <param name="Cents">Euro cents gross a month.</param>
/// <param name="CentsWithMeals">Where the host gives meals.</param>
internal sealed record AllowanceStep(AllowanceBasis Basis, int ReachedAt, long Cents, long? CentsWithMeals);
