using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Shared;
using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class ProjectHoursTests
{
    private static readonly DayHours MondayMorning = new(DayOfWeek.Monday, new(9, 0), new(13, 0));

    private static WeekHours Week(params DayHours[] slots) => WeekHours.Of(slots)!;

    private static RuleFacts With(WeekHours? hours) => SampleFacts.Good.With((PlanFacts plan) => plan with { Hours = hours });

    [Test]
    public void WeekHours_WhenWrittenAndRead_AreTheSameInOrder()
    {
        var hours = Week(new(DayOfWeek.Sunday, new(8, 30), new(12, 0)), new(DayOfWeek.Monday, new(14, 0), new(18, 15)), MondayMorning);

        Assert.That(hours.Text, Is.EqualTo("1 09:00-13:00;1 14:00-18:15;7 08:30-12:00"));
        Assert.That(WeekHours.Read(hours.Text)!.Slots, Is.EqualTo(hours.Slots));
        Assert.That((hours.Minutes, hours.Hours), Is.EqualTo((705, 11.75m)), "to the minute");
        Assert.That(WeekHours.Of([]), Is.Null);
        Assert.That(WeekHours.Read(null), Is.Null);
    }

    [Test]
    public void WeekHours_WhenAnyWeekIsWritten_NoMinuteIsLost([Range(0, 60)] int seed)
    {
        var random = new Random(seed);
        DayHours Slot(int day)
        {
            var from = random.Next(0, 1400);
            return new((DayOfWeek)(day % 7), TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(random.Next(from + 1, 1440)));
        }

        var hours = WeekHours.Of([.. Enumerable.Range(seed, 1 + random.Next(7)).Select(Slot)])!;

        Assert.That(WeekHours.Read(hours.Text)!.Text, Is.EqualTo(hours.Text));
        Assert.That(Enum.GetValues<DayOfWeek>().Sum(hours.MinutesOn), Is.EqualTo(hours.Minutes));
        Assert.That(hours.Text, Has.Length.LessThanOrEqualTo(400));
    }

    [Test]
    public void UsualWeek_WhenTheProjectSaysTheHours_FollowsThem()
    {
        var week = UsualWeek.Of(Week(MondayMorning, new(DayOfWeek.Saturday, new(8, 0), new(9, 30))).Text, 25);

        Assert.That(week, Is.EqualTo(new UsualWeek(240, 0, 0, 0, 0, 90, 0)));
        Assert.That(UsualWeek.Of(null, 25), Is.EqualTo(new UsualWeek(300, 300, 300, 300, 300, 0, 0)));
    }

    [TestCase("09:00", "13:00", false)]
    [TestCase("12:59", "14:00", true)]
    [TestCase("13:00", "14:00", false, Description = "one ends as the other begins")]
    public void Hours_WhenTwoOfADayLieOverEachOther_AreRefused(string from, string to, bool overlap)
    {
        var other = new DayHours(from == "09:00" ? DayOfWeek.Tuesday : DayOfWeek.Monday, TimeOnly.Parse(from, null), TimeOnly.Parse(to, null));

        Assert.That(WeekHoursAreSound.Overlap([MondayMorning, other]), Is.EqualTo(overlap));
        Assert.That(WeekHoursAreSound.Holds(new(DayOfWeek.Monday, new(10, 0), new(10, 0))), Is.False);
    }

    [Test]
    public void HoursFitThePerson_WhenTherapyFallsInTheHours_BlocksAndNamesWhenNotWhy()
    {
        var rule = new HoursFitThePerson();
        var busy = new PersonLimits([new(DayOfWeek.Monday, new(12, 0), new(15, 0))], null);
        RuleFacts Of(WeekHours? hours, PersonLimits? limits) => With(hours).With((PersonFacts person) => person with { Limits = limits });

        var clash = rule.Check(Of(Week(MondayMorning), busy));

        Assert.That((clash.Outcome, clash.Numbers["minutes"]), Is.EqualTo((RuleOutcome.Blocks, 60L)));
        Assert.That(clash.Sentence.It, Does.Contain("lunedì 12:00–13:00"));
        Assert.That(rule.Check(Of(Week(new DayHours(DayOfWeek.Monday, new(8, 0), new(12, 0))), busy)).Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That(rule.Check(Of(null, busy)).Outcome, Is.EqualTo(RuleOutcome.Warns));
        Assert.That(rule.Check(Of(Week(MondayMorning), null)).Outcome, Is.EqualTo(RuleOutcome.Ok), "whoever may not know learns nothing");
        Assert.That(rule.Check(Of(Week(MondayMorning), new([], 3))).Outcome, Is.EqualTo(RuleOutcome.Warns), "more hours than the person wants");
    }

    [TestCase(DayOfWeek.Monday, 10, 12, ExpectedResult = "Blocks")]
    [TestCase(DayOfWeek.Monday, 13, 15, ExpectedResult = "Warns")]
    [TestCase(DayOfWeek.Tuesday, 10, 12, ExpectedResult = "Warns")]
    public string PersonIsFree_WhenAnotherInternshipRuns_LooksAtTheHours(DayOfWeek day, int from, int to) => new PersonIsFree().Check(With(Week(MondayMorning))
        .With((PersonFacts person) => person with { Running = [new(SampleFacts.Monday, SampleFacts.Monday.AddDays(60), Week(new DayHours(day, new(from, 0), new(to, 0))))] })).Outcome.ToString();

    [Test]
    public void PersonIsFree_WhenBothTogetherAreMoreThanTheContract_Blocks()
    {
        DayHours[] mornings = [.. Enumerable.Range(1, 5).Select(day => new DayHours((DayOfWeek)day, new(8, 0), new(13, 0)))];
        DayHours[] afternoons = [.. Enumerable.Range(1, 4).Select(day => new DayHours((DayOfWeek)day, new(14, 0), new(18, 0)))];

        var result = new PersonIsFree().Check(With(Week(mornings)).With((PersonFacts person) => person with { Running = [new(SampleFacts.Monday, SampleFacts.Monday, Week(afternoons))] }));

        Assert.That((result.Outcome, result.Numbers["hours"]), Is.EqualTo((RuleOutcome.Blocks, 41L)));
    }

    [TestCase(8, ExpectedResult = "Ok")]
    [TestCase(9, ExpectedResult = "Warns")]
    public string HoursByWeekday_WhenADayIsLong_Warns(int hours) => new HoursByWeekday().Check(With(Week(new DayHours(DayOfWeek.Friday, new(8, 0), new(8 + hours, 0))))).Outcome.ToString();

    [TestCase(SafetyRisk.Low, 4, 4, 0, ExpectedResult = "Ok")]
    [TestCase(SafetyRisk.Low, 3, 4, 0, ExpectedResult = "Blocks")]
    [TestCase(SafetyRisk.Medium, 4, 7, 0, ExpectedResult = "Blocks")]
    [TestCase(SafetyRisk.Medium, 4, 8, 0, ExpectedResult = "Ok")]
    [TestCase(SafetyRisk.High, 4, 11, 0, ExpectedResult = "Blocks")]
    [TestCase(SafetyRisk.High, 4, 12, 0, ExpectedResult = "Ok")]
    [TestCase(SafetyRisk.High, 4, 12, 1, ExpectedResult = "Blocks", Description = "after the first day")]
    public string SafetyTraining_DLgs81Of2008Art37AndAccord221Of2011_AsksHoursByRiskBeforeTheStart(SafetyRisk risk, int general, int specific, int daysAfterStart) => new SafetyTraining().Check(
        SampleFacts.Good.With((PlanFacts plan) => plan with { Safety = new(risk, general, specific, SampleFacts.Monday.AddDays(daysAfterStart), "RSPP") })).Outcome.ToString();

    [Test]
    public void SafetyTraining_WhenNobodySaysWhoHoldsIt_Blocks()
    {
        var unsaid = SampleFacts.Good.With((PlanFacts plan) => plan with { Safety = new(SafetyRisk.Low, 4, 4, SampleFacts.Monday, null) });

        Assert.That(new SafetyTraining().Check(unsaid).Outcome, Is.EqualTo(RuleOutcome.Blocks));
        Assert.That(new SafetyTraining().Check(unsaid).Sentence.It, Is.EqualTo("Manca la formazione sulla sicurezza: indicare chi la tiene."), "what is there is not asked for");
        Assert.That(new SafetyTraining().Check(unsaid.With((PlanFacts plan) => plan with { Safety = null })).Act, Does.Contain("81/2008"));
    }

    [TestCase(null, 4, 4, "RSPP", 0, ExpectedResult = "safetyRisk")]
    [TestCase(SafetyRisk.Low, null, 4, null, 0, ExpectedResult = "safetyGeneralHours")]
    [TestCase(SafetyRisk.Low, 4, 4, "", 0, ExpectedResult = "safetyBy")]
    [TestCase(SafetyRisk.Low, 3, 3, "RSPP", 0, ExpectedResult = "safetyGeneralHours")]
    [TestCase(SafetyRisk.High, 4, 8, "RSPP", 0, ExpectedResult = "safetySpecificHours")]
    [TestCase(SafetyRisk.Low, 4, 4, "RSPP", 1, ExpectedResult = "safetyOn")]
    public string? SafetyTraining_WhenItBlocks_NamesTheFirstFieldThatMendsIt(SafetyRisk? risk, int? general, int? specific, string? by, int daysAfterStart) => new SafetyTraining().Check(
        SampleFacts.Good.With((PlanFacts plan) => plan with { Safety = new(risk, general, specific, SampleFacts.Monday.AddDays(daysAfterStart), by) })).Field;

    [TestCase(25, "25 ore", "25 hours", "25", 25, null)]
    [TestCase(1, "1 ora", "1 hour", "1", 1, null)]
    [TestCase(22.5, "22 h 30", "22 h 30", "22 h 30", 22, 30)]
    [TestCase(13.25, "13 h 15", "13 h 15", "13 h 15", 13, 15)]
    [TestCase(22.33, "22 h 20", "22 h 20", "22 h 20", 22, 20)]
    public void WeeklyTime_WithOrWithoutMinutes_IsSaidAndCountedExactly(double hours, string it, string en, string brief, int whole, int? rest)
    {
        var exact = (decimal)hours;
        Assert.That((WeeklyTime.Said(exact), WeeklyTime.Short(exact), WeeklyTime.Whole(exact)), Is.EqualTo((new Words(it, en), brief, whole)));
        Assert.That((WeeklyTime.NeedsDays(exact), WeeklyTime.Numbers(exact).GetValueOrDefault("restMinutes")), Is.EqualTo((rest is not null, (long)(rest ?? 0))));
    }

    [TestCase(40, RuleOutcome.Ok)]
    [TestCase(40.25, RuleOutcome.Blocks)]
    public void WeeklyHours_WithAQuarterTooMuch_AreAboveTheContract(double hours, RuleOutcome outcome) =>
        Assert.That(new WeeklyHours().Check(SampleFacts.Good.With((PlanFacts plan) => plan with { WeeklyHours = (decimal)hours }) with { Figures = SampleFacts.Good.Figures with { MaxWeeklyHours = 40 } }).Outcome, Is.EqualTo(outcome));

    [TestCase(29.75, 40000)]
    [TestCase(30, 50000)]
    public void Allowance_ByWeeklyHours_ReachesTheStepOnlyWithItsWholeHours(double hours, long cents) => Assert.That(
        AllowanceReachesMinimum.Least(SampleFacts.Good.Figures with { Allowances = [new(AllowanceBasis.WeeklyHours, 0, 40000, null), new(AllowanceBasis.WeeklyHours, 30, 50000, null)] }, SampleFacts.Good.Plan with { WeeklyHours = (decimal)hours }), Is.EqualTo(cents));
}
