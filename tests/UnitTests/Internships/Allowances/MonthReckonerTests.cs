using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

internal sealed class MonthReckonerTests
{
    private static readonly DateOnly Always = new(2016, 1, 1), Begins = new(2026, 1, 1), Ends = new(2026, 12, 31);
    private static readonly RegisterMonth November = new(new(2026, 11, 1)), April = new(new(2026, 4, 1));
    private static readonly HashSet<DateOnly> NoDays = [];

    private static AllowanceTerms Terms(
        AllowanceMethod method, long cents = 0, int? threshold = null, BelowThreshold below = BelowThreshold.Nothing, long? floor = null, long? meals = null, long? total = null, DateOnly? from = null,
        params AmountStep[] steps) => new(from ?? Always, method, cents, meals, threshold, below, floor, total, steps, "Atto di prova");

    /// <summary>Five hours on working days.</summary>
    private static int Planned(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 300;

    private static int PlannedIn(RegisterMonth month, DateOnly? from = null, DateOnly? to = null) =>
        Enumerable.Range(1, month.Last.Day).Select(day => new DateOnly(month.First.Year, month.First.Month, day)).Where(day => day >= (from ?? Begins) && day <= (to ?? Ends)).Sum(Planned);

    private static MonthFacts Facts(RegisterMonth month, double presence, params TermsFrom[] terms) => new(
        month, Begins, Ends, 25, false, 450_00, (int)Math.Round(PlannedIn(month) * presence), Planned, NoDays, terms);

    private static ReckonedMonth Reckon(double presence, AllowanceTerms terms, Func<MonthFacts, MonthFacts>? change = null)
    {
        var facts = Facts(November, presence, new TermsFrom(Always, terms));
        return MonthReckoner.Reckon(change?.Invoke(facts) ?? facts);
    }

    [TestCase(4725, 0, TestName = "DGR 1086/2023, Marche FSE+ 4.h: 75 % of the month's presence is not above 75 %")]
    [TestCase(4726, 400_00, TestName = "DGR 1086/2023, Marche FSE+ 4.h: a minute above 75 % is paid in full")]
    [TestCase(6300, 400_00, TestName = "DGR 1086/2023, Marche FSE+ 4.h: the whole month is paid in full")]
    [TestCase(4724, 0, TestName = "DGR 1086/2023, Marche FSE+ 4.h: below 75 % nothing is paid")]
    [TestCase(0, 0, TestName = "DGR 1086/2023, Marche FSE+ 4.h: without presence nothing is paid")]
    public void FlatAboveThreshold_Dgr1086Of2023Marche_IsPaidAbove75Percent(int minutes, long cents)
    {
        var reckoned = Reckon(1, Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75) with { ThresholdAbove = true }, facts => facts with { WorkedMinutes = minutes });

        Assert.That((PlannedIn(November), reckoned.Cents), Is.EqualTo((6300, cents)));
    }

    [Test]
    public void Reckoning_WhenDaysAreLongerThanTheSchemeAdmits_SaysFromWhenToWhenAndChangesNoAmount()
    {
        var terms = Terms(AllowanceMethod.FlatWithThreshold, 350_00) with { MaxDailyHours = 4 };
        ReckonedMonth Of(int? most) => Reckon(1, terms with { MaxDailyHours = most }, facts => facts with { LongestDayOn = day => day < new DateOnly(2026, 11, 16) ? 240 : 270 });

        var line = Of(4).Lines.Single(one => one.Step is ReckonedStep.DaysTooLong);

        Assert.That((line.From, line.To, line.Threshold), Is.EqualTo(((DateOnly?)new(2026, 11, 16), (DateOnly?)new(2026, 11, 30), (int?)4)));
        Assert.That(ReckonedWords.Of(ReckonedLines.Read(ReckonedLines.Write([line])).Single()).It, Does.Contain("è di 4:30").And.Contain("supera 4 ore"));
        Assert.That(Of(4).Cents, Is.EqualTo(350_00));
        Assert.That(Of(5).Lines.Concat(Of(null).Lines).Select(one => one.Step), Has.None.EqualTo(ReckonedStep.DaysTooLong));
    }

