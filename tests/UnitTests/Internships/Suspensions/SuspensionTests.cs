using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Internships.Suspensions.Rules;
using InclusionPlatform.Shared;
using InclusionPlatform.UnitTests.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Suspensions;

internal sealed class SuspensionTests
{
    private static readonly DateOnly First = new(2027, 1, 11);

    [TestCase(SuspensionReason.Maternity, 1, 1, TestName = "Guidelines 25-5-2017: maternity moves the end, however short")]
    [TestCase(SuspensionReason.Illness, 29, 0, TestName = "Guidelines 25-5-2017: an illness of 29 days does not move the end")]
    [TestCase(SuspensionReason.Illness, 30, 30, TestName = "Guidelines 25-5-2017: an illness of 30 days moves the end")]
    [TestCase(SuspensionReason.Injury, 30, 30, TestName = "Guidelines 25-5-2017: an injury of 30 days moves the end")]
    [TestCase(SuspensionReason.Closure, 14, 0, TestName = "Guidelines 25-5-2017: a closure of 14 days does not move the end")]
    [TestCase(SuspensionReason.Closure, 15, 15, TestName = "Guidelines 25-5-2017: a closure of 15 days moves the end")]
    [TestCase(SuspensionReason.Quarantine, 30, 30, TestName = "A quarantine is reckoned as an illness")]
    [TestCase(SuspensionReason.Other, 200, 0, TestName = "Other reasons never move the end")]
    public void Days_WhenSuspended_MoveTheEndByRule(SuspensionReason reason, int days, int moved)
    {
        var figures = SampleFacts.Extracurricular with { SuspensionIllnessDays = 30, SuspensionClosureDays = 15 };

        Assert.That(SuspensionMovesTheEnd.Days(reason, First, First.AddDays(days - 1), figures), Is.EqualTo(moved));
        Assert.That(SuspensionMovesTheEnd.Days(reason, First, null, figures), Is.Zero, "an end that is not known moves nothing yet");
    }

    [Test]
    public void Maximum_WhenTheEndWasMoved_CountsOnlyTheOtherDays([Values(15, 30, 45, 150)] int moved)
    {
        var full = SampleFacts.Good.Lasting(12);

        var suspended = full.With(plan => plan with { EndsOn = plan.EndsOn.AddDays(moved), SuspendedDays = moved });
        var oneDayMore = suspended.With(plan => plan with { EndsOn = plan.EndsOn.AddDays(1) });

        Assert.That(new MaximumDuration().Check(suspended).Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That(new MaximumDuration().Check(oneDayMore).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [TestCase("2027-01-10", null, "internship.suspension-outside")]
    [TestCase("2027-07-01", null, "internship.suspension-outside")]
    [TestCase("2027-02-01", "2027-01-31", "internship.suspension-backwards")]
    [TestCase("2027-03-05", "2027-03-20", "internship.suspension-overlaps")]
    [TestCase("2027-02-01", null, "internship.suspension-overlaps")]
    [TestCase("2027-04-01", "2029-04-01", "internship.suspension-too-long")]
    [TestCase("2027-04-01", "9999-12-31", "internship.suspension-too-long")]
    public void Fits_WhenItDoesNot_SaysWhichField(string from, string? to, string code)
    {
        var error = Assert.Throws<FieldException>(() => SuspensionFits.Check(
            DateOnly.Parse(from, null), to is null ? null : DateOnly.Parse(to, null), First, new(2027, 6, 30), [new Span(new(2027, 3, 1), new(2027, 3, 10))], []));

        Assert.That(error!.Code, Is.EqualTo(code));
    }

    [Test]
    public void Register_WhenADayIsSuspended_TakesNeitherHoursNorAbsence()
    {
        var subject = new RegisterSubject(Guid.Empty, First, new(2027, 6, 30), 25, "Paola Neri");
        var facts = new DayFacts(subject, RegisterMonth.Of(new(2027, 2, 1)), [], new(2027, 3, 1)) { Suspended = [new Span(new(2027, 2, 8), new(2027, 2, 12))] };
        var rule = new DayIsNotSuspended();

        Assert.That(rule.Check(new(new(2027, 2, 8), 60, null), facts)!.Code, Is.EqualTo("attendance.day-suspended"));
        Assert.That(rule.Check(new(new(2027, 2, 12), null, Absence.Illness), facts), Is.Not.Null);
        Assert.That(rule.Check(new(new(2027, 2, 12), null, null), facts), Is.Null);
        Assert.That(rule.Check(new(new(2027, 2, 15), 60, null), facts), Is.Null);
    }
}
