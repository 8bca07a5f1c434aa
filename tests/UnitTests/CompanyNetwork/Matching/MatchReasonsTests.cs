using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Matching;

namespace InclusionPlatform.UnitTests.CompanyNetwork.Matching;

internal sealed class MatchReasonsTests
{
    private static IEnumerable<TestCaseData<string, MatchFacts, int>> Cases()
    {
        var good = SampleMatch.Good;
        yield return new("availability.current", good, 20);
        yield return new("availability.current", good.With((MatchedOpening opening) => opening with { VerifiedOn = SampleMatch.Today.AddDays(-60) }), 10);
        yield return new("availability.future", good.With((MatchedOpening opening) => opening with { State = AvailabilityState.Future }), 10);
        yield return new("availability.stale", WithoutOpening(good), 0);
        yield return new("availability.unknown", WithoutOpening(good.With((MatchedCompany company) => company with { LastVerifiedOn = null })), 0);
        yield return new("sector.wished", good, 20);
        yield return new("sector.other", good.With((MatchedCompany company) => company with { Sector = "trade" }), 0);
        yield return new("distance.same", good.With((FunctionalCriteria wish) => wish with { Municipality = "044066" }), 15);
        yield return new("distance.km", good, 14);
        yield return new("distance.unknown", good.With((MatchedCompany company) => company with { Place = null }), 0);
        yield return new("skills.found", good, 5);
        yield return new("skills.none", good.With((FunctionalCriteria wish) => wish with { Skills = [] }), 0);
        yield return new("hours.fit", good, 5);
        yield return new("hours.near", good.With((MatchedOpening opening) => opening with { WeeklyHours = 28 }), 2);
        yield return new("hours.far", good.With((MatchedOpening opening) => opening with { WeeklyHours = 40 }), 0);
        yield return new("times.fit", good.With((FunctionalCriteria wish) => wish with { Unavailable = [new(DayOfWeek.Monday, new(14, 0), new(16, 0))] }), 10);
        yield return new("times.unknown", good.With((FunctionalCriteria wish) => wish with { Unavailable = [new(DayOfWeek.Monday, new(9, 0), new(10, 0))] }).With((MatchedOpening opening) => opening with { Times = [] }), 0);
        yield return new("context.fit", good.With((FunctionalCriteria wish) => wish with { Context = WorkContext.Productive }), 10);
        yield return new("context.unknown", WithoutOpening(good.With((FunctionalCriteria wish) => wish with { Context = WorkContext.Protected })), 0);
        yield return new("results.past", good, 2);
        yield return new("results.none", good.With((MatchedCompany company) => company with { Host = null }), 0);
        yield return new("quota.left", good, 5);
        yield return new("quota.free", new(good.Wish, good.Company, good.Opening, "socialInclusion", good.Today), 5);
        yield return new("quota.unknown", good.With((MatchedCompany company) => company with { Host = company.Host! with { Quotas = [new("extracurricular", true, null, null)] } }), 0);
    }

    [TestCaseSource(nameof(Cases))]
    public void Reason_OfAMatch_HasItsCodeWordsAndPoints(string code, MatchFacts facts, int points)
    {
        var reason = MatchReasons.Of(facts, SampleMatch.Weights).SingleOrDefault(one => one.Code == code);

        Assert.That(reason, Is.Not.Null, string.Join(' ', MatchReasons.Of(facts, SampleMatch.Weights).Select(one => one.Code)));
        Assert.That(reason!.Points, Is.EqualTo(points));
        Assert.That(reason.Text, Is.Not.Empty);
        Assert.That(reason.Points, Is.LessThanOrEqualTo(reason.Most));
    }

    [Test]
    public void Results_WhenAContextIsNeeded_CountOnlySimilarPaths()
    {
        var isProtected = SampleMatch.Good.With((FunctionalCriteria wish) => wish with { Context = WorkContext.Protected });

        Assert.That(MatchReasons.Results(SampleMatch.Good, 5).Value, Is.EqualTo("2/5"));
        Assert.That(MatchReasons.Results(isProtected, 5).Value, Is.EqualTo("0/1"));
    }

    [Test]
    public void Score_WhenAWeightIsNothing_LeavesTheReasonWithoutPoints()
    {
        var fit = MatchScore.Of(SampleMatch.Good, SampleMatch.Weights with { Sector = 0 });

        Assert.That(fit.Reasons.Single(reason => reason.Code == "sector.wished").Points, Is.Zero);
        Assert.That(fit.Score, Is.EqualTo(fit.Reasons.Sum(reason => reason.Points)));
    }

    [Test]
    public void Best_OfSeveralOpenings_IsOneThatNothingExcludes()
    {
        var heavy = SampleMatch.Opening with { Id = Guid.NewGuid(), Effort = Effort.High, Places = 9 };
        var stale = SampleMatch.Opening with { Id = Guid.NewGuid(), State = AvailabilityState.Unknown };

        var (facts, fit) = MatchScore.Best(SampleMatch.Wish, SampleMatch.Company, [heavy, stale, SampleMatch.Opening], null, SampleMatch.Today, SampleMatch.Weights);
        var (without, _) = MatchScore.Best(SampleMatch.Wish, SampleMatch.Company, [stale], null, SampleMatch.Today, SampleMatch.Weights);

        Assert.That(facts.Opening!.Id, Is.EqualTo(SampleMatch.Opening.Id));
        Assert.That(fit.Bars, Is.Empty);
        Assert.That(without.Opening, Is.Null, "what was verified too long ago is unknown");
    }

    [TestCase(new[] { Means.OnFoot }, null, null, ExpectedResult = 3)]
    [TestCase(new[] { Means.OnFoot, Means.Bicycle }, null, null, ExpectedResult = 10)]
    [TestCase(new[] { Means.Bicycle }, null, 30, ExpectedResult = 6)]
    [TestCase(new[] { Means.OwnCar }, 20, 60, ExpectedResult = 20)]
    [TestCase(new[] { Means.NeedsLift }, 15, 5, ExpectedResult = 15)]
    [TestCase(new[] { Means.NeedsLift }, null, null, ExpectedResult = null)]
    [TestCase(new Means[0], null, null, ExpectedResult = null)]
    public double? Reach_OfSomebody_IsThatOfTheBestMeans(Means[] means, int? km, int? minutes) => Reach.Km(SampleMatch.Wish with { Means = means, ReachKm = km, ReachMinutes = minutes });

    [Test]
    public void Hours_WhenWindowsOverlap_CountOnce()
    {
        TimeWindow[] windows = [new(DayOfWeek.Monday, new(8, 0), new(12, 0)), new(DayOfWeek.Monday, new(10, 0), new(13, 0)), new(DayOfWeek.Tuesday, new(8, 0), new(9, 0))];

        Assert.That(WeekHours.Minutes(windows), Is.EqualTo(360));
        Assert.That(WeekHours.FreeMinutes(windows, [new(DayOfWeek.Monday, new(7, 0), new(9, 0)), new(DayOfWeek.Monday, new(8, 30), new(9, 30))]), Is.EqualTo(270));
    }

    private static MatchFacts WithoutOpening(MatchFacts facts) => new(facts.Wish, facts.Company, null, facts.Kind, facts.Today);
}
