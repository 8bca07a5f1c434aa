using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Monitoring.Rules;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Monitoring;

internal sealed class MonitoringRulesTests
{
    private static readonly Rhythm Usual = new MonitoringOptions().For(InternshipKind.Extracurricular, null);
    private static readonly DateOnly Start = new(2026, 11, 30), End = new(2027, 5, 29);

    [Test]
    public void Rhythm_WhenTheProgrammeSaysSomething_GoesBeforeTheKindAndTheUsual()
    {
        var options = new MonitoringOptions();
        options.Kinds[InternshipKind.SocialInclusion] = new() { VisitEveryDays = 20, FirstVisitDays = 12 };
        options.Programmes["Nuovi passi"] = new() { FirstVisitDays = 7 };

        var rhythm = options.For(InternshipKind.SocialInclusion, "nuovi passi");

        Assert.That((rhythm.FirstVisitDays, rhythm.VisitEveryDays, rhythm.InterviewEveryDays), Is.EqualTo((7, 20, 30)));
        Assert.That(options.For(InternshipKind.Extracurricular, "altro"), Is.EqualTo(Usual));
    }

    [Test]
    public void Due_WhenTheFirstOrTheNextOneFallsAfterTheEnd_IsNotAskedFor()
    {
        Assert.That(VisitIsDue.On(VisitKind.Visit, Start, End, null, Usual, []), Is.EqualTo(new DateOnly(2026, 12, 15)));
        Assert.That(VisitIsDue.On(VisitKind.Visit, Start, End, new(2027, 4, 29), Usual, []), Is.EqualTo(End));
        Assert.That(VisitIsDue.On(VisitKind.Visit, Start, End, new(2027, 4, 30), Usual, []), Is.Null);
        Assert.That(VisitIsDue.On(VisitKind.Interview, Start, End, null, Usual, []), Is.EqualTo(new DateOnly(2026, 12, 10)));
    }

    [Test]
    public void Due_WhenItRests_WaitsForTheDayAfterOrForNothing()
    {
        Span[] two = [new(new(2026, 12, 10), new(2026, 12, 20)), new(new(2026, 12, 21), new(2026, 12, 24))];

        Assert.That(VisitIsDue.On(VisitKind.Visit, Start, End, null, Usual, two), Is.EqualTo(new DateOnly(2026, 12, 25)), "one rest after the other");
        Assert.That(VisitIsDue.On(VisitKind.Visit, Start, End, null, Usual, [new(new(2026, 12, 10), new(9999, 12, 31))]), Is.Null, "its end is not known");
        Assert.That(VisitIsDue.On(VisitKind.Visit, Start, End, null, Usual, [new(new(2026, 12, 16), new(2026, 12, 20))]), Is.EqualTo(new DateOnly(2026, 12, 15)));
    }

    [TestCase("j j j", 3)]
    [TestCase("j j w", null)]
    [TestCase("j j w j", null)]
    [TestCase("w j c j h j", 3)]
    [TestCase("i j u o", 4)]
    [TestCase("j j - j", 3)]
    [TestCase("", null)]
    public void Absences_WhenInARowUpToTheLastDay_AreCountedWithoutClosuresAndHolidays(string days, int? number)
    {
        var seen = days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((code, place) => new SeenDay(Start.AddDays(place), code == "w" ? 300 : null, code switch
        {
            "j" => Absence.Justified,
            "i" => Absence.Illness,
            "u" => Absence.Unjustified,
            "o" => Absence.Other,
            "c" => Absence.Closure,
            "h" => Absence.Holiday,
            _ => null,
        }));

        Assert.That(AbsencesInARow.Of(seen, 3)?.Number, Is.EqualTo(number));
    }

    [Test]
    public void NoVisit_WhenItRested_DoesNotCountThoseDays()
    {
        Assert.That(NobodyVisited.Of(Start, null, Start.AddDays(44), 45, []), Is.Null);
        Assert.That(NobodyVisited.Of(Start, null, Start.AddDays(45), 45, []), Is.EqualTo(new MonitoringAlert(AlertKind.NoVisit, 45, Start)));
        Assert.That(NobodyVisited.Of(Start, null, Start.AddDays(45), 45, [new(Start.AddDays(10), Start.AddDays(12))]), Is.Null);
        Assert.That(NobodyVisited.Of(Start, Start.AddDays(30), Start.AddDays(60), 45, []), Is.Null);
        Assert.That(NobodyVisited.Of(Start, null, Start.AddDays(60), 45, [new(Start.AddDays(50), new(9999, 12, 31))])?.Number, Is.EqualTo(49));
    }

    [TestCase(75, null)]
    [TestCase(74, 74)]
    [TestCase(125, null)]
    [TestCase(126, 126)]
    [TestCase(0, 0)]
    public void Hours_WhenBeyondTheGapOnEitherSide_AreAnAlert(int worked, int? percent) => Assert.That(HoursAreFar.Of(Start, worked, 100, 25)?.Number, Is.EqualTo(percent));

    [Test]
    public void Hours_WhenNothingWasPlanned_AreNoAlert() => Assert.That(HoursAreFar.Of(Start, 60, 0, 25), Is.Null);
}
