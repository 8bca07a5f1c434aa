using InclusionPlatform.Shared;
using InclusionPlatform.Training.Editions;
using InclusionPlatform.Training.Editions.Rules;
using InclusionPlatform.Training.Sessions;

namespace InclusionPlatform.UnitTests.Training;

internal sealed class SessionRuleTests
{
    [TestCase("09:00", 540)]
    [TestCase("9:05", 545)]
    [TestCase(" 23:59 ", 1439)]
    [TestCase("08:30:00", 510)]
    public void TimeOfDay_WhenWrittenByPeople_IsRead(string text, int minute)
    {
        Assert.That(TimeOfDay.TryParse(text, out var read), Is.True);
        Assert.That(read, Is.EqualTo(minute));
    }

    [TestCase("24:00")]
    [TestCase("9")]
    [TestCase("nove")]
    [TestCase("")]
    [TestCase(null)]
    public void TimeOfDay_WhenNoHour_IsNot(string? text) => Assert.That(TimeOfDay.TryParse(text, out _), Is.False);

    [Test]
    public void TimeOfDay_WhenWritten_ReadsBackForEveryMinuteOfTheDay()
    {
        foreach (var minute in Enumerable.Range(0, 24 * 60))
        {
            Assert.That(TimeOfDay.Parse(TimeOfDay.Write(minute)), Is.EqualTo(minute));
        }
    }

    [TestCase(540, 600, 600, 660, false)]
    [TestCase(540, 600, 480, 540, false)]
    [TestCase(540, 600, 599, 660, true)]
    [TestCase(540, 600, 480, 700, true)]
    [TestCase(540, 600, 550, 560, true)]
    public void WithoutOverlap_WhenAnotherLessonIsThere_RefusesOnlyTheSameTime(int from, int to, int otherFrom, int otherTo, bool refused) => Assert.That(
        () => SessionFits.WithoutOverlap(from, to, [(otherFrom, otherTo)]),
        refused ? Throws.TypeOf<FieldException>().With.Property("Code").EqualTo("session.overlaps") : Throws.Nothing);

    [TestCase("2026-12-01", true)]
    [TestCase("2026-12-31", true)]
    [TestCase("2026-11-30", false)]
    [TestCase("2027-01-01", false)]
    public void WithinEdition_WhenDayIsAtTheEdge_IsInside(string day, bool fits) => Assert.That(
        () => SessionFits.WithinEdition(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(2026, 12, 1), new(2026, 12, 31), EditionState.Running),
        fits ? Throws.Nothing : Throws.TypeOf<FieldException>().With.Property("Code").EqualTo("session.outside-edition"));

    [Test]
    public void EditionState_WhenItChanges_OnlyTheStepsOfTheTableAreAllowed()
    {
        var start = new DateOnly(2026, 1, 1);
        var allowed = Enum.GetValues<EditionState>().SelectMany(from => Enum.GetValues<EditionState>().Where(to => from != to && Allows(from, to, start)).Select(to => $"{from}-{to}"));

        Assert.That(allowed, Is.EquivalentTo(new[]
        {
            "Planned-Enrolling", "Planned-Running", "Planned-Cancelled", "Enrolling-Planned", "Enrolling-Running", "Enrolling-Cancelled",
            "Running-Enrolling", "Running-Ended", "Running-Cancelled", "Ended-Running", "Cancelled-Planned",
        }));
        Assert.That(Allows(EditionState.Running, EditionState.Ended, start.AddYears(2)), Is.False, "an edition that has not begun is not over");
    }

    private static bool Allows(EditionState from, EditionState to, DateOnly startsOn)
    {
        try
        {
            EditionMayChangeState.Check(from, to, startsOn, new(2026, 11, 23));
            return true;
        }
        catch (FieldException)
        {
            return false;
        }
    }
}
