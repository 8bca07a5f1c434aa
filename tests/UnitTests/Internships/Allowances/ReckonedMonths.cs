using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

/// <summary>Months to be reckoned, and any that can be thought of.</summary>
internal static class ReckonedMonths
{
    public static readonly DateOnly Always = new(2016, 1, 1), Begins = new(2026, 1, 1), Ends = new(2026, 12, 31);
    public static readonly RegisterMonth November = new(new(2026, 11, 1)), April = new(new(2026, 4, 1));
    public static readonly HashSet<DateOnly> NoDays = [];

    public static AllowanceTerms Terms(
        AllowanceMethod method, long cents = 0, int? threshold = null, BelowThreshold below = BelowThreshold.Nothing, long? floor = null, long? meals = null, long? total = null, DateOnly? from = null,
        params AmountStep[] steps) => new(from ?? Always, method, cents, meals, threshold, below, floor, total, steps, "Atto di prova");

    /// <summary>Five hours on working days.</summary>
    public static int Planned(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 300;

    public static int PlannedIn(RegisterMonth month, DateOnly? from = null, DateOnly? to = null) =>
        Enumerable.Range(1, month.Last.Day).Select(day => new DateOnly(month.First.Year, month.First.Month, day)).Where(day => day >= (from ?? Begins) && day <= (to ?? Ends)).Sum(Planned);

    public static MonthFacts Facts(RegisterMonth month, double presence, params TermsFrom[] terms) => new(
        month, Begins, Ends, 25, false, 450_00, (int)Math.Round(PlannedIn(month) * presence), Planned, NoDays, terms);

    public static ReckonedMonth Reckon(double presence, AllowanceTerms terms, Func<MonthFacts, MonthFacts>? change = null)
    {
        var facts = Facts(November, presence, new TermsFrom(Always, terms));
        return MonthReckoner.Reckon(change?.Invoke(facts) ?? facts);
    }

    public static readonly Gen<AllowanceTerms> AnyTerms =
        from method in Gen.Elements(Enum.GetValues<AllowanceMethod>())
        from cents in Gen.Choose(0, 90_000)
        from threshold in Gen.Elements<int?>(null, 50, 70, 75, 80, 100)
        from below in Gen.Elements(Enum.GetValues<BelowThreshold>())
        from floor in Gen.Elements<long?>(null, 0, 300_00, 123_45)
        from share in Gen.Elements(Enum.GetValues<DayShare>())
        from steps in Gen.ListOf(Gen.Choose(0, 120).Zip(Gen.Choose(0, 90_000)))
        select new AllowanceTerms(
            Always, method, cents, null, method is AllowanceMethod.ProRataWithFloor ? threshold ?? 80 : threshold, below, floor, 4800_00,
            [.. steps.DistinctBy(step => step.Item1).Select(step => new AmountStep(step.Item1, step.Item2))], null) { DayShare = share };

    public static readonly Gen<MonthFacts> AnyMonth =
        from year in Gen.Choose(2024, 2027)
        from month in Gen.Choose(1, 12)
        from first in Gen.Choose(-200, 27)
        from length in Gen.Choose(0, 400)
        from worked in Gen.Choose(0, 12_000)
        from suspended in Gen.ListOf(Gen.Choose(0, 30))
        from terms in AnyTerms
        from kept in Gen.Elements(true, false)
        from before in Gen.Choose(0, 480_000)
        let start = new DateOnly(year, month, 1)
        let firstDay = start.AddDays(first)
        select new MonthFacts(
            new(start), firstDay, firstDay.AddDays(length), 25, false, 450_00, worked, Planned, suspended.Select(day => start.AddDays(day)).ToHashSet(), [new(Always, terms)], kept, before);
}
