using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;
using static InclusionPlatform.UnitTests.Internships.Allowances.ReckonedMonths;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

/// <summary>Months that begin, end or are interrupted on the way.</summary>
internal sealed class PartOfAMonthTests
{
    [TestCase(16, 30, 200_00)]
    [TestCase(1, 15, 200_00)]
    [TestCase(28, 29, 26_67)]
    public void PartialMonth_WhenItBeginsOrEnds_IsPaidByItsDays(int from, int to, long cents)
    {
        var (first, last) = (new DateOnly(2026, 11, from), new DateOnly(2026, 11, to));
        Assert.That(
            Reckon(1, Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75), facts => facts with { FirstDay = first, LastDay = last, WorkedMinutes = PlannedIn(November, first, last) }).Cents,
            Is.EqualTo(cents));
    }

    [TestCase("2027-02", 1, 28, 300_00, TestName = "Thirtieths: a whole February is thirty of them")]
    [TestCase("2027-01", 1, 31, 300_00, TestName = "Thirtieths: a whole month of thirty-one days is no more")]
    [TestCase("2027-01", 2, 31, 300_00, TestName = "Thirtieths: thirty days of thirty-one are a month")]
    [TestCase("2027-02", 15, 28, 140_00, TestName = "Thirtieths: fourteen days of February are fourteen")]
    [TestCase("2027-01", 1, 14, 140_00, TestName = "Thirtieths: fourteen days of January are as many")]
    [TestCase("2027-04", 10, 10, 10_00, TestName = "Thirtieths: one day is one, whatever the month")]
    public void Thirtieths(string month, int from, int to, long cents)
    {
        var of = RegisterMonth.Read(month);
        var (first, last) = (of.First.AddDays(from - 1), of.First.AddDays(to - 1));
        var facts = new MonthFacts(of, first, last, 25, false, 0, 20_000, Planned, NoDays, [new(Always, Terms(AllowanceMethod.FlatWithThreshold, 300_00, 75) with { DayShare = DayShare.Thirtieths })]);

        var reckoned = MonthReckoner.Reckon(facts);

        Assert.That(reckoned.Cents, Is.EqualTo(cents));
        Assert.That(reckoned.Lines.Single(line => line.Step is ReckonedStep.PartInThirtieths).Days, Is.EqualTo(cents / 10_00));
    }

    [Test]
    public void Thirtieths_WhenDaysAreSuspended_OnlyTheOthersCount()
    {
        HashSet<DateOnly> suspended = [.. Enumerable.Range(1, 10).Select(day => new DateOnly(2026, 11, day))];

        var reckoned = Reckon(1, Terms(AllowanceMethod.FlatWithThreshold, 300_00, 75) with { DayShare = DayShare.Thirtieths }, facts => facts with { Suspended = suspended });

        Assert.That(reckoned.Cents, Is.EqualTo(200_00));
    }

    [Test]
    public void SuspendedDays_WhenThereAre_NeitherCountNorLowerThePresence()
    {
        HashSet<DateOnly> suspended = [.. Enumerable.Range(1, 15).Select(day => new DateOnly(2026, 11, day))];
        var worked = PlannedIn(November, new DateOnly(2026, 11, 16));

        var reckoned = Reckon(1, Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75), facts => facts with { Suspended = suspended, WorkedMinutes = worked });

        Assert.That(reckoned.Cents, Is.EqualTo(200_00));
        Assert.That(reckoned.PlannedMinutes, Is.EqualTo(worked));
    }

    [Test]
    public void SuspendedDays_WhateverTheScheme_NeverCount() => Prop.ForAll(AnyMonth.ToArbitrary(), facts =>
    {
        var all = Enumerable.Range(0, 31).Select(day => facts.Month.First.AddDays(day)).ToHashSet();
        var none = MonthReckoner.Reckon(facts with { Suspended = all });
        var some = MonthReckoner.Reckon(facts);
        var parts = some.Lines.Where(line => line.Step is ReckonedStep.Part or ReckonedStep.PartInThirtieths or ReckonedStep.NoTerms);
        return none is { Cents: 0, KeptCents: 0, PlannedMinutes: 0 }
            && parts.All(part => !facts.Suspended.Contains(part.From!.Value) && !facts.Suspended.Contains(part.To!.Value))
            && some.Lines.Where(line => line.Step is ReckonedStep.Part).Sum(line => line.Days ?? 0) + facts.Suspended.Count(day => day >= facts.FirstDay && day <= facts.LastDay && day >= facts.Month.First && day <= facts.Month.Last)
                <= facts.Month.Last.Day;
    }).QuickCheckThrowOnFailure();
}
