using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Matching;
using InclusionPlatform.CompanyNetwork.Matching.Settings;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.UnitTests.CompanyNetwork.Matching;

/// <summary>A match that nothing excludes; tests change one thing at a time.</summary>
internal static class SampleMatch
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly MatchWeights Weights = new(20, 20, 15, 10, 5, 10, 10, 5, 5);

    public static FunctionalCriteria Wish { get; } = new(
        ["catering"], "044023", ["cucina"], [Means.PublicTransport], null, null, 20, [], WorkContext.Either, Effort.Medium, false, false, false);

    public static MatchedCompany Company { get; } = new(
        Guid.NewGuid(), "Trattoria", "catering", Municipalities.ByIstat("044066"), 14, false, false, false, Today,
        new(Guid.Empty, [new("extracurricular", true, 2, 1), new("socialInclusion", false, null, null)], [new("extracurricular", "supportToPlacement", 4, 2, 1), new("socialInclusion", "maintainingSkills", 1, 0, 0)]));

    public static MatchedOpening Opening { get; } = new(
        Guid.NewGuid(), 1, AvailabilityContext.Productive, "Aiuto in cucina", 20, null, Today, AvailabilityState.Current, ["Cucina", "Cassa"],
        [.. Mornings(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday)], false, Effort.Medium, false, true);

    public static MatchFacts Good { get; } = new(Wish, Company, Opening, null, Today);

    public static MatchFacts With(this MatchFacts facts, Func<FunctionalCriteria, FunctionalCriteria> change) => new(change(facts.Wish), facts.Company, facts.Opening, facts.Kind, facts.Today);

    public static MatchFacts With(this MatchFacts facts, Func<MatchedOpening, MatchedOpening> change) => new(facts.Wish, facts.Company, change(facts.Opening!), facts.Kind, facts.Today);

    public static MatchFacts With(this MatchFacts facts, Func<MatchedCompany, MatchedCompany> change) => new(facts.Wish, change(facts.Company), facts.Opening, facts.Kind, facts.Today);

    /// <summary>Four hours on each of the days.</summary>
    public static IEnumerable<TimeWindow> Mornings(params DayOfWeek[] days) => days.Select(day => new TimeWindow(day, new(8, 0), new(12, 0)));
}
