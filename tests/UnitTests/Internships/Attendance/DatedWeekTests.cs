using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Internships.Attendance;

internal sealed class DatedWeekTests
{
    private static readonly DateOnly Change = new(2027, 2, 15);

    private static AmendedWeek Amended(DateOnly on, int before, int after, string? usualBefore = null, bool applied = true) => new(Guid.Empty, on, before, after, null, null, usualBefore, applied ? 1 : 0);

    private static UsualDays Days(int weeklyHours, params AmendedWeek[] amended) => UsualDays.Of(null, weeklyHours, null, amended);

    private static int MinutesOf(UsualDays usual, DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Sum(day => usual.MinutesOn(from.AddDays(day)));

    [Test]
    public void Week_WhenAmended_IsThatOfEachDay()
    {
        var usual = Days(20, Amended(Change, 25, 20));

        Assert.That((usual.MinutesOn(Change.AddDays(-3)), usual.MinutesOn(Change)), Is.EqualTo((300, 240)));
        Assert.That((usual.WeeklyHoursOn(Change.AddDays(-1), 20), usual.WeeklyHoursOn(Change, 20)), Is.EqualTo((25, 20)));
        Assert.That(usual.Since, Is.EqualTo(Change));
        Assert.That(Days(20).Since, Is.Null);
    }

    [Test]
    public void Week_ThatSomebodyHadWritten_StaysThatOfTheDaysBefore()
    {
        var usual = Days(20, Amended(Change, 25, 20, new UsualWeek(600, 600, 300, 0, 0, 0, 0).Text));

        Assert.That((usual.MinutesOn(new(2027, 2, 8)), usual.MinutesOn(new(2027, 2, 11)), usual.MinutesOn(Change)), Is.EqualTo((600, 0, 240)));
        Assert.That(UsualWeek.Read(null), Is.Null);
    }

    [Test]
    public void Weeks_OfSeveralAmendments_FollowOneAnotherAndTheWaitingOneComesLast()
    {
        var usual = Days(30, Amended(new(2027, 1, 11), 20, 25), Amended(Change, 25, 30), Amended(new(2027, 3, 1), 30, 10, applied: false));

        Assert.That(new DateOnly[] { new(2027, 1, 8), new(2027, 1, 11), Change, new(2027, 2, 26), new(2027, 3, 1) }.Select(usual.MinutesOn), Is.EqualTo(new[] { 240, 300, 360, 360, 120 }));
    }

    [Test]
    public void Week_WhenOnlyTheTutorChanges_IsTheSameBeforeAndAfter()
    {
        var written = new WrittenUsualWeek(600, 600, 300, 0, 0, 0, 0, null, null, 3);
        var usual = UsualDays.Of(null, 25, written, [Amended(Change, 25, 25, applied: false)]);

        Assert.That((usual.MinutesOn(Change.AddDays(-7)), usual.MinutesOn(Change)), Is.EqualTo((600, 600)));
    }

    private static UsualDays Written(string? weekHours, int weeklyHours, UsualWeek week) => UsualDays.Of(
        weekHours, weeklyHours, new(week.Monday, week.Tuesday, week.Wednesday, week.Thursday, week.Friday, week.Saturday, week.Sunday, null, null, 1), []);

    [Test]
    public void Planned_HoweverTheUsualWeekIsWritten_AddsUpToTheProject()
    {
        var brief = Written(null, 25, new(60, 60, 0, 0, 0, 0, 0));
        var none = Written(null, 25, new(0, 0, 0, 0, 0, 0, 0));
        var same = Written(null, 25, new(600, 600, 300, 0, 0, 0, 0));
        var ofTheProject = Written("1 09:00-13:00;2 14:00-18:00", 8, new(60, 0, 0, 0, 0, 0, 0));

        Assert.That(brief.Planned, Is.EqualTo(new UsualWeek(750, 750, 0, 0, 0, 0, 0)), "its days, the project's hours");
        Assert.That(brief.MinutesOn(Change), Is.EqualTo(60), "the register is filled as before");
        Assert.That(none.Planned, Is.EqualTo(UsualWeek.Spread(25)));
        Assert.That(same.Planned, Is.EqualTo(same.Week));
        Assert.That(ofTheProject.Planned, Is.EqualTo(new UsualWeek(240, 240, 0, 0, 0, 0, 0)), "the days that the project says");
    }

    [Test]
    public void Planned_WhateverTheUsualWeek_IsTheProjectsToTheMinute() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 1440), 7).Zip(Gen.Choose(1, 60)).ToArbitrary(), drawn =>
    {
        var (days, hours) = drawn;
        var planned = Written(null, hours, UsualWeek.Read(string.Join(' ', days))!).Planned;
        var minutes = planned.Text.Split(' ').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return minutes.Sum() == hours * 60 && minutes.All(day => day >= 0) && (days.Sum() == 0 || days.Zip(minutes).All(pair => pair.First > 0 || pair.Second == 0));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Planned_AcrossAnAmendment_IsThatOfTheProjectOfThen()
    {
        var usual = Days(20, Amended(Change, 25, 20, new UsualWeek(60, 60, 0, 0, 0, 0, 0).Text), Amended(new(2027, 3, 1), 20, 10, applied: false));

        Assert.That(new DateOnly[] { new(2027, 2, 8), Change, new(2027, 3, 1) }.Select(usual.PlannedOn), Is.EqualTo(new[] { 750, 240, 120 }));
    }

    [Test]
    public void Month_AcrossAnAmendment_IsPlannedAsTheSumOfItsParts() => Prop.ForAll(Gen.Choose(1, 40).Zip(Gen.Choose(1, 40)).Zip(Gen.Choose(1, 28)).ToArbitrary(), drawn =>
    {
        var ((before, after), day) = drawn;
        var (first, change, last) = (new DateOnly(2027, 2, 1), new DateOnly(2027, 2, day), new DateOnly(2027, 2, 28));
        return MinutesOf(Days(after, Amended(change, before, after)), first, last)
            == MinutesOf(Days(before), first, change.AddDays(-1)) + MinutesOf(Days(after), change, last);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Amendment_WhenItDoesNotFollow_IsRefused()
    {
        DateOnly starts = new(2026, 11, 30), ends = new(2027, 5, 29);
        Assert.That(Assert.Throws<FieldException>(() => AmendmentFollows.Check(starts, ends, starts.AddDays(-1), null, null))!.Code, Is.EqualTo("internship.amendment-outside"));
        Assert.That(Assert.Throws<FieldException>(() => AmendmentFollows.Check(starts, ends, ends.AddDays(1), null, null))!.Code, Is.EqualTo("internship.amendment-outside"));
        Assert.That(Assert.Throws<FieldException>(() => AmendmentFollows.Check(starts, ends, Change.AddDays(-1), Change, null))!.Code, Is.EqualTo("internship.amendment-before-last"));
        Assert.That(Assert.Throws<ConflictException>(() => AmendmentFollows.Check(starts, ends, Change, null, Change))!.Code, Is.EqualTo("internship.amendment-waits"));
        Assert.DoesNotThrow(() => AmendmentFollows.Check(starts, ends, Change, Change, null));
    }
}