    [TestCase(4725, 400_00)]
    [TestCase(4724, 0)]
    public void FlatWithThreshold_WhenTheActSaysAtLeast_IsPaidFromTheThresholdOn(int minutes, long cents) =>
        Assert.That(Reckon(1, Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75), facts => facts with { WorkedMinutes = minutes }).Cents, Is.EqualTo(cents));

    [TestCase(4726, BelowThreshold.Nothing, "sopra il 75 %", "above 75 %")]
    [TestCase(4725, BelowThreshold.Nothing, "non sopra il 75 %", "not above 75 %")]
    [TestCase(4725, BelowThreshold.ProRata, "non sopra il 75 %", "not above 75 %")]
    public void Reckoning_WhenTheActSaysAbove_SaysItInItsLines(int minutes, object below, string it, string en)
    {
        var terms = Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75, (BelowThreshold)below) with { ThresholdAbove = true };
        var lines = Reckon(1, terms, facts => facts with { WorkedMinutes = minutes }).Lines;
        var kept = ReckonedLines.Read(ReckonedLines.Write(lines));

        Assert.That(kept.Select(line => ReckonedWords.Of(line).It), Has.Some.Contains(it));
        Assert.That(kept.Select(line => ReckonedWords.Of(line).En), Has.Some.Contains(en));
    }

    [Test]
    public void Above_PaysWhatAtLeastPaysButAtTheThresholdItself() => Prop.ForAll(
        Gen.Choose(0, 7000).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(),
        (minutes, percent) =>
        {
            var terms = Terms(AllowanceMethod.FlatWithThreshold, 400_00, percent);
            long Of(bool above) => Reckon(1, terms with { ThresholdAbove = above }, facts => facts with { WorkedMinutes = minutes }).Cents;
            return Of(true) == ((long)minutes * 100 == 6300L * percent ? 0 : Of(false));
        }).QuickCheckThrowOnFailure();

    [TestCase(0.70, 450_00)]
    [TestCase(0.50, 225_00)]
    [TestCase(0.00, 0)]
    public void Flat_LR1Of2019EmiliaRomagna_IsInFullFrom70PercentElseInProportion(double presence, long cents) =>
        Assert.That(Reckon(presence, Terms(AllowanceMethod.FlatWithThreshold, 450_00, 70, BelowThreshold.ProRata)).Cents, Is.EqualTo(cents));

    [TestCase(1.00, false, 500_00)]
    [TestCase(0.80, false, 500_00)]
    [TestCase(0.70, false, 350_00)]
    [TestCase(0.50, false, 300_00)]
    [TestCase(0.00, false, 0)]
    [TestCase(1.00, true, 400_00)]
    public void ProRataWithFloor_Dgr7763Of2018Lombardia_NeverGoesBelow300(double presence, bool meals, long cents) => Assert.That(
        Reckon(presence, Terms(AllowanceMethod.ProRataWithFloor, 500_00, 80, BelowThreshold.ProRata, 300_00, 400_00), facts => facts with { MealsProvided = meals }).Cents, Is.EqualTo(cents));

    [TestCase(0.70, 500_00)]
    [TestCase(0.69, 300_00)]
    [TestCase(0.50, 300_00)]
    [TestCase(0.49, 0)]
    public void PresenceSteps_LR32Of2002Toscana_Pay500Or300(double presence, long cents) =>
        Assert.That(Reckon(presence, Terms(AllowanceMethod.PresenceSteps, steps: [new(50, 300_00), new(70, 500_00)])).Cents, Is.EqualTo(cents));

    [TestCase(25, 400_00)]
    [TestCase(29, 400_00)]
    [TestCase(30, 500_00)]
    public void WeeklyHourSteps_ActOf11December2017Marche_PayMoreFrom30Hours(int hours, long cents) => Assert.That(
        Reckon(1, Terms(AllowanceMethod.WeeklyHourSteps, steps: [new(0, 400_00), new(30, 500_00)]), facts => facts with { WeeklyHours = hours }).Cents, Is.EqualTo(cents));

    [TestCase(50 * 60, 0)]
    [TestCase((50 * 60) + 1, 200_00)]
    [TestCase((50 * 60) + 30, 200_00)]
    [TestCase((50 * 60) + 45, 200_00)]
    [TestCase(51 * 60, 200_00)]
    [TestCase(100 * 60, 200_00)]
    public void MonthlyHourBands_Dgr1143Of2019EmiliaRomagna_PayNothingUpTo50Hours(int minutes, long cents) => Assert.That(
        Reckon(1, Terms(AllowanceMethod.MonthlyHourBands, steps: [new(0, 0), new(51, 200_00)]), facts => facts with { WorkedMinutes = minutes }).Cents, Is.EqualTo(cents));

    [Test]
    public void MonthlyHourBands_WhenTheMonthIsPartial_AreNotShortenedTwice() => Assert.That(
        Reckon(1, Terms(AllowanceMethod.MonthlyHourBands, steps: [new(51, 200_00)]), facts => facts with { FirstDay = new(2026, 11, 16), WorkedMinutes = 51 * 60 }).Cents, Is.EqualTo(200_00));

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(51, 51)]
    public void MonthlyHourBands_WhenReached_SayFromWhichHour(int reachedAt, int hour)
    {
        var line = Reckon(1, Terms(AllowanceMethod.MonthlyHourBands, steps: [new(reachedAt, 200_00)])).Lines.Single(line => line.Step is ReckonedStep.BandReached);

        Assert.That(ReckonedWords.Of(line).It, Does.Contain(hour == 1 ? "dalla prima ora" : "dalla 51ª ora"));
    }

    [TestCaseSource(nameof(Methods))]
    public void Month_WhenNobodyWasEverThere_IsNotPaidWhateverTheScheme(string method)
    {
        var terms = Terms(Enum.Parse<AllowanceMethod>(method), 600_00, total: 4800_00, floor: 300_00, steps: [new(0, 600_00)]);

        var reckoned = Reckon(0, terms);
        var kept = Reckon(0, terms, facts => facts with { DowryKept = true });
        var rested = Reckon(0, terms, facts => facts with { PlannedOn = _ => 0 });

        Assert.That((reckoned.Cents, reckoned.KeptCents, kept.Cents, kept.KeptCents), Is.EqualTo((0L, 0L, 0L, 0L)));
        Assert.That(reckoned.Lines[^1].Step, Is.EqualTo(ReckonedStep.NoPresence));
        Assert.That(rested.Lines.Select(line => line.Step), Does.Not.Contain(ReckonedStep.NoPresence), "where nothing was planned nothing was missed");
    }

    private static string[] Methods => Enum.GetNames<AllowanceMethod>();

    [Test]
    public void Hours_WhenPlannedAtTheSignature_AreThoseOfThen() => Assert.That(
        Reckon(0.5, Terms(AllowanceMethod.FlatWithThreshold, 400_00, 75), facts => facts with { PlannedMinutes = facts.WorkedMinutes }).Cents, Is.EqualTo(400_00));

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
    public void DurationSteps_LR26Of2023Puglia_PayMoreFromTheSeventhMonth()
    {
        var terms = Terms(AllowanceMethod.DurationSteps, steps: [new(1, 600_00), new(7, 700_00)]);

        Assert.That(MonthReckoner.Reckon(Facts(new(new(2026, 6, 1)), 1, new TermsFrom(Always, terms))).Cents, Is.EqualTo(600_00));
        Assert.That(MonthReckoner.Reckon(Facts(new(new(2026, 7, 1)), 1, new TermsFrom(Always, terms))).Cents, Is.EqualTo(700_00));
        Assert.That(
            MonthReckoner.Reckon(Facts(new(new(2026, 11, 1)), 1, new TermsFrom(Always, terms)) with { FirstDay = new(2026, 5, 16) }).Cents, Is.EqualTo(650_00), "fifteen days of each");
    }

    [Test]
    public void DurationSteps_LR26Of2023Puglia_WhenTheFirstDayIsMissingInTheSeventhMonth_BeginOnTheDayAfterTheSixth()
    {
        var terms = Terms(AllowanceMethod.DurationSteps, steps: [new(1, 600_00), new(7, 700_00)]);
        long Of(int month) => MonthReckoner.Reckon(Facts(new(new(2027, month, 1)), 1, new TermsFrom(Always, terms)) with { FirstDay = new(2026, 8, 31), LastDay = new(2027, 8, 30), WorkedMinutes = 6000 }).Cents;

        Assert.That((Of(2), Of(3)), Is.EqualTo((600_00L, 700_00L)), "the sixth month ends on 28 February: art. 2963 of the civil code");
    }

    [Test]
    public void SetInProject_Dgr5451Of2016Lombardia_PaysWhatTheProjectSays() => Assert.That(Reckon(0.2, Terms(AllowanceMethod.SetInProject)).Cents, Is.EqualTo(450_00));

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

    private static readonly Gen<AllowanceTerms> AnyTerms =
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

    private static readonly Gen<MonthFacts> AnyMonth =
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

    [Test]
    public void Cents_WhateverTheSchemeAndTheMonth_AddUpAndStayWithinBounds() => Prop.ForAll(AnyMonth.ToArbitrary(), facts =>
    {
        var reckoned = MonthReckoner.Reckon(facts);
        var terms = facts.Terms[0].Terms!;
        var most = Math.Max(Math.Max(terms.Cents, facts.ProjectCents), terms.Steps.Count == 0 ? 0 : terms.Steps.Max(step => step.Cents));
        return reckoned.Cents == reckoned.Lines.Sum(line => line.Cents ?? 0) && reckoned.Cents >= 0 && reckoned.KeptCents >= 0 && reckoned.Cents + reckoned.KeptCents <= most
            && (terms.Method is not AllowanceMethod.Dowry || reckoned.Cents + reckoned.KeptCents + facts.DowryBefore <= Math.Max(terms.TotalCents!.Value, facts.DowryBefore));
    }).QuickCheckThrowOnFailure();

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
    public void WeeklyHourSteps_WhenAnAmendmentChangesTheHours_PayEachPartByItsOwnStep()
    {
        var terms = Terms(AllowanceMethod.WeeklyHourSteps, steps: [new(0, 400_00), new(30, 500_00)]);

        var reckoned = MonthReckoner.Reckon(Facts(November, 1, new TermsFrom(Always, terms)) with { WeeklyHoursOn = day => day < new DateOnly(2026, 11, 16) ? 25 : 30 });

        Assert.That(reckoned.Cents, Is.EqualTo(450_00));
        Assert.That(reckoned.Lines.Where(line => line.Step is ReckonedStep.Part).Select(line => line.Cents), Is.EqualTo(new long?[] { 200_00, 250_00 }));
    }

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

    [Test]
    public void Lines_WhenKeptAndRead_AreTheSameAndHaveSentences()
    {
        var reckoned = Reckon(0.5, Terms(AllowanceMethod.ProRataWithFloor, 500_00, 80, BelowThreshold.ProRata, 300_00));

        var read = ReckonedLines.Read(ReckonedLines.Write(reckoned.Lines));

        Assert.That(read, Is.EqualTo(reckoned.Lines));
        Assert.That(read.Select(line => ReckonedWords.Of(line).It), Is.All.Not.Empty.And.All.Not.Contains("{"));
        Assert.That(Enum.GetValues<ReckonedStep>().Select(step => ReckonedWords.Of(new(step)).It), Is.All.Not.Empty);
        Assert.That(MonthReckoner.Reckon(Facts(April, 1, new TermsFrom(Always, Terms(AllowanceMethod.SetInProject)))).Cents, Is.EqualTo(450_00));
    }
}
