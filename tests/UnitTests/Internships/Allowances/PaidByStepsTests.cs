using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using static InclusionPlatform.UnitTests.Internships.Allowances.ReckonedMonths;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

/// <summary>Amounts by hours a week or a month, by duration, or set in the project.</summary>
internal sealed class PaidByStepsTests
{
    [TestCase(25, 400_00)]
    [TestCase(29, 400_00)]
    [TestCase(30, 500_00)]
    public void WeeklyHourSteps_ActOf11December2017Marche_PayMoreFrom30Hours(int hours, long cents) => Assert.That(
        Reckon(1, Terms(AllowanceMethod.WeeklyHourSteps, steps: [new(0, 400_00), new(30, 500_00)]), facts => facts with { WeeklyHours = hours }).Cents, Is.EqualTo(cents));

    [TestCase(50 * 60, 0)]
    [TestCase((50 * 60) + 1, 200_00)]
    [TestCase((50 * 60) + 30, 200_00)]
    [TestCase((50 * 60) + 45, 200_00)]
    [TestCase(51 * 60, 200_00)]
    [TestCase(100 * 60, 200_00)]
    public void MonthlyHourBands_Dgr1143Of2019EmiliaRomagna_PayNothingUpTo50Hours(int minutes, long cents) => Assert.That(
        Reckon(1, Terms(AllowanceMethod.MonthlyHourBands, steps: [new(0, 0), new(51, 200_00)]), facts => facts with { WorkedMinutes = minutes }).Cents, Is.EqualTo(cents));

    [Test]
    public void MonthlyHourBands_WhenTheMonthIsPartial_AreNotShortenedTwice() => Assert.That(
        Reckon(1, Terms(AllowanceMethod.MonthlyHourBands, steps: [new(51, 200_00)]), facts => facts with { FirstDay = new(2026, 11, 16), WorkedMinutes = 51 * 60 }).Cents, Is.EqualTo(200_00));

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(51, 51)]
    public void MonthlyHourBands_WhenReached_SayFromWhichHour(int reachedAt, int hour)
    {
        var line = Reckon(1, Terms(AllowanceMethod.MonthlyHourBands, steps: [new(reachedAt, 200_00)])).Lines.Single(line => line.Step is ReckonedStep.BandReached);

        Assert.That(ReckonedWords.Of(line).It, Does.Contain(hour == 1 ? "dalla prima ora" : "dalla 51ª ora"));
    }

    [Test]
    public void DurationSteps_LR26Of2023Puglia_PayMoreFromTheSeventhMonth()
    {
        var terms = Terms(AllowanceMethod.DurationSteps, steps: [new(1, 600_00), new(7, 700_00)]);

        Assert.That(MonthReckoner.Reckon(Facts(new(new(2026, 6, 1)), 1, new TermsFrom(Always, terms))).Cents, Is.EqualTo(600_00));
        Assert.That(MonthReckoner.Reckon(Facts(new(new(2026, 7, 1)), 1, new TermsFrom(Always, terms))).Cents, Is.EqualTo(700_00));
        Assert.That(
            MonthReckoner.Reckon(Facts(new(new(2026, 11, 1)), 1, new TermsFrom(Always, terms)) with { FirstDay = new(2026, 5, 16) }).Cents, Is.EqualTo(650_00), "fifteen days of each");
    }

    [Test]
    public void DurationSteps_LR26Of2023Puglia_WhenTheFirstDayIsMissingInTheSeventhMonth_BeginOnTheDayAfterTheSixth()
    {
        var terms = Terms(AllowanceMethod.DurationSteps, steps: [new(1, 600_00), new(7, 700_00)]);
        long Of(int month) => MonthReckoner.Reckon(Facts(new(new(2027, month, 1)), 1, new TermsFrom(Always, terms)) with { FirstDay = new(2026, 8, 31), LastDay = new(2027, 8, 30), WorkedMinutes = 6000 }).Cents;

        Assert.That((Of(2), Of(3)), Is.EqualTo((600_00L, 700_00L)), "the sixth month ends on 28 February: art. 2963 of the civil code");
    }

    [Test]
    public void SetInProject_Dgr5451Of2016Lombardia_PaysWhatTheProjectSays() => Assert.That(Reckon(0.2, Terms(AllowanceMethod.SetInProject)).Cents, Is.EqualTo(450_00));

    [Test]
    public void WeeklyHourSteps_WhenAnAmendmentChangesTheHours_PayEachPartByItsOwnStep()
    {
        var terms = Terms(AllowanceMethod.WeeklyHourSteps, steps: [new(0, 400_00), new(30, 500_00)]);

        var reckoned = MonthReckoner.Reckon(Facts(November, 1, new TermsFrom(Always, terms)) with { WeeklyHoursOn = day => day < new DateOnly(2026, 11, 16) ? 25 : 30 });

        Assert.That(reckoned.Cents, Is.EqualTo(450_00));
        Assert.That(reckoned.Lines.Where(line => line.Step is ReckonedStep.Part).Select(line => line.Cents), Is.EqualTo(new long?[] { 200_00, 250_00 }));
    }
}
