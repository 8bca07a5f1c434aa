using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using static InclusionPlatform.UnitTests.Internships.Allowances.ReckonedMonths;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

/// <summary>What holds of every reckoning, whatever the scheme.</summary>
internal sealed class MonthReckonerTests
{
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
