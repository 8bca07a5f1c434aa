using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class AllowanceTests
{
    private static readonly AllowanceReachesMinimum Rule = new();

    private static readonly AllowanceStep[] Marche = [new(AllowanceBasis.WeeklyHours, 0, 40000, null), new(AllowanceBasis.WeeklyHours, 30, 50000, null)];
    private static readonly AllowanceStep[] Lombardia = [new(AllowanceBasis.DailyHours, 0, 35000, 35000), new(AllowanceBasis.DailyHours, 5, 50000, 40000)];
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

    private static RuleResult ByTheDay(string days, long cents, bool meals = false) => Rule.Check(SampleFacts.Good
        .With((RuleSet figures) => figures with { Allowances = Lombardia, Act = "DGR X/7763/2018" })
        .With((PlanFacts plan) => plan with { Hours = WeekHours.Read(days), WeeklyHours = WeekHours.Read(days)!.Hours, AllowanceCents = cents, MealsProvided = meals }));

    [TestCase("1 09:00-13:00;2 09:00-13:00;3 09:00-13:00;4 09:00-13:00;5 09:00-13:00", false, 35000, "Ok", TestName = "DGR X/7763/2018, Lombardia: 350 € for five days of four hours")]
    [TestCase("1 09:00-13:00;2 09:00-13:00;3 09:00-13:00;4 09:00-13:00;5 09:00-13:00;6 09:00-13:00", false, 35000, "Ok", TestName = "DGR X/7763/2018, Lombardia: 350 € for six days of four hours, 24 a week")]
    [TestCase("1 09:00-13:00;2 09:00-13:01", false, 49999, "Blocks", TestName = "DGR X/7763/2018, Lombardia: 500 € if one day is longer than four hours by a minute")]
    [TestCase("1 09:00-13:00;1 14:00-16:00;2 09:00-13:00", false, 35000, "Blocks", TestName = "DGR X/7763/2018, Lombardia: 500 € for a day of six hours in two stretches, however short the week")]
    [TestCase("1 09:00-13:00;1 14:00-16:00;2 09:00-13:00", false, 50000, "Ok", TestName = "DGR X/7763/2018, Lombardia: 500 € are enough for a day of six hours")]
    [TestCase("1 08:00-14:00;2 08:00-14:00;3 08:00-14:00", true, 40000, "Ok", TestName = "DGR X/7763/2018, Lombardia: 400 € with meals")]
    [TestCase("1 08:00-14:00;2 08:00-14:00;3 08:00-14:00", true, 39999, "Blocks", TestName = "DGR X/7763/2018, Lombardia: less than 400 € with meals is too little")]
    [TestCase("1 09:00-13:00;2 09:00-13:00", true, 34999, "Blocks", TestName = "DGR X/7763/2018, Lombardia: less than 350 € is too little for days of four hours")]
    public void Allowance_WhenLombardia_IsByTheLongestDay(string days, bool meals, long cents, string outcome) => Assert.That(ByTheDay(days, cents, meals).Outcome.ToString(), Is.EqualTo(outcome));

    [TestCase(4, "1 09:00-13:00;2 09:00-13:00", "Ok", TestName = "DGR X/7763/2018, Lombardia: the reduced scheme fits days of four hours")]
    [TestCase(4, "1 09:00-13:00;2 09:00-13:01", "Warns", TestName = "DGR X/7763/2018, Lombardia: the reduced scheme does not fit a day longer by a minute")]
    [TestCase(null, "1 09:00-18:00", "Ok", TestName = "A scheme without a limit fits any day")]
    public void SchemeFitsTheDays_WhenTheSchemeInForceIsForShorterDays_Warns(int? most, string days, string outcome)
    {
        var facts = SampleFacts.Good.With((PlanFacts plan) => plan with { Hours = WeekHours.Read(days) }) with { ShortDays = most is { } hours ? new("Ridotto {prova}", hours) : null };

        var result = new SchemeFitsTheDays().Check(facts);

        Assert.That(result.Outcome.ToString(), Is.EqualTo(outcome));
        Assert.That(result.Sentence.It, outcome == "Warns" ? Does.Contain("«Ridotto {prova}»").And.Contain("4:01") : Is.Not.Empty);
    }

    [TestCase(20, ExpectedResult = "Ok")]
    [TestCase(21, ExpectedResult = "Blocks")]
    public string Allowance_WhenTheProjectDoesNotSayItsDays_IsByTheWeekAsTheRegisterSpreadsIt(int hours) => Rule.Check(SampleFacts.Good
        .With((RuleSet figures) => figures with { Allowances = Lombardia })
        .With((PlanFacts plan) => plan with { Hours = null, WeeklyHours = hours, AllowanceCents = 35000 })).Outcome.ToString();

    [Test]
    public void Allowance_WhenADayIsTooLongForIt_SaysHowLongItIs()
    {
        var result = ByTheDay("1 09:00-13:00;1 14:00-16:30;2 09:00-13:00", 35000);

        Assert.That(result.Sentence.It, Does.Contain("350,00 €").And.Contain("500,00 €").And.Contain("6:30"));
        Assert.That(result.Numbers["longestDay"], Is.EqualTo(390));
    }

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
