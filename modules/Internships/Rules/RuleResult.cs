namespace InclusionPlatform.Internships.Rules;

/// <summary>What a rule says.</summary>
internal enum RuleOutcome
{
    Ok,
    Warns,
    Blocks,
}

/// <summary>A rule's answer.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Outcome">Whether the internship may start.</param>
/// <param name="Sentence">What was found and, if something is wrong, the way out.</param>
/// <param name="Act">The act that says so; null where it is the service's own rule.</param>
/// <param name="Field">The field that mends it.</param>
/// <param name="ToVerify">The figure was not confirmed yet.</param>
/// <param name="Numbers">What was counted, by name.</param>
internal sealed record RuleResult(string Code, RuleOutcome Outcome, Words Sentence, string? Act, string? Field, bool ToVerify, IReadOnlyDictionary<string, long> Numbers)
{
    /// <summary>The numbers as one text: what was set aside was set aside for these.</summary>
    public string NumbersText => string.Join(' ', Numbers.OrderBy(number => number.Key, StringComparer.Ordinal).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number.Key}={number.Value}")));
}

/// <summary>One rule of internships: looks at the facts and says one sentence.</summary>
internal abstract class InternshipRule
{
    private static readonly IReadOnlyDictionary<string, long> NoNumbers = new Dictionary<string, long>();

    /// <summary>Stable code, such as <c>internship.host-quota</c>.</summary>
    public abstract string Code { get; }

    /// <summary>The field that mends it, in camelCase.</summary>
    public abstract string? Field { get; }

    /// <summary>Whether somebody who may can set it aside with a reason. Not where the law itself admits no exception: no cover, no signed project, no communication, no start.</summary>
    public virtual bool MayBeSetAside => true;

    /// <summary>Whether it looks at the plan and not at a paper that is collected later.</summary>
    public virtual bool IsOfThePlan => true;

    /// <summary>Looks.</summary>
    public abstract RuleResult Check(RuleFacts facts);

    protected RuleResult Ok(string? act, Words sentence, IReadOnlyDictionary<string, long>? numbers = null, bool toVerify = false) =>
        new(Code, RuleOutcome.Ok, sentence, act, Field, toVerify, numbers ?? NoNumbers);

    protected RuleResult Warns(string? act, Words sentence, IReadOnlyDictionary<string, long>? numbers = null, bool toVerify = false) =>
        new(Code, RuleOutcome.Warns, sentence, act, Field, toVerify, numbers ?? NoNumbers);

    protected RuleResult Blocks(string? act, Words sentence, IReadOnlyDictionary<string, long>? numbers = null, bool toVerify = false) =>
        new(Code, RuleOutcome.Blocks, sentence, act, Field, toVerify, numbers ?? NoNumbers);
}

/// <summary>All rules, in the order in which they are read.</summary>
internal static class InternshipRules
{
    public static IReadOnlyList<InternshipRule> All { get; } =
    [
        new CaseIsOpen(), new PersonIsOldEnough(), new HostIsNotArchived(), new PromoterIsNotTheHost(), new MaximumDuration(), new MinimumDuration(), new WeeklyHours(), new HoursByWeekday(), new HoursFitThePerson(), new HostQuota(), new PersonIsFree(),
        new NotAtTheSameHostAgain(), new NoWorkAtTheHostBefore(), new InclusionIsRepeated(), new CaseManagerIsNamed(), new HostTutorLoad(), new PromoterTutorLoad(), new AllowanceReachesMinimum(), new SchemeFitsTheDays(), new ProgrammeCoversTheDates(), new ConventionCoversTheDates(),
        new ProjectIsSigned(), new CommunicationIsSent(), new InailCover(), new LiabilityCover(), new SafetyTraining(), new HostDeclaresNoBars(), new TaxCodesAreKnown(),
    ];

    /// <summary>Whether a rule of this code may be set aside.</summary>
    public static bool MayBeSetAside(string code) => All.Any(rule => rule.Code == code && rule.MayBeSetAside);

    /// <summary>Whether a rule of this code looks at the plan and not at a paper.</summary>
    public static bool IsOfThePlan(string code) => All.Any(rule => rule.Code == code && rule.IsOfThePlan);

    /// <summary>Every rule's answer.</summary>
    public static IReadOnlyList<RuleResult> Check(RuleFacts facts) => [.. All.Select(rule => rule.Check(facts))];
}
