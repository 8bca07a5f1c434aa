using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Tutors;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Internships.Tutors;

internal sealed class TutorRemindersTests
{
    [TestCase(1, 1)]
    [TestCase(4, 1)]
    [TestCase(5, 5)]
    [TestCase(9, 5)]
    [TestCase(10, 10)]
    [TestCase(31, 10)]
    public void Reminder_WhenADayHasCome_ReachesTheLastStep(int day, int step) => Assert.That(TutorReminders.Reached(new(2027, 1, day)), Is.EqualTo(step));

    [Test]
    public void Health_WhenTheTutorLeavesTheDayJustified_StaysWhatTheServiceWrote()
    {
        var day = new DateOnly(2026, 12, 1);
        RegisterDay[] known = [new(day, null, 300, null, Absence.Illness) { IsSuspended = false }, new(day.AddDays(1), null, 300, null, Absence.Injury) { IsSuspended = false }];

        Assert.That(known.Select(HealthIsOfTheService.Shown).Select(one => one.Absence), Is.All.EqualTo(Absence.Justified));
        var kept = HealthIsOfTheService.Keep([new(day, null, Absence.Justified), new(day.AddDays(1), 300, null), new(day.AddDays(2), null, Absence.Justified)], known);
        Assert.That(kept.Select(one => one.Absence), Is.EqualTo(new Absence?[] { Absence.Illness, null, Absence.Justified }));
        Assert.Throws<RulesBrokenException>(() => HealthIsOfTheService.Keep([new(day, null, Absence.Injury)], known));
    }
}
