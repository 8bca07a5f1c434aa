using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Internships.Closing;

internal sealed class ClosingRulesTests
{
    private static readonly DateOnly Start = new(2026, 11, 30), End = new(2027, 5, 29);

    [TestCase(699, 1000, false, TestName = "Guidelines 25-5-2017: 69.9 % of the hours is not enough for the attestation")]
    [TestCase(700, 1000, true, TestName = "Guidelines 25-5-2017: 70 % of the hours is enough for the attestation")]
    [TestCase(0, 0, false, TestName = "Guidelines 25-5-2017: without planned hours there is no attestation")]
    public void Attestation(int worked, int planned, bool holds) => Assert.That(AttestationNeedsPresence.Holds(InternshipKind.Extracurricular, worked, planned), Is.EqualTo(holds));

    [TestCase(0, 1000, false, TestName = "Accord 22-1-2015, rep. 7/CSR: whoever was never present has nothing attested")]
    [TestCase(1, 1000, true, TestName = "Accord 22-1-2015, rep. 7/CSR: the threshold of 2017 does not hold for social inclusion")]
    public void AttestationOfSocialInclusion(int worked, int planned, bool holds) => Assert.That(AttestationNeedsPresence.Holds(InternshipKind.SocialInclusion, worked, planned), Is.EqualTo(holds));

    [Test]
    public void Evaluation_WhenFinal_IsGivenFromTwoWeeksBeforeTheEnd()
    {
        Assert.Throws<RuleBrokenException>(() => EvaluationIsDue.Check(EvaluationStage.Final, Start, End, new(2027, 5, 14)));
        Assert.DoesNotThrow(() => EvaluationIsDue.Check(EvaluationStage.Final, Start, End, new(2027, 5, 15)));
        Assert.Throws<RuleBrokenException>(() => EvaluationIsDue.Check(EvaluationStage.Intermediate, Start, End, Start.AddDays(-1)));
        Assert.DoesNotThrow(() => EvaluationIsDue.Check(EvaluationStage.Final, Start, Start.AddDays(3), Start));
    }

    [TestCase("2027-02-27", null)]
    [TestCase("2027-02-28", "Intermediate")]
    [TestCase("2027-05-14", "Intermediate")]
    [TestCase("2027-05-15", "Final")]
    [TestCase("2027-06-28", "Final")]
    [TestCase("2027-06-29", null)]
    public void Evaluation_OfSixMonths_IsAwaitedHalfwayAndFromTwoWeeksBeforeTheEnd(string today, string? stage) =>
        Assert.That(EvaluationIsAwaited.Of(InternshipState.Active, Start, End, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))?.ToString(), Is.EqualTo(stage));

    [Test]
    public void Evaluation_OfAShortOrStoppedInternship_IsNotAwaitedHalfway()
    {
        Assert.That(EvaluationIsAwaited.Of(InternshipState.Active, Start, Start.AddDays(EvaluationIsAwaited.ShortestDays - 2), Start.AddDays(30)), Is.Null);
        Assert.That(EvaluationIsAwaited.Of(InternshipState.Active, Start, Start.AddDays(EvaluationIsAwaited.ShortestDays - 1), Start.AddDays(30)), Is.EqualTo(EvaluationStage.Intermediate));
        Assert.That(EvaluationIsAwaited.Of(InternshipState.Cancelled, Start, End, End), Is.Null);
        Assert.That(EvaluationIsAwaited.Of(InternshipState.EndedEarly, Start, Start.AddDays(5), Start.AddDays(6)), Is.EqualTo(EvaluationStage.Final));
        Assert.That(EvaluationIsAwaited.Of(InternshipState.Active, Start, End, Start.AddDays(-1)), Is.Null);
    }

    [TestCase(-1, 0)]
    [TestCase(0, 1)]
    [TestCase(9, 1)]
    [TestCase(10, 2)]
    [TestCase(24, 3)]
    [TestCase(200, 3)]
    public void Reminder_OfAnEvaluation_ReachesTheLastStep(int days, int step) => Assert.That(EvaluationReminders.Reached(Start, Start.AddDays(days)), Is.EqualTo(step));

    private static string? Refused(DateOnly? hiredOn, DateOnly? untilOn, DateOnly today)
    {
        try
        {
            HiringFits.Check(InternshipState.EndedEarly, End, hiredOn, untilOn, today);
            return null;
        }
        catch (FieldException refused)
        {
            return $"{refused.Field} {refused.Code}";
        }
    }

    [Test]
    public void Hiring_WhenItsDaysDoNotFit_IsRefused()
    {
        var today = End.AddYears(2);
        Assert.Throws<ConflictException>(() => HiringFits.Check(InternshipState.Active, End, End, null, today));
        Assert.That(Refused(End.AddDays(-1), null, today), Is.EqualTo("hiredOn hiring.before"));
        Assert.That(Refused(End.AddDays(10), null, End.AddDays(9)), Is.EqualTo("hiredOn hiring.future"));
        Assert.That(Refused(End.AddYears(1).AddDays(1), null, today), Is.EqualTo("hiredOn hiring.too-late"));
        Assert.That(Refused(End, End.AddDays(-1), today), Is.EqualTo("untilOn hiring.until"));
        Assert.That(Refused(End, null, End), Is.Null, "on the last day, told on that day");
        Assert.That(Refused(End.AddYears(1), End.AddYears(3), today), Is.Null);
        Assert.That(Refused(null, null, End), Is.Null);
    }

    [Test]
    public void Catalogue_WhenAsked_KnowsItsOwnCodesOnceOnly()
    {
        Assert.That(SkillCatalogue.All.Select(one => one.Code), Is.Unique);
        Assert.That(SkillCatalogue.Knows("invented"), Is.False);
        Assert.That(SkillCatalogue.Knows(null), Is.False);
    }
}
