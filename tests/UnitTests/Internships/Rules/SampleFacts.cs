using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.UnitTests.Internships.Rules;

/// <summary>An internship against which nothing can be said; each test spoils one thing.</summary>
internal static class SampleFacts
{
    public static readonly DateOnly Monday = new(2026, 11, 30);

    public static RuleSet Extracurricular { get; } = new(
        Guid.Empty, "Italia", InternshipKind.Extracurricular, new(2017, 5, 25), null, "Linee guida 25-5-2017, rep. 86/CSR", 12, null, 24, false, null, 2, 1, 40,
        false, true, false, 1, 2, 10, 3, 20, null, null, 70, null, "maxWeeklyHours hostTutorMax")
    {
        Allowances = [new(AllowanceBasis.WeeklyHours, 0, 30000, null)],
    };

    public static RuleSet SocialInclusion { get; } = Extracurricular with
    {
        Kind = InternshipKind.SocialInclusion, Act = "Accordo 22-1-2015, rep. 7/CSR", MaxMonths = 24, MaxMonthsDisability = null, AttestationExtends = true, MinMonths = null,
        MinMonthsSeasonal = null, OutsideQuota = true, HostTutorMax = null, PromoterTutorMax = null, Allowances = [],
    };

    public static RuleFacts Good { get; } = new(
        new(InternshipKind.Extracurricular, Monday, InternshipMonths.LastDay(Monday, 6), 25, false, false, HostType.PrivateEmployer, 40000) 
        {
            Hours = WeekHours.Of([.. Enumerable.Range(1, 5).Select(day => new DayHours((DayOfWeek)day, new(8, 0), new(13, 0)))]),
            Safety = new(SafetyRisk.Low, 4, 4, Monday, "RSPP della ditta"),
        },
        new(new(2026, 11, 20), new(2026, 11, 20), new(2026, 11, 20), "0000123", new(2026, 11, 27), null, null, new(2026, 11, 18), null, null),
        new(false, false, new(2026, 9, 1), null, [], 0) { Age = 34 },
        new(14, false, [], [], []),
        new("41/2026", true, new(2026, 1, 10), new(2026, 1, 10), new(2028, 1, 9), "91234567/22", "RC 555/2026"),
        Extracurricular);

    public static RuleFacts GoodTis { get; } = Good with { Plan = Good.Plan with { Kind = InternshipKind.SocialInclusion }, Figures = SocialInclusion };

    public static RuleFacts Lasting(this RuleFacts facts, int months, int moreDays = 0) =>
        facts with { Plan = facts.Plan with { EndsOn = InternshipMonths.LastDay(facts.Plan.StartsOn, months).AddDays(moreDays) } };

    public static RuleFacts With(this RuleFacts facts, Func<DocumentFacts, DocumentFacts> change) => facts with { Documents = change(facts.Documents) };

    public static RuleFacts With(this RuleFacts facts, Func<PlanFacts, PlanFacts> change) => facts with { Plan = change(facts.Plan) };

    public static RuleFacts With(this RuleFacts facts, Func<PersonFacts, PersonFacts> change) => facts with { Person = change(facts.Person) };

    public static RuleFacts With(this RuleFacts facts, Func<HostFacts, HostFacts> change) => facts with { Host = change(facts.Host) };

    public static RuleFacts With(this RuleFacts facts, Func<RuleSet, RuleSet> change) => facts with { Figures = change(facts.Figures) };

    /// <summary>As many spans as asked for, all over the sample's own days.</summary>
    public static IReadOnlyList<Span> Running(int count) => [.. Enumerable.Repeat(new Span(Monday.AddDays(-30), Monday.AddDays(60)), count)];
}
