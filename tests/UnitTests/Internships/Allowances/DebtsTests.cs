using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Runs;

namespace InclusionPlatform.UnitTests.Internships.Allowances;

internal sealed class DebtsTests
{
    private static readonly Guid Person = Guid.NewGuid();

    private static DraftItem Item(string month, long cents, Guid? person = null) => cents >= 0
        ? new(Guid.Empty, person ?? Person, month, ItemKind.Month, 3, 0, 0, cents, 0, [new(ReckonedStep.Part) { Cents = cents }])
        : new(Guid.Empty, person ?? Person, month, ItemKind.Difference, 5, 0, 0, cents, 0, [new(ReckonedStep.Listed) { Cents = cents }]) { ListedVersion = 3 };

    [Test]
    public void Debt_WhenItIsSmallerThanWhatIsDue_IsTakenWhole()
    {
        var (taken, carried) = Debts.SetOff([Item("2026-08", -500_00), Item("2026-09", 600_00)]);

        Assert.That((taken.Sum(item => item.Cents), carried), Is.EqualTo((100_00L, 0)));
        Assert.That(taken[0].RegisterVersion, Is.EqualTo(5));
    }

    [Test]
    public void Debt_WhenItIsLarger_IsTakenToTheCentAndTheRestIsFoundAgain()
    {
        var (taken, carried) = Debts.SetOff([Item("2026-08", -500_00), Item("2026-09", 300_01)]);

        Assert.That((taken.Sum(item => item.Cents), carried), Is.EqualTo((0L, 1)));
        Assert.That((taken[0].Cents, taken[0].RegisterVersion), Is.EqualTo((-300_01L, 3)), "the version that was listed before: the next list finds the register again");
        Assert.That(taken[0].Lines[^1], Is.EqualTo(new ReckonedLine(ReckonedStep.Carried) { MonthCents = 199_99, Cents = 199_99 }));
        Assert.That(taken[0].Lines.Sum(line => line.Cents), Is.EqualTo(taken[0].Cents));
    }

    [Test]
    public void Debts_WhenThereIsNothingDue_WaitAndLeaveOthersAlone()
    {
        var (taken, carried) = Debts.SetOff([Item("2026-07", -1), Item("2026-08", -500_00), Item("2026-09", 300_00, Guid.NewGuid()), Item("2026-09", 0)]);

        Assert.That(taken.Select(item => item.Cents), Is.EqualTo(new[] { 300_00L, 0L }));
        Assert.That(carried, Is.EqualTo(2));
    }

    [Test]
    public void Debts_WhenThereAreSeveral_AreTakenInOrder()
    {
        var (taken, carried) = Debts.SetOff([Item("2026-07", -200_00), Item("2026-08", -200_00), Item("2026-09", 300_00), Item("2026-10", -50_00)]);

        Assert.That(taken.Select(item => (item.Month, item.Cents)), Is.EqualTo(new[] { ("2026-07", -200_00L), ("2026-08", -100_00L), ("2026-09", 300_00L) }));
        Assert.That(carried, Is.EqualTo(2));
    }

    /// <summary>A list each turn, after some registers were closed or opened again and closed with another amount.</summary>
    [Test]
    public void Lists_WhateverIsReopened_NeverPayMoreThanWasDueOrLessThanIs() => Prop.ForAll(
        Gen.ListOf(Gen.ListOf(Gen.Choose(1, 6).Zip(Gen.Choose(0, 500_00)))).ToArbitrary(),
        turns =>
        {
            var (due, versions) = (new Dictionary<int, long>(), new Dictionary<int, int>());
            var listed = new List<DraftItem>();
            var paid = 0L;
            foreach (var closed in turns)
            {
                foreach (var (month, cents) in closed)
                {
                    due[month] = cents;
                    versions[month] = versions.GetValueOrDefault(month) + 2;
                }

                var waiting = due.Keys.Order().Select(month => Draft(month, due[month], versions[month], listed)).OfType<DraftItem>().ToArray();
                var (taken, carried) = Debts.SetOff(waiting);
                var payment = taken.Sum(item => item.Cents);
                if (payment != Math.Max(0, due.Values.Sum() - paid) || (carried == 0) != (due.Values.Sum() >= paid))
                {
                    return false;
                }

                paid += payment;
                listed.AddRange(taken);
                if (due.Keys.Any(month => listed.Where(item => item.Month == $"{month}").Sum(item => item.Cents) < 0))
                {
                    return false;
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>As the reckoner finds a register: never listed, or listed in an earlier version.</summary>
    private static DraftItem? Draft(int month, long cents, int version, List<DraftItem> listed)
    {
        var before = listed.Where(item => item.Month == $"{month}").ToArray();
        if (before.Length == 0)
        {
            return new(Guid.Empty, Person, $"{month}", ItemKind.Month, version, 0, 0, cents, 0, []);
        }

        var known = before.Max(item => item.RegisterVersion);
        return known >= version ? null : new(Guid.Empty, Person, $"{month}", ItemKind.Difference, version, 0, 0, cents - before.Sum(item => item.Cents), 0, []) { ListedVersion = known };
    }
}
