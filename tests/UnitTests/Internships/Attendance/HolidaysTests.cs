using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.UnitTests.Internships.Attendance;

internal sealed class HolidaysTests
{
    [TestCase(2000, 4, 23)]
    [TestCase(2008, 3, 23)]
    [TestCase(2024, 3, 31)]
    [TestCase(2026, 4, 5)]
    [TestCase(2027, 3, 28)]
    [TestCase(2038, 4, 25)]
    public void Easter_WhenAYearIsAsked_IsItsSunday(int year, int month, int day) => Assert.That(Holidays.EasterOf(year), Is.EqualTo(new DateOnly(year, month, day)));

    [Test]
    public void Easter_WhenAnyYear_IsASundayBetween22MarchAnd25April()
    {
        foreach (var year in Enumerable.Range(1900, 400))
        {
            var easter = Holidays.EasterOf(year);
            Assert.That(easter.DayOfWeek, Is.EqualTo(DayOfWeek.Sunday), $"{year}");
            Assert.That(easter, Is.InRange(new DateOnly(year, 3, 22), new DateOnly(year, 4, 25)));
        }
    }

    [Test]
    public void Holiday_WhenPublicOrOfThePatron_HasAName()
    {
        var patron = new PatronDay(10, 13);

        Assert.That(Holidays.Of(new(2026, 4, 6), null), Is.Not.Null, "Easter Monday");
        Assert.That(Holidays.Of(new(2026, 12, 8), null), Is.Not.Null);
        Assert.That(Holidays.Of(new(2026, 10, 13), patron), Is.Not.Null);
        Assert.That(Holidays.Of(new(2026, 10, 13), null), Is.Null);
        Assert.That(Holidays.Of(new(2026, 11, 24), patron), Is.Null);
        Assert.That(Holidays.Of(new(2025, 10, 4), null), Is.Null, "before L. 151/2025");
        Assert.That(Holidays.Of(new(2026, 10, 4), null)?.It, Is.EqualTo("San Francesco"), "L. 151/2025");
    }

    [Test]
    public void Holiday_WhenAYearIsCounted_ThereAreThirteen()
    {
        var days = Enumerable.Range(0, 365).Select(day => new DateOnly(2026, 1, 1).AddDays(day));

        Assert.That(days.Count(day => Holidays.Of(day, null) is not null), Is.EqualTo(13));
    }

    [TestCase(20)]
    [TestCase(22)]
    [TestCase(25)]
    [TestCase(38)]
    public void UsualWeek_WhenSpread_HoldsTheWeeklyHoursFromMondayToFriday(int hours)
    {
        var week = UsualWeek.Spread(hours);

        Assert.That(week.Monday + week.Tuesday + week.Wednesday + week.Thursday + week.Friday, Is.EqualTo(hours * 60));
        Assert.That(week.Saturday + week.Sunday, Is.Zero);
        Assert.That(week.On(new(2026, 12, 8), null), Is.Zero, "a holiday");
        Assert.That(week.On(new(2026, 11, 24), null), Is.EqualTo(week.Tuesday));
        Assert.That(week.On(new(2026, 11, 24), new(11, 24)), Is.Zero, "the patron saint");
    }
}
