using FsCheck.Fluent;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.UnitTests.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class HostQuotaTests
{
    private static readonly HostQuota Rule = new();

    [TestCase(0, 1)]
    [TestCase(5, 1)]
    [TestCase(6, 2)]
    [TestCase(20, 2)]
    [TestCase(21, 3)]
    [TestCase(30, 3)]
    [TestCase(31, 4)]
    [TestCase(100, 10)]
    [TestCase(101, 11)]
    public void Allowed_WhenStaffIsKnown_FollowsTheGuidelinesOf2017(int staff, int allowed)
    {
        Assert.That(HostQuota.Allowed(staff, SampleFacts.Extracurricular), Is.EqualTo(allowed));
    }

    [Test]
    public void Allowed_WhenStaffIsAboveTwenty_IsTheSmallestNumberThatIsNotBelowATenth() => Gen.Choose(21, int.MaxValue).ToArbitrary().AreTrueFor(staff =>
    {
        var allowed = HostQuota.Allowed(staff, SampleFacts.Extracurricular);
        return allowed * 10L >= staff && (allowed - 1) * 10L < staff;
    });

    [Test]
    public void Allowed_WhenStaffGrows_NeverShrinks() => Gen.Choose(0, 5000).ToArbitrary().AreTrueFor(staff =>
        HostQuota.Allowed(staff + 1, SampleFacts.Extracurricular) >= HostQuota.Allowed(staff, SampleFacts.Extracurricular));

    [TestCase(1, ExpectedResult = "Ok")]
    [TestCase(2, ExpectedResult = "Blocks")]
    public string Quota_WhenFourteenEmployees_HasTwoPlaces(int running) =>
        Rule.Check(SampleFacts.Good.With((HostFacts host) => host with { InQuota = SampleFacts.Running(running) })).Outcome.ToString();

    [Test]
    public void Quota_WhenChecked_GivesItsNumbers()
    {
        var numbers = Rule.Check(SampleFacts.Good.With((HostFacts host) => host with { InQuota = SampleFacts.Running(1) })).Numbers;

        Assert.That(numbers, Is.EquivalentTo(new Dictionary<string, long> { ["staff"] = 14, ["allowed"] = 2, ["running"] = 1 }));
    }

    [Test]
    public void Quota_WhenTheOthersEndBeforeTheFirstDay_HasAPlace()
    {
        var over = new Span(SampleFacts.Monday.AddDays(-90), SampleFacts.Monday.AddDays(-1));

        Assert.That(Rule.Check(SampleFacts.Good.With((HostFacts host) => host with { InQuota = [over, over] })).Outcome, Is.EqualTo(RuleOutcome.Ok));
    }

    [Test]
    public void Quota_WhenStaffIsUnknown_BlocksAndSaysWhereToWriteIt()
    {
        var result = Rule.Check(SampleFacts.Good.With((HostFacts host) => host with { PermanentStaff = null }));

        Assert.That(result.Outcome, Is.EqualTo(RuleOutcome.Blocks));
        Assert.That(result.Sentence.It, Does.Contain("scheda dell'azienda"));
    }

    [Test]
    public void Quota_WhenPersonHasADisability_DoesNotCountIt()
    {
        var full = SampleFacts.Good.With((HostFacts host) => host with { InQuota = SampleFacts.Running(9) }).With((PersonFacts person) => person with { HasDisability = true });

        Assert.That(full.IsOutsideQuota);
        Assert.That(Rule.Check(full).Outcome, Is.EqualTo(RuleOutcome.Ok));
    }

    [Test]
    public void Quota_WhenSocialInclusion_DoesNotCountIt()
    {
        var full = SampleFacts.GoodTis.With((HostFacts host) => host with { PermanentStaff = null, InQuota = SampleFacts.Running(9) });

        Assert.That(Rule.Check(full).Outcome, Is.EqualTo(RuleOutcome.Ok));
    }

    [TestCase(false, ExpectedResult = "Blocks")]
    [TestCase(true, ExpectedResult = "Ok")]
    public string Quota_WhenPersonIsDisadvantaged_DependsOnTheRegion(bool outside) => Rule.Check(SampleFacts.Good
        .With((HostFacts host) => host with { InQuota = SampleFacts.Running(2) })
        .With((PersonFacts person) => person with { IsDisadvantaged = true })
        .With((InclusionPlatform.Internships.RuleSets.RuleSet figures) => figures with { DisadvantagedOutsideQuota = outside })).Outcome.ToString();
}
