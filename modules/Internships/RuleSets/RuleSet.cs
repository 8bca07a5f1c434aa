namespace InclusionPlatform.Internships.RuleSets;

/// <summary>The figures of a region for a kind of internship, from a day on.</summary>
/// <param name="ValidTo">Last day; null while nothing follows.</param>
/// <param name="MaxMonths">Months at the most.</param>
/// <param name="MaxMonthsDisadvantaged">Months at the most for disadvantaged people; null: as for everybody.</param>
/// <param name="MaxMonthsDisability">Months at the most for people with a disability; null: as for the others.</param>
/// <param name="AttestationExtends">Whether it may last longer where a public body attests that it is needed.</param>
/// <param name="MaxMonthsAttested">Months at the most with that attestation; null: no limit.</param>
/// <param name="MinMonths">Months at the least; null: none.</param>
/// <param name="MinMonthsSeasonal">Months at the least where the host works by season; null: none.</param>
/// <param name="MaxWeeklyHours">Hours a week at the most.</param>
/// <param name="OutsideQuota">Whether no internship of this kind counts in the host's quota.</param>
/// <param name="DisabilityOutsideQuota">Whether those of people with a disability do not count in the host's quota.</param>
/// <param name="DisadvantagedOutsideQuota">Whether those of disadvantaged people do not count in the host's quota.</param>
/// <param name="QuotaSmall">Internships at once in a unit of at most 5 permanent employees.</param>
/// <param name="QuotaMedium">Internships at once in a unit of 6 to 20 permanent employees.</param>
/// <param name="QuotaPercent">Internships at once in a larger unit, in per cent of its permanent employees, rounded up.</param>
/// <param name="HostTutorMax">People whom a tutor of the host follows at once; null: no limit.</param>
/// <param name="PromoterTutorMax">People whom a tutor of the promoting body follows at once; null: no limit.</param>
/// <param name="SuspensionIllnessDays">From so many days on an illness or injury is a suspension; null: of any length.</param>
/// <param name="SuspensionClosureDays">From so many days on a closure is a suspension; null: of any length.</param>
/// <param name="WorkRelationMonths">For so many months before the first day the person had no work relation with the host; null: the region sets no such bar.</param>
/// <param name="CaseManagerRequired">Whether the project names a case manager of the public service in charge; null: it need not.</param>
/// <param name="Steps">The steps of the least allowance as the database puts them together; null: none, or they are given as such.</param>
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
    bool? CaseManagerRequired = null,
    [property: System.Text.Json.Serialization.JsonIgnore] string? Steps = null) : Shared.Http.IVersioned
{
    /// <summary>The steps of the least allowance, by threshold.</summary>
    public IReadOnlyList<AllowanceStep> Allowances { get => field ??= AllowanceStep.Read(Steps); init; }

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
internal sealed record AllowanceStep(AllowanceBasis Basis, int ReachedAt, long Cents, long? CentsWithMeals)
{
    /// <summary>Steps as the database puts those of one rule set together, in any order: <c>basis:from:cents:cents with meals</c>, with a blank between.</summary>
    public static IReadOnlyList<AllowanceStep> Read(string? together) => string.IsNullOrEmpty(together) ? [] :
    [
        .. together.Split(' ').Select(step => step.Split(':')).OrderBy(step => step[0], StringComparer.Ordinal).ThenBy(step => Whole(step[1]))
            .Select(step => new AllowanceStep(Enum.Parse<AllowanceBasis>(step[0], ignoreCase: true), (int)Whole(step[1]), Whole(step[2]), step[3].Length == 0 ? null : Whole(step[3]))),
    ];

    private static long Whole(string number) => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
