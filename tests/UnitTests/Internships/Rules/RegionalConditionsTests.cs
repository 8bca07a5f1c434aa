using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class RegionalConditionsTests
{
    // The sample begins on 30 November 2026.
    [TestCase("Never", null, "Ok", TestName = "L.R. Puglia 26/2023: who never worked with the host may")]
    [TestCase("Ended", "2024-11-29", "Ok", TestName = "L.R. Puglia 26/2023: work that ended more than 24 months before is no bar")]
    [TestCase("Ended", "2024-11-30", "Blocks", TestName = "L.R. Puglia 26/2023: work that ended 24 months before to the day is a bar")]
    [TestCase("Ended", "2026-10-31", "Blocks", TestName = "L.R. Puglia 26/2023: work that ended last month is a bar")]
    [TestCase("Lasting", null, "Blocks", TestName = "L.R. Puglia 26/2023: work that lasts is a bar")]
    [TestCase(null, null, "Blocks", TestName = "L.R. Puglia 26/2023: it must be asked")]
    public void WorkRelation_WhenTheRegionBarsIt_IsLookedAt(string? work, string? ended, string outcome) =>
        Assert.That(Work(24, work, ended).Outcome.ToString(), Is.EqualTo(outcome));

    [TestCase(null, null)]
    [TestCase("Lasting", null)]
    [TestCase("Ended", "2026-10-31")]
    public void WorkRelation_WhereTheRegionSetsNoBar_Holds(string? work, string? ended) => Assert.That(Work(null, work, ended).Outcome, Is.EqualTo(RuleOutcome.Ok));

    [Test]
    public void WorkRelation_WhenItEndedTooLately_SaysFromWhenOnItIsNoBarAndThatHolds()
    {
        var result = Work(24, "Ended", "2025-02-28");

        Assert.That(result.Sentence.It, Does.Contain("28/02/2025").And.Contain("01/03/2027").Or.Contain("28/2/2025").And.Contain("1/3/2027"));
        Assert.That(result.Act, Is.EqualTo("L.R. 26/2023"));
        var later = new NoWorkAtTheHostBefore().Check(Facts(24, "Ended", "2025-02-28").With((PlanFacts plan) => plan with { StartsOn = new(2027, 3, 1) }));
        Assert.That(later.Outcome, Is.EqualTo(RuleOutcome.Ok));
        var sooner = new NoWorkAtTheHostBefore().Check(Facts(24, "Ended", "2025-02-28").With((PlanFacts plan) => plan with { StartsOn = new(2027, 2, 28) }));
        Assert.That(sooner.Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [TestCase(true, null, "Blocks", TestName = "DGR Toscana 620/2020, decree 17624/2020: a TIS names its case manager")]
    [TestCase(true, "  ", "Blocks", TestName = "DGR Toscana 620/2020, decree 17624/2020: blanks name nobody")]
    [TestCase(true, "Lucia Bianchi, Comune", "Ok", TestName = "DGR Toscana 620/2020, decree 17624/2020: named, it holds")]
    [TestCase(false, null, "Ok", TestName = "Elsewhere nobody asks for a case manager")]
    public void CaseManager_WhenTheRegionAsks_IsNamed(bool asked, string? name, string outcome)
    {
        var facts = SampleFacts.GoodTis.With((RuleSet figures) => figures with { CaseManagerRequired = asked }).With((PlanFacts plan) => plan with { CaseManager = name });

        Assert.That(new CaseManagerIsNamed().Check(facts).Outcome.ToString(), Is.EqualTo(outcome));
    }

    private static RuleResult Work(int? months, string? work, string? ended) => new NoWorkAtTheHostBefore().Check(Facts(months, work, ended));

    private static RuleFacts Facts(int? months, string? work, string? ended) => SampleFacts.Good
        .With((RuleSet figures) => figures with { Act = "L.R. 26/2023", WorkRelationMonths = months })
        .With((PlanFacts plan) => plan with
        {
            HostWork = work is null ? null : Enum.Parse<HostWork>(work), HostWorkEndedOn = ended is null ? null : DateOnly.Parse(ended, System.Globalization.CultureInfo.InvariantCulture),
        });
}
