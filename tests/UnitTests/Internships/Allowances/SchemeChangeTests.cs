using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using static InclusionPlatform.UnitTests.Internships.Allowances.ReckonedMonths;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

/// <summary>Schemes and hours that change within the path.</summary>
internal sealed class SchemeChangeTests
{
    [Test]
    public void SchemeChange_WhenInTheMonth_PaysEachPartByItsOwnTerms()
    {
        var (before, after) = (Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75), Terms(AllowanceMethod.FlatWithThreshold, 500_00, 75, from: new DateOnly(2026, 11, 16)));

        var reckoned = MonthReckoner.Reckon(Facts(November, 1, new(Always, before), new(new(2026, 11, 16), after)));

        Assert.That(reckoned.Cents, Is.EqualTo(450_00));
        Assert.That(reckoned.Lines.Where(line => line.Step is ReckonedStep.Part).Select(line => line.Cents), Is.EqualTo(new long?[] { 200_00, 250_00 }));
    }

    [Test]
    public void NoTerms_WhenTheSchemeBeginsLater_PaysNothingBefore() =>
        Assert.That(MonthReckoner.Reckon(Facts(November, 1, new TermsFrom(new(2026, 11, 16), Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75)))).Cents, Is.EqualTo(200_00));

    [Test]
    public void Timeline_WhenSchemesFollowOneAnother_TakesTheTermsInForceOfEach()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        AllowanceTerms[] first = [Terms(AllowanceMethod.FlatWithThreshold, 1, from: new(2026, 1, 1)), Terms(AllowanceMethod.FlatWithThreshold, 2, from: new(2026, 6, 1)), Terms(AllowanceMethod.FlatWithThreshold, 3, from: new(2026, 9, 1))];
        AllowanceTerms[] second = [Terms(AllowanceMethod.FlatWithThreshold, 4, from: new(2026, 7, 1))];
        var book = new SchemeBook(new Dictionary<Guid, IReadOnlyList<AllowanceTerms>> { [one] = first, [other] = second });

        var timeline = book.Timeline([new(new(2026, 8, 1), other), new(new(2026, 3, 1), one)]);

        Assert.That(timeline.Select(terms => (terms.From, terms.Terms?.Cents)), Is.EqualTo(new (DateOnly, long?)[] { (new(2026, 3, 1), 1), (new(2026, 6, 1), 2), (new(2026, 8, 1), 4) }));
    }

    [Test]
    public void Month_WhenSplitBetweenEqualTerms_IsPaidAsIfItWereWhole() => Prop.ForAll(AnyMonth.Zip(Gen.Choose(1, 30)).ToArbitrary(), pair =>
    {
        var (facts, day) = pair;
        var terms = facts.Terms[0].Terms!;
        var split = facts with { Terms = [new(Always, terms), new(facts.Month.First.AddDays(day), terms with { ValidFrom = facts.Month.First.AddDays(day) })] };
        var (whole, parts) = (MonthReckoner.Reckon(facts), MonthReckoner.Reckon(split));
        return whole.Cents == parts.Cents && whole.KeptCents == parts.KeptCents;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Month_WhenSplitAtAChangeToThirtieths_IsTheSumOfItsParts() => Prop.ForAll(AnyMonth.Zip(AnyTerms).Zip(Gen.Choose(1, 30)).ToArbitrary(), drawn =>
    {
        var ((facts, after), day) = drawn;
        var (before, change) = (facts.Terms[0].Terms! with { Method = AllowanceMethod.SetInProject, DayShare = DayShare.CalendarDays }, facts.Month.First.AddDays(day));
        after = after with { Method = AllowanceMethod.SetInProject, DayShare = DayShare.Thirtieths };
        long Due(params TermsFrom[] terms) => MonthReckoner.Reckon(facts with { Terms = terms, DowryKept = false }).Cents;

        var together = Due(new(Always, before), new(change, after));
        var apart = Due(new TermsFrom(Always, before), new(change, null)) + Due(new TermsFrom(Always, after)) - Due(new TermsFrom(Always, after), new(change, null));
        return together == apart;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Month_WhenSplitAtASchemeChange_IsTheSumOfItsParts() => Prop.ForAll(AnyTerms.Zip(AnyTerms).Zip(Gen.Choose(2, 30).Zip(Gen.Choose(0, 9000))).ToArbitrary(), drawn =>
    {
        var ((before, after), (day, worked)) = drawn;
        before = before with { Method = AllowanceMethod.FlatWithThreshold };
        after = after with { Method = AllowanceMethod.ProRataWithFloor, ThresholdPercent = 80 };
        var change = new DateOnly(2026, 11, day);
        var facts = Facts(November, 1) with { WorkedMinutes = worked };
        long Due(params TermsFrom[] terms) => MonthReckoner.Reckon(facts with { Terms = terms }).Cents;

        // The part before, and the whole month by the new terms less what they would have given before the change.
        var together = Due(new(Always, before), new(change, after));
        var apart = Due(new TermsFrom(Always, before), new(change, null)) + Due(new TermsFrom(Always, after)) - Due(new TermsFrom(Always, after), new(change, null));
        return together == apart;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Month_WhenSplitAtAnAmendment_IsTheSumOfItsParts() => Prop.ForAll(AnyTerms.Zip(Gen.Choose(2, 30)).Zip(Gen.Choose(0, 40).Zip(Gen.Choose(0, 40))).ToArbitrary(), drawn =>
    {
        var ((terms, day), (before, after)) = drawn;
        terms = terms with { Method = AllowanceMethod.WeeklyHourSteps };
        var change = new DateOnly(2026, 11, day);
        var facts = Facts(November, 1);
        long Due(Func<DateOnly, int> hours, params TermsFrom[] from) => MonthReckoner.Reckon(facts with { WeeklyHoursOn = hours, Terms = from }).Cents;

        var together = Due(on => on < change ? before : after, new TermsFrom(Always, terms));
        var apart = Due(_ => before, new(Always, terms), new(change, null)) + Due(_ => after, new TermsFrom(Always, terms)) - Due(_ => after, new(Always, terms), new(change, null));
        return together == apart;
    }).QuickCheckThrowOnFailure();
}
