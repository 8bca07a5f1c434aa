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
    [property: System.Text.Json.Serialization.JsonIgnore] string Unverified)
{
    /// <summary>The steps of the least allowance, by threshold.</summary>
    public IReadOnlyList<AllowanceStep> Allowances { get; init; } = [];

    /// <summary>The figures that are not confirmed yet, by name.</summary>
    public IReadOnlyList<string> ToVerify => Unverified.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsToVerify(string figure) => ToVerify.Contains(figure);
}

/// <summary>By what a step of the allowance is reached.</summary>
internal enum AllowanceBasis
{
    WeeklyHours,
    MonthlyHours,
    DurationMonths,
}

/// <summary>From a threshold on, at least so much a month.</summary>
/// <param name="Basis">What is measured.</param>
/// <param name="ReachedAt">From this value on.</param>
/// <param name="Cents">Euro cents gross a month.</param>
/// <param name="CentsWithMeals">Where the host gives meals.</param>
internal sealed record AllowanceStep(AllowanceBasis Basis, int ReachedAt, long Cents, long? CentsWithMeals);
