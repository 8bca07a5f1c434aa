using InclusionPlatform.Internships;
using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class RuleSetTableTests
{
    private static readonly RuleSet National = SampleFacts.Extracurricular;
    private static readonly RuleSet Old = National with { Region = "Marche", ValidFrom = new(2018, 1, 1), ValidTo = new(2025, 12, 31), Act = "vecchio" };
    private static readonly RuleSet New = National with { Region = "Marche", ValidFrom = new(2026, 1, 1), Act = "nuovo" };
    private static readonly RuleSet[] All = [National, Old, New, SampleFacts.SocialInclusion];

    [TestCase("2025-12-31", "vecchio")]
    [TestCase("2026-01-01", "nuovo")]
    public void Choose_WhenFiguresChange_TakesThoseOfTheDay(string day, string act)
    {
        Assert.That(RuleSetTable.Choose(All, "Marche", InternshipKind.Extracurricular, DateOnly.Parse(day, null))!.Act, Is.EqualTo(act));
    }

    [Test]
    public void Choose_WhenRegionHasNoneOfItsOwn_TakesTheNationalOnes()
    {
        Assert.That(RuleSetTable.Choose(All, "Lazio", InternshipKind.Extracurricular, new(2026, 11, 23)), Is.SameAs(National));
        Assert.That(RuleSetTable.Choose(All, "Marche", InternshipKind.SocialInclusion, new(2026, 11, 23)), Is.SameAs(SampleFacts.SocialInclusion));
    }

    [Test]
    public void Choose_WhenNoneWasInForceYet_IsNull()
    {
        Assert.That(RuleSetTable.Choose(All, "Lazio", InternshipKind.Extracurricular, new(2016, 1, 1)), Is.Null);
    }
}
