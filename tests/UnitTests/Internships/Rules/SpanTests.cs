using FsCheck.Fluent;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.UnitTests.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class SpanTests
{
    private static readonly DateOnly Zero = new(2026, 1, 1);

    private static readonly FsCheck.Gen<Span> AnySpan =
        from start in Gen.Choose(0, 60)
        from length in Gen.Choose(0, 25)
        select new Span(Zero.AddDays(start), Zero.AddDays(start + length));

    private static readonly FsCheck.Arbitrary<(Span Own, Span[] Others)> Calendars = (
        from own in AnySpan
        from others in Gen.ArrayOf(AnySpan)
        select (own, others)).ToArbitrary();

    [Test]
    public void PeakOf_WhenComparedWithCountingEveryDay_IsTheSame() => Calendars.AreTrueFor(calendar =>
    {
        var (own, others) = calendar;
        var byDay = Enumerable.Range(0, own.Last.DayNumber - own.First.DayNumber + 1).Select(own.First.AddDays).Max(day => others.Count(span => span.First <= day && day <= span.Last));
        return own.PeakOf(others) == byDay;
    });

    [Test]
    public void PeakOf_WhenOneEndsBeforeTheOtherBegins_TheyAreNotTogether()
    {
        var own = new Span(Zero, Zero.AddDays(60));

        Assert.That(own.PeakOf([new(Zero, Zero.AddDays(9)), new(Zero.AddDays(10), Zero.AddDays(20))]), Is.EqualTo(1));
        Assert.That(own.PeakOf([new(Zero, Zero.AddDays(10)), new(Zero.AddDays(10), Zero.AddDays(20))]), Is.EqualTo(2));
    }
}
