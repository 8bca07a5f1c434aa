using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;
using static InclusionPlatform.UnitTests.Internships.Allowances.ReckonedMonths;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

/// <summary>A dowry: paid month by month or kept, never beyond its total.</summary>
internal sealed class DowryTests
{
    [TestCase("2026-02-16", "2026-08-15", DayShare.CalendarDays)]
    [TestCase("2026-02-16", "2026-08-15", DayShare.Thirtieths)]
    [TestCase("2026-01-31", "2026-07-30", DayShare.CalendarDays)]
    [TestCase("2026-03-01", "2026-08-31", DayShare.CalendarDays)]
    public void Dowry_WhenThePathIsComplete_IsPaidToTheLastCent(string from, string to, DayShare share)
    {
        var months = Dowry(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), share);

        Assert.That(months.Sum(), Is.EqualTo(4800_00));
        Assert.That(months, Is.All.LessThanOrEqualTo(800_00));
    }

    [Test]
    public void Dowry_WhenAMonthWasMissedOrThePathWasShortened_IsNotSettled()
    {
        var (from, to) = (new DateOnly(2026, 2, 16), new DateOnly(2026, 8, 15));

        Assert.That(Dowry(from, to, DayShare.CalendarDays, absentIn: 5).Sum(), Is.EqualTo(4758_53 - 800_00));
        Assert.That(Dowry(from, to.AddDays(-1), DayShare.CalendarDays).Sum(), Is.EqualTo(371_43 + (5 * 800_00) + 361_29));
    }

    private static List<long> Dowry(DateOnly from, DateOnly to, DayShare share, int? absentIn = null)
    {
        var terms = Terms(AllowanceMethod.Dowry, 800_00, total: 4800_00) with { DayShare = share };
        var paid = new List<long>();
        for (var month = RegisterMonth.Of(from); month.First <= to; month = month.Next)
        {
            var worked = month.First.Month == absentIn ? 0 : 6000;
            paid.Add(MonthReckoner.Reckon(new(month, from, to, 25, false, 0, worked, Planned, NoDays, [new(from, terms)], DowryBefore: paid.Sum())).Cents);
        }

        return paid;
    }

    [Test]
    public void Dowry_WhenPaidOrKept_NeverGoesBeyondItsTotal()
    {
        var terms = Terms(AllowanceMethod.Dowry, 800_00, total: 4800_00);

        Assert.That(Reckon(1, terms).Cents, Is.EqualTo(800_00));
        var kept = Reckon(1, terms, facts => facts with { DowryKept = true });
        Assert.That((kept.Cents, kept.KeptCents), Is.EqualTo((0L, 800_00L)));
        var last = Reckon(1, terms, facts => facts with { DowryBefore = 4500_00 });
        Assert.That(last.Cents, Is.EqualTo(300_00));
        Assert.That(last.Lines.Select(line => line.Step), Does.Contain(ReckonedStep.DowryTotal));
        Assert.That(Reckon(1, terms, facts => facts with { DowryBefore = 4800_00 }).Cents, Is.Zero);
    }
}
