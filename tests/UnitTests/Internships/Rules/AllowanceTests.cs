using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class AllowanceTests
{
    private static readonly AllowanceReachesMinimum Rule = new();

    private static readonly AllowanceStep[] Marche = [new(AllowanceBasis.WeeklyHours, 0, 40000, null), new(AllowanceBasis.WeeklyHours, 30, 50000, null)];
    private static readonly AllowanceStep[] Lombardia = [new(AllowanceBasis.WeeklyHours, 0, 35000, 35000), new(AllowanceBasis.WeeklyHours, 21, 50000, 40000)];
    private static readonly AllowanceStep[] Puglia = [new(AllowanceBasis.DurationMonths, 0, 60000, null), new(AllowanceBasis.DurationMonths, 7, 70000, null)];
    private static readonly AllowanceStep[] EmiliaTis = [new(AllowanceBasis.MonthlyHours, 0, 0, null), new(AllowanceBasis.MonthlyHours, 51, 20000, null)];

    private static RuleResult Check(AllowanceStep[] steps, int hours, long cents, bool meals = false, int months = 6, long? most = null) => Rule.Check(SampleFacts.Good
        .With((RuleSet figures) => figures with { Allowances = steps, MaxAllowanceCents = most })
        .With((PlanFacts plan) => plan with { WeeklyHours = hours, AllowanceCents = cents, MealsProvided = meals })
        .Lasting(months));

    [TestCase(29, 40000, ExpectedResult = "Ok")]
    [TestCase(29, 39999, ExpectedResult = "Blocks")]
    [TestCase(30, 49999, ExpectedResult = "Blocks")]
    [TestCase(30, 50000, ExpectedResult = "Ok")]
    public string Allowance_WhenMarche_IsFourHundredOrFiveHundredFromThirtyHours(int hours, long cents) => Check(Marche, hours, cents).Outcome.ToString();

    [TestCase(20, false, 35000, ExpectedResult = "Ok")]
    [TestCase(21, false, 49999, ExpectedResult = "Blocks")]
    [TestCase(21, true, 40000, ExpectedResult = "Ok")]
    [TestCase(21, true, 39999, ExpectedResult = "Blocks")]
    public string Allowance_WhenLombardia_CountsMealsAndShortDays(int hours, bool meals, long cents) => Check(Lombardia, hours, cents, meals).Outcome.ToString();

    [TestCase(6, 60000, ExpectedResult = "Ok")]
    [TestCase(7, 60000, ExpectedResult = "Warns")]
    [TestCase(7, 70000, ExpectedResult = "Ok")]
    [TestCase(6, 59999, ExpectedResult = "Blocks")]
    public string Allowance_WhenPuglia_GrowsBeyondSixMonths(int months, long cents) => Check(Puglia, 25, cents, months: months).Outcome.ToString();

    [TestCase(11, 0, ExpectedResult = "Ok")]
    [TestCase(12, 0, ExpectedResult = "Blocks")]
    [TestCase(12, 20000, ExpectedResult = "Ok")]
    public string Allowance_WhenByMonthlyHours_IsDueFromFiftyOne(int hours, long cents) => Check(EmiliaTis, hours, cents).Outcome.ToString();

    [TestCase(50000, ExpectedResult = "Ok")]
    [TestCase(50001, ExpectedResult = "Blocks")]
    public string Allowance_WhenRegionSetsAMaximum_StaysBelowIt(long cents) => Check([], 25, cents, most: 50000).Outcome.ToString();

    [Test]
    public void Allowance_WhenOnlyTheProjectDecides_Holds()
    {
        Assert.That(Check([], 25, 0).Outcome, Is.EqualTo(RuleOutcome.Ok));
    }

    [Test]
    public void Allowance_WhenBroken_SaysBothFigures()
    {
        var result = Check(Marche, 30, 45050);

        Assert.That(result.Sentence.It, Does.Contain("450,50 €").And.Contain("500,00 €"));
        Assert.That(result.Sentence.En, Does.Contain("450.50 €"));
        Assert.That(result.Numbers["leastCents"], Is.EqualTo(50000));
    }
}
