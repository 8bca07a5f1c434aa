using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Grants;
using InclusionPlatform.Beneficiaries.Grants.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class GrantRules
{
    [TestCase(100, 0, 100, true)]
    [TestCase(100, 0, 101, false)]
    [TestCase(100, 60, 40, true)]
    [TestCase(100, 60, 41, false)]
    [TestCase(0, 0, 1, false)]
    [TestCase(100, 100, long.MaxValue, false)]
    public void GrantFitsLine_WhenAssigned_NeverExceedsTheLine(long line, long assigned, long cents, bool fits) =>
        Assert.That(() => GrantFitsLine.Check(line, assigned, cents), fits ? Throws.Nothing : Throws.InstanceOf<FieldException>());

    [Test]
    public void GrantFitsLine_WhateverIsAssignedInWhateverOrder_TheSumStaysWithinTheLine() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(1, 5000)).ToArbitrary(),
        amounts =>
        {
            long assigned = 0;
            foreach (var cents in amounts)
            {
                try
                {
                    GrantFitsLine.Check(10_000, assigned, cents);
                    assigned += cents;
                }
                catch (FieldException)
                {
                    // Refused: the line stays as it was.
                }
            }

            return assigned <= 10_000;
        }).QuickCheckThrowOnFailure();

    [TestCase("2026-01-01", "2026-12-31", null)]
    [TestCase("2025-12-31", "2026-12-31", "fromOn")]
    [TestCase("2026-01-01", "2027-01-01", "toOn")]
    public void GrantIsWithinProgramme_WhenOutside_NamesTheDay(string from, string to, string? field)
    {
        void Check() => GrantIsWithinProgramme.Check(DateOnly.Parse(from, null), DateOnly.Parse(to, null), new(2026, 1, 1), new(2026, 12, 31));

        Assert.That(Check, field is null ? Throws.Nothing : Throws.InstanceOf<FieldException>().With.Property("Field").EqualTo(field));
    }

    private static readonly Guid Mine = Guid.NewGuid(), Other = Guid.NewGuid(), One = Guid.NewGuid(), Two = Guid.NewGuid();

    private static IEnumerable<TestCaseData> Fundings()
    {
        static Funding Of(Guid programme, GrantKind kind, FundedAction? action, int from, int to) => new(programme, "GOL", kind, action, new(2026, from, 1), new(2026, to, 28));
        FundedAction internship = new(FundedActionKind.Internship, One), another = new(FundedActionKind.Internship, Two), course = new(FundedActionKind.Course, One);
        var wanted = Of(Mine, GrantKind.Allowance, internship, 1, 6);
        yield return new(wanted, Of(Mine, GrantKind.Allowance, internship, 6, 9), true) { TestName = "the same programme pays the same twice" };
        yield return new(wanted, Of(Mine, GrantKind.Allowance, internship, 7, 9), false) { TestName = "the same programme goes on paying it" };
        yield return new(wanted, Of(Mine, GrantKind.Dowry, internship, 1, 6), false) { TestName = "the same programme pays more of it, of another kind" };
        yield return new(wanted, Of(Mine, GrantKind.Allowance, another, 1, 6), false) { TestName = "the same programme pays another internship" };
        yield return new(wanted, Of(Mine, GrantKind.Allowance, internship, 1, 6) with { Ended = true }, false) { TestName = "the same programme assigns anew what ended" };
        yield return new(wanted, Of(Other, GrantKind.Allowance, internship, 1, 6) with { Ended = true }, true) { TestName = "what ended was spent elsewhere" };
        yield return new(wanted, Of(Other, GrantKind.Allowance, internship, 1, 6), true) { TestName = "the same internship" };
        yield return new(wanted, Of(Other, GrantKind.Dowry, internship, 8, 9), true) { TestName = "the same internship, called otherwise, on other days" };
        yield return new(wanted, Of(Other, GrantKind.Allowance, another, 1, 6), false) { TestName = "another internship" };
        yield return new(wanted, Of(Other, GrantKind.Allowance, course, 1, 6), false) { TestName = "an equal id of something else" };
        yield return new(wanted, Of(Other, GrantKind.Allowance, null, 6, 9), true) { TestName = "an allowance for the path, on overlapping days" };
        yield return new(wanted, Of(Other, GrantKind.Allowance, null, 7, 9), false) { TestName = "an allowance for the path, on other days" };
        yield return new(wanted, Of(Other, GrantKind.Dowry, null, 1, 6), false) { TestName = "a dowry for the path" };
        var path = Of(Mine, GrantKind.Dowry, null, 1, 6);
        yield return new(path, Of(Mine, GrantKind.Dowry, null, 6, 8), true) { TestName = "two dowries of one programme on overlapping days" };
        yield return new(path, Of(Mine, GrantKind.Dowry, course, 6, 8), true) { TestName = "two dowries of one programme, one for a course" };
        yield return new(path, Of(Mine, GrantKind.Dowry, null, 7, 8), false) { TestName = "two dowries of one programme one after the other" };
        var licence = Of(Mine, GrantKind.Contribution, null, 1, 6);
        yield return new(licence, Of(Mine, GrantKind.Contribution, null, 1, 6), true) { TestName = "one contribution written twice" };
        yield return new(licence, Of(Mine, GrantKind.Contribution, null, 1, 3), false) { TestName = "two contributions of one programme" };
        yield return new(path, Of(Other, GrantKind.Dowry, null, 6, 6), true) { TestName = "two dowries on overlapping days" };
        yield return new(path, Of(Other, GrantKind.Dowry, null, 7, 9), false) { TestName = "two dowries one after the other" };
        yield return new(path, Of(Other, GrantKind.Contribution, null, 1, 6), false) { TestName = "a dowry and a contribution" };
        yield return new(path, Of(Other, GrantKind.Dowry, course, 1, 6), true) { TestName = "a dowry for a course and one for the path" };
    }

    /// <summary>Reg. EU 2021/1060 art. 63(9).</summary>
    [TestCaseSource(nameof(Fundings))]
    public void ActionIsFundedOnce_WhenTwoProgrammesPay_RefusesTheSameAction(Funding wanted, Funding other, bool refused)
    {
        void Check() => ActionIsFundedOnce.Check(wanted, [other]);
        void Reverse() => ActionIsFundedOnce.Check(other, [wanted]);

        Assert.That(Check, refused ? Throws.InstanceOf<ConflictException>().With.Message.EqualTo("programme.double-funding") : Throws.Nothing);
        Assert.That(Reverse, refused ? Throws.InstanceOf<ConflictException>() : Throws.Nothing, "whoever comes first");
    }

    [TestCase(1000, 0, 0, 1000, true)]
    [TestCase(1000, 300, 600, 100, true)]
    [TestCase(1000, 300, 600, 101, false)]
    [TestCase(1000, 300, 900, 1, false)]
    public void GrantFitsProgramme_WithInternships_NeverExceedsTheLines(long lines, long assigned, long internships, long cents, bool fits) =>
        Assert.That(() => GrantFitsProgramme.Check(lines, assigned, internships, cents), fits ? Throws.Nothing : Throws.InstanceOf<FieldException>());
}
