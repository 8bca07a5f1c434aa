using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Course.Rules;

namespace InclusionPlatform.UnitTests.Internships.Course;

internal sealed class InternCategoryTests
{
    [TestCase(InternshipKind.SocialInclusion, false, false, "presa in carico", TestName = "Accord 22-1-2015: a social inclusion internship is of somebody in charge of a service")]
    [TestCase(InternshipKind.SocialInclusion, true, true, "presa in carico", TestName = "Accord 22-1-2015: whatever else they are")]
    [TestCase(InternshipKind.Extracurricular, true, true, "disabilità", TestName = "Guidelines 25-5-2017: a disability comes before a disadvantage")]
    [TestCase(InternshipKind.Extracurricular, false, true, "svantaggiato", TestName = "Guidelines 25-5-2017: somebody disadvantaged")]
    [TestCase(InternshipKind.Extracurricular, false, false, "Disoccupato", TestName = "Guidelines 25-5-2017: otherwise somebody out of work")]
    public void Category_OfEachKind_IsOneThatGoesWithIt(InternshipKind kind, bool disability, bool disadvantaged, string said) =>
        Assert.That(InternCategory.Of(kind, disability, disadvantaged).It, Does.Contain(said));
}
