using FsCheck.Fluent;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.UnitTests.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class InternshipMonthsTests
{
    private static readonly FsCheck.Arbitrary<(DateOnly Start, int Months)> Spans = (
        from day in Gen.Choose(0, 36_000)
        from months in Gen.Choose(1, 60)
        select (new DateOnly(2000, 1, 1).AddDays(day), months)).ToArbitrary();

    [TestCase("2026-09-01", 6, "2027-02-28")]
    [TestCase("2026-11-30", 6, "2027-05-29")]
    [TestCase("2026-08-31", 6, "2027-02-28")]
    [TestCase("2027-08-31", 6, "2028-02-29")]
    [TestCase("2026-01-29", 1, "2026-02-28")]
    [TestCase("2026-01-30", 1, "2026-02-28")]
    [TestCase("2026-02-28", 12, "2027-02-27")]
    [TestCase("2024-02-29", 12, "2025-02-28")]
    [TestCase("2026-12-15", 1, "2027-01-14")]
    public void LastDay_WhenMonthsAreCounted_IsTheDayBeforeTheCorrespondingOne(string start, int months, string last)
    {
        Assert.That(InternshipMonths.LastDay(DateOnly.Parse(start, null), months), Is.EqualTo(DateOnly.Parse(last, null)));
    }

    [Test]
    public void Begun_WhenSpanIsExactlySoManyMonths_CountsThemAndOneMoreTheDayAfter() => Spans.AreTrueFor(span =>
    {
        var last = InternshipMonths.LastDay(span.Start, span.Months);
        return InternshipMonths.Begun(span.Start, last) == span.Months && InternshipMonths.Begun(span.Start, last.AddDays(1)) == span.Months + 1;
    });

    [Test]
    public void LastDay_WhenAMonthIsAdded_MovesByTwentyEightToThirtyOneDays() => Spans.AreTrueFor(span =>
    {
        var days = InternshipMonths.LastDay(span.Start, span.Months + 1).DayNumber - InternshipMonths.LastDay(span.Start, span.Months).DayNumber;
        return days is >= 28 and <= 31;
    });

    [Test]
    public void LastDay_WhenStartIsEarlyInTheMonth_AddsUp() => Spans.AreTrueFor(span =>
    {
        var start = new DateOnly(span.Start.Year, span.Start.Month, Math.Min(span.Start.Day, 28));
        var half = InternshipMonths.LastDay(start, span.Months).AddDays(1);
        return InternshipMonths.LastDay(half, span.Months) == InternshipMonths.LastDay(start, 2 * span.Months);
    });
}
