using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class InternshipRulesTests
{
    [Test]
    public void Rules_WhenListed_AreAllThatTheModuleHas()
    {
        var written = typeof(InternshipRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(InternshipRule)));

        Assert.That(InternshipRules.All.Select(rule => rule.GetType()), Is.EquivalentTo(written));
    }

    [Test]
    public void Rules_WhenListed_HaveCodesOfTheirOwn()
    {
        Assert.That(InternshipRules.All.Select(rule => rule.Code), Is.Unique.And.All.StartsWith("internship."));
    }

    [Test]
    public void Rules_WhenNothingIsWrong_AllHold()
    {
        Assert.That(InternshipRules.Check(SampleFacts.Good).Where(rule => rule.Outcome is not RuleOutcome.Ok).Select(rule => rule.Code), Is.Empty);
        Assert.That(InternshipRules.Check(SampleFacts.GoodTis).Where(rule => rule.Outcome is not RuleOutcome.Ok).Select(rule => rule.Code), Is.Empty);
    }

    [Test]
    public void Rules_WhenAllPapersAreMissing_EachBlocksWithItsActAndItsFieldInBothLanguages()
    {
        var bare = SampleFacts.Good with { Documents = DocumentFacts.None, Convention = null };

        var blocking = InternshipRules.Check(bare).Where(rule => rule.Outcome is RuleOutcome.Blocks).ToArray();

        Assert.That(blocking.Select(rule => rule.Code), Is.EquivalentTo(new[]
        {
            "internship.convention", "internship.project-signed", "internship.communication", "internship.inail-cover", "internship.liability-cover", "internship.host-declaration",
        }));
        Assert.That(blocking.Select(rule => rule.Act), Has.None.Null);
        Assert.That(blocking.Select(rule => rule.Field), Has.None.Null);
        Assert.That(blocking.Where(rule => rule.Sentence.It == rule.Sentence.En || rule.Sentence.En.Length < 20), Is.Empty);
    }
}
