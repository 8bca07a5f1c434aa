using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Internships.Attendance;

internal sealed class RegisterRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly RegisterMonth November = new(new(2026, 11, 1));
    private static readonly RegisterSubject Subject = new(Guid.Empty, new(2026, 11, 9), new(2027, 5, 8), 25, "Paola Neri");

    private static string[] CodesOf(params WrittenDay[] days)
    {
        try
        {
            DayRules.Check(new(Subject, November, days, Today));
            return [];
        }
        catch (RulesBrokenException refused)
        {
            return [.. refused.Rules.Select(rule => rule.Code)];
        }
    }

    private static WrittenDay Day(int day, int? minutes = 300, Absence? absence = null) => new(new(2026, 11, day), minutes, absence);

    [Test]
    public void Day_WhenAllHolds_IsTaken()
    {
        Assert.That(CodesOf(Day(9), Day(10, null, Absence.Illness), Day(24, 1440), Day(11, 0), Day(12, null), Day(30, null, Absence.Closure)), Is.Empty);
    }

    [Test]
    public void Day_WhenOutsideTheInternshipOrTheMonth_IsNamed()
    {
        Assert.That(CodesOf(Day(8)), Is.EqualTo(new[] { "attendance.day-outside" }));
        Assert.That(CodesOf(new WrittenDay(new(2026, 12, 1), null, null)), Is.EqualTo(new[] { "attendance.day-of-another-month" }));
        var refused = Assert.Throws<RulesBrokenException>(() => DayRules.Check(new(Subject, November, [Day(8)], Today)))!;
        Assert.That(refused.Rules[0].Message.It, Does.StartWith("8 novembre 2026").And.Contain("09/11/2026"));
    }

    [TestCase(1500)]
    [TestCase(1441)]
    [TestCase(-1)]
    public void Day_WhenItHasMoreThan24HoursOrLessThanNone_IsNamed(int minutes) => Assert.That(CodesOf(Day(9, minutes)), Is.EqualTo(new[] { "attendance.day-hours" }));

    [Test]
    public void Day_WhenTwiceOrBothOrToCome_IsNamedOnce()
    {
        Assert.That(CodesOf(Day(9), Day(9)), Is.EqualTo(new[] { "attendance.day-twice" }));
        Assert.That(CodesOf(Day(9, 60, Absence.Other)), Is.EqualTo(new[] { "attendance.hours-and-absence" }));
        Assert.That(CodesOf(Day(25)), Is.EqualTo(new[] { "attendance.day-to-come" }));
        Assert.That(CodesOf(Day(8), Day(9, 1500), Day(26)), Is.EqualTo(new[] { "attendance.day-outside", "attendance.day-hours", "attendance.day-to-come" }));
    }

    [Test]
    public void Month_WhenNotOver_IsNotSigned()
    {
        Assert.That(MonthIsOver.Holds(Subject, November, new(2026, 11, 29)), Is.False);
        Assert.That(MonthIsOver.Holds(Subject, November, new(2026, 11, 30)), Is.True);
        Assert.That(MonthIsOver.Holds(Subject with { LastDay = new(2026, 11, 20) }, November, new(2026, 11, 20)), Is.True, "the internship ended before");
        Assert.That(Assert.Throws<RuleBrokenException>(() => MonthIsOver.Check(Subject, November, Today))!.Code, Is.EqualTo("attendance.month-running"));
    }

    [Test]
    public void WorkingDays_WhenOneIsEmpty_IsNamedBeforeSigning()
    {
        RegisterDay Of(int day, int usual, int? minutes = null, Absence? absence = null) => new(new(2026, 11, day), null, usual, minutes, absence) { IsSuspended = false };

        Assert.DoesNotThrow(() => WorkingDaysAreFilled.Check([Of(9, 300, 240), Of(10, 300, null, Absence.Illness), Of(14, 0)]));
        var refused = Assert.Throws<RuleBrokenException>(() => WorkingDaysAreFilled.Check([Of(9, 300), Of(10, 300, 0), Of(11, 300)]))!;
        Assert.That(refused.Sentence.It, Does.Contain("9, 11"));
    }

    [Test]
    public void Register_WhenBeingSignedOrClosed_StaysAsItIs()
    {
        Assert.DoesNotThrow(() => SignedRegisterStaysAsItIs.Check(RegisterState.Open));
        Assert.That(Assert.Throws<ConflictException>(() => SignedRegisterStaysAsItIs.Check(RegisterState.ToSign))!.Code, Is.EqualTo("attendance.to-sign"));
        Assert.That(Assert.Throws<ConflictException>(() => SignedRegisterStaysAsItIs.Check(RegisterState.Closed))!.Code, Is.EqualTo("attendance.closed"));
    }

    [Test]
    public void Patron_WhenTheDayIsNotInTheCalendar_DoesNotExist()
    {
        Assert.That(PatronDayExists.Holds(null, null), Is.True);
        Assert.That(PatronDayExists.Holds(2, 29), Is.True);
        Assert.That(PatronDayExists.Holds(2, 30), Is.False);
        Assert.That(PatronDayExists.Holds(13, 1), Is.False);
        Assert.That(PatronDayExists.Holds(null, 1), Is.False);
        Assert.That(PatronDayExists.Holds(1, null), Is.False);
    }

    [Test]
    public void Month_WhenWrittenWrong_IsRefused()
    {
        Assert.That(RegisterMonth.Read("2026-11"), Is.EqualTo(November));
        foreach (var wrong in new[] { "2026-13", "novembre", "2026-11-01", "" })
        {
            Assert.That(Assert.Throws<FieldException>(() => RegisterMonth.Read(wrong))!.Code, Is.EqualTo("attendance.month-form"));
        }
    }
}
