using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using static InclusionPlatform.UnitTests.Internships.Allowances.ReckonedMonths;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

/// <summary>Amounts that depend on how much of the month somebody was there.</summary>
internal sealed class PaidByPresenceTests
{
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
}
