using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class PersonIsOldEnoughTests
{
    private static readonly PersonIsOldEnough Rule = new();

    private static RuleFacts Aged(int? age) => SampleFacts.Good.With((PersonFacts person) => person with { Age = age });

    private static WeekHours Week(int days, int minutes) =>
        WeekHours.Of([.. Enumerable.Range(1, days).Select(day => new DayHours((DayOfWeek)day, new(8, 0), new TimeOnly(8, 0).AddMinutes(minutes)))])!;

    [TestCase(14, ExpectedResult = "Blocks")]
    [TestCase(15, ExpectedResult = "Blocks", TestName = "L. 296/2006, art. 1, c. 622: nobody below sixteen")]
    [TestCase(16, ExpectedResult = "Warns")]
    [TestCase(17, ExpectedResult = "Warns", TestName = "L. 977/1967: a minor, with the hours of one")]
    [TestCase(18, ExpectedResult = "Ok")]
    [TestCase(60, ExpectedResult = "Ok")]
    [TestCase(null, ExpectedResult = "Ok", TestName = "Rules that are looked at for nobody in particular")]
    public string Age_OnTheFirstDay_DecidesWhetherOneBegins(int? age) => Rule.Check(Aged(age)).Outcome.ToString();

    [Test]
    public void Age_WhenTooYoung_SaysTheYearsTheActAndThatItIsToBeVerified()
    {
        var result = Rule.Check(Aged(15));

        Assert.That((result.Numbers["age"], result.Act, result.Field, result.ToVerify), Is.EqualTo((15L, "L. 296/2006, art. 1, c. 622", "startsOn", true)));
        Assert.That(result.Sentence.It, Does.Contain("15 anni").And.Contain("16"));
        Assert.That(InternshipRules.MayBeSetAside(result.Code), Is.False, "the law admits no exception");
    }

    [Test]
    public void Age_OfAnAdult_IsNotTold()
    {
        var result = Rule.Check(Aged(34));

        Assert.That(result.Numbers, Is.Empty);
        Assert.That(result.Sentence.It + result.Sentence.En, Does.Not.Contain("34"));
    }

    [TestCase(5, 480, false)]
    [TestCase(4, 481, true, TestName = "L. 977/1967, art. 18: eight hours a day")]
    [TestCase(6, 401, true, TestName = "L. 977/1967, art. 18: forty hours a week")]
    public void Hours_OfAMinor_AreNamedWhereTheyAreTooMany(int days, int minutes, bool tooMany)
    {
        var result = Rule.Check(Aged(17).With((PlanFacts plan) => plan with { Hours = Week(days, minutes), WeeklyHours = Week(days, minutes).Hours }));

        Assert.That((result.Outcome, result.Numbers["weekMinutes"]), Is.EqualTo((RuleOutcome.Warns, (long)days * minutes)));
        Assert.That(result.Sentence.It.Contains("Ridurre l'orario", StringComparison.Ordinal), Is.EqualTo(tooMany));
        Assert.That(result.Field, Is.EqualTo(tooMany ? "hours" : null));
    }

    [Test]
    public void Hours_OfAMinorWithoutTheDays_AreThoseOfTheWeek()
    {
        var result = Rule.Check(Aged(16).With((PlanFacts plan) => plan with { Hours = null, WeeklyHours = 42 }));

        Assert.That(result.Field, Is.EqualTo("weeklyHours"));
        Assert.That(result.Sentence.It, Does.Contain("8:24").And.Contain("42 ore"));
    }

    [TestCase("2010-11-30", ExpectedResult = 16, Description = "on the birthday itself")]
    [TestCase("2010-12-01", ExpectedResult = 15)]
    [TestCase("2008-02-29", ExpectedResult = 18)]
    public int Years_AreWhole(string birth) => PersonIsOldEnough.Years(DateOnly.Parse(birth, null), SampleFacts.Monday);
}
