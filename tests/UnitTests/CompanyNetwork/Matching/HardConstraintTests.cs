using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Matching;
using InclusionPlatform.CompanyNetwork.Matching.Rules;

namespace InclusionPlatform.UnitTests.CompanyNetwork.Matching;

internal sealed class HardConstraintTests
{
    private static readonly TimeWindow TuesdayTherapy = new(DayOfWeek.Tuesday, new(9, 0), new(10, 0));

    [Test]
    public void All_WhenCompared_HoldEveryConstraintOnce()
    {
        var written = typeof(HardConstraint).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(HardConstraint)));

        Assert.That(HardConstraint.All.Select(constraint => constraint.GetType()), Is.EquivalentTo(written));
        Assert.That(HardConstraint.All.Select(constraint => constraint.Code), Is.Unique);
    }

    [Test]
    public void Constraints_WhenNothingSpeaksAgainst_ExcludeNobody() => Assert.That(Broken(SampleMatch.Good), Is.Empty);

    [Test]
    public void Constraints_WhenNothingIsKnown_ExcludeNobody()
    {
        var unknown = SampleMatch.Good
            .With((MatchedOpening opening) => opening with { Skills = [], Times = [], LicenceRequired = null, Effort = null, Shifts = null, BearsInterruptions = null })
            .With((MatchedCompany company) => company with { Host = null, Place = null })
            .With((FunctionalCriteria wish) => wish with { Means = [], Unavailable = [TuesdayTherapy], NeedsInterruptions = true, DrivingLicence = null, Effort = null, Shifts = null });

        Assert.That(Broken(unknown), Is.Empty);
        Assert.That(Broken(new(unknown.Wish with { Context = WorkContext.Protected }, unknown.Company, null, null, unknown.Today)), Is.Empty, "without an opening there is only the company");
    }

    private static IEnumerable<TestCaseData<string, MatchFacts>> Cases()
    {
        var good = SampleMatch.Good;
        yield return new("match.archived", good.With((MatchedCompany company) => company with { Archived = true }));
        yield return new("match.do-not-contact", good.With((MatchedCompany company) => company with { DoNotContact = true }));
        yield return new("match.said-never", good.With((MatchedCompany company) => company with { SaidNever = true }));
        yield return new("match.too-far", good.With((FunctionalCriteria wish) => wish with { Means = [Means.OnFoot], ReachMinutes = 30 }));
        yield return new("match.too-far", good.With((FunctionalCriteria wish) => wish with { ReachKm = 2 }));
        yield return new("match.too-far", good.With((FunctionalCriteria wish) => wish with { Means = [Means.Bicycle], ReachMinutes = 10 }));
        yield return new("match.quota-full", good.With((MatchedCompany company) => company with { Host = company.Host! with { Quotas = [new("extracurricular", true, 2, 0)] } }));
        yield return new("match.no-place-left", good.With((MatchedOpening opening) => opening with { Places = 0 }));
        yield return new("match.context", good.With((FunctionalCriteria wish) => wish with { Context = WorkContext.Protected }));
        yield return new("match.context", good.With((FunctionalCriteria wish) => wish with { Context = WorkContext.Productive }).With((MatchedOpening opening) => opening with { Context = AvailabilityContext.Protected }));
        yield return new("match.hours-overlap", good.With((FunctionalCriteria wish) => wish with { Unavailable = [TuesdayTherapy] }));
        yield return new("match.licence-required", good.With((MatchedOpening opening) => opening with { LicenceRequired = true }));
        yield return new("match.effort", good.With((MatchedOpening opening) => opening with { Effort = Effort.High }));
        yield return new("match.shifts", good.With((MatchedOpening opening) => opening with { Shifts = true }));
        yield return new("match.interruptions", good.With((FunctionalCriteria wish) => wish with { NeedsInterruptions = true }).With((MatchedOpening opening) => opening with { BearsInterruptions = false }));
    }

    [TestCaseSource(nameof(Cases))]
    public void Constraint_WhenBroken_ExcludesAloneAndSaysWhy(string code, MatchFacts facts)
    {
        Assert.That(Broken(facts), Is.EqualTo(new[] { code }));
        Assert.That(HardConstraint.All.Single(constraint => constraint.Code == code).Broken(facts)!.It, Does.EndWith("."));
    }

    [Test]
    public void Cases_WhenListed_CoverEveryConstraint() =>
        Assert.That(HardConstraint.All.Select(constraint => constraint.Code).Except(Cases().Select(test => (string)test.Arguments[0]!)), Is.Empty);

    [Test]
    public void Hours_WhenTheOpeningLeavesRoom_AreAgreedAroundTheTimesNotAvailable()
    {
        var flexible = SampleMatch.Good.With((FunctionalCriteria wish) => wish with { Unavailable = [TuesdayTherapy] });

        Assert.That(Broken(flexible.With((MatchedOpening opening) => opening with { WeeklyHours = 19 })), Is.Empty);
        Assert.That(Broken(flexible.With((MatchedOpening opening) => opening with { WeeklyHours = null })), Is.EqualTo(new[] { "match.hours-overlap" }), "twenty are sought, nineteen are left");
        Assert.That(Broken(flexible.With((FunctionalCriteria wish) => wish with { Unavailable = [new(DayOfWeek.Tuesday, new(14, 0), new(18, 0))] })), Is.Empty, "in the afternoon nobody works");
    }

    [Test]
    public void Quota_WhenTheKindDoesNotCount_ExcludesNobody()
    {
        var full = SampleMatch.Good.With((MatchedCompany company) => company with { Host = company.Host! with { Quotas = [new("extracurricular", true, 2, 0), new("socialInclusion", false, null, null)] } });

        Assert.That(Broken(new(full.Wish, full.Company, full.Opening, "socialInclusion", full.Today)), Is.Empty);
    }

    private static string[] Broken(MatchFacts facts) => [.. MatchScore.Of(facts, SampleMatch.Weights).Bars.Select(bar => bar.Code)];
}
