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
    public void Attestation(int worked, int planned, bool holds) => Assert.That(AttestationNeedsPresence.Holds(worked, planned), Is.EqualTo(holds));

    [Test]
    public void Evaluation_WhenFinal_IsGivenFromTwoWeeksBeforeTheEnd()
    {
        Assert.Throws<RuleBrokenException>(() => EvaluationIsDue.Check(EvaluationStage.Final, Start, End, new(2027, 5, 14)));
        Assert.DoesNotThrow(() => EvaluationIsDue.Check(EvaluationStage.Final, Start, End, new(2027, 5, 15)));
        Assert.Throws<RuleBrokenException>(() => EvaluationIsDue.Check(EvaluationStage.Intermediate, Start, End, Start.AddDays(-1)));
        Assert.DoesNotThrow(() => EvaluationIsDue.Check(EvaluationStage.Final, Start, Start.AddDays(3), Start));
    }

    [Test]
    public void Hiring_WhenItsDaysDoNotFit_IsRefused()
    {
        Assert.Throws<ConflictException>(() => HiringFits.Check(InternshipState.Active, Start, Start, null));
        Assert.Throws<FieldException>(() => HiringFits.Check(InternshipState.Ended, Start, Start.AddDays(-1), null));
        Assert.Throws<FieldException>(() => HiringFits.Check(InternshipState.Ended, Start, End, End.AddDays(-1)));
        Assert.DoesNotThrow(() => HiringFits.Check(InternshipState.EndedEarly, Start, End, null));
    }

    [Test]
    public void Catalogue_WhenAsked_KnowsItsOwnCodesOnceOnly()
    {
        Assert.That(SkillCatalogue.Names.Select(one => one.Code), Is.Unique);
        Assert.That(SkillCatalogue.Knows("invented"), Is.False);
        Assert.That(SkillCatalogue.Knows(null), Is.False);
    }
}
