using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Internships.Suspensions.Rules;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class MaximumPropertyTests
{
    private static readonly Gen<(SuspensionReason Reason, int Days)> AnyRest =
        from reason in Gen.Elements(Enum.GetValues<SuspensionReason>())
        from days in Gen.Choose(1, 90)
        select (reason, days);

    /// <summary>Whoever suspends and extends as they like, each extension asked of the rule: without the days that move the end, the internship is never longer than its maximum.</summary>
    [Test]
    public void Internship_HoweverSuspendedAndExtended_NeverExceedsItsMaximum() => Prop.ForAll(Gen.ListOf(AnyRest).Zip(Gen.Choose(1, 12)).Zip(Gen.ListOf(Gen.Choose(1, 200)).Zip(Gen.Choose(0, 400))).ToArbitrary(), drawn =>
    {
        var ((rests, months), (extensions, shift)) = drawn;
        var start = SampleFacts.Monday.AddDays(shift);
        var figures = SampleFacts.Extracurricular with { SuspensionIllnessDays = 30, SuspensionClosureDays = 15 };
        var plan = SampleFacts.Good.Plan with { StartsOn = start, EndsOn = InternshipMonths.LastDay(start, months) };
        foreach (var (reason, days) in rests)
        {
            var moved = SuspensionMovesTheEnd.Days(reason, start.AddDays(1), start.AddDays(days), figures);
            plan = plan with { EndsOn = plan.EndsOn.AddDays(moved), SuspendedDays = plan.SuspendedDays + moved };
        }

        foreach (var more in extensions)
        {
            var longer = plan with { EndsOn = plan.EndsOn.AddDays(more) };
            if (new MaximumDuration().Check(SampleFacts.Good with { Plan = longer, Figures = figures }).Outcome is not RuleOutcome.Blocks)
            {
                plan = longer;
            }
        }

        return plan.EndsOn.AddDays(-plan.SuspendedDays) <= InternshipMonths.LastDay(start, 12);
    }).QuickCheckThrowOnFailure();
}
