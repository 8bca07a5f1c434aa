using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class NeedToKnowRules
{
    [Test]
    public void Sight_WhenEachFactIsTriedWithEachOther_FollowsNeedToKnow(
        [Values] bool restricted, [Values] bool member, [Values] bool glass, [Values] bool registered, [Values] bool coordinator)
    {
        var sight = new SightFacts(restricted, member, glass, registered, coordinator, IsPlatform: false).Sight;

        var expected = member || glass || registered ? Sight.Full : coordinator && !restricted ? Sight.Registry : Sight.None;
        Assert.That(sight, Is.EqualTo(expected));
    }

    [Test]
    public void Sight_WhenNobodySpecialAsks_IsNoneEvenIfNotRestricted() =>
        Assert.That(new SightFacts(false, false, false, false, false, false).Sight, Is.EqualTo(Sight.None));

    [TestCase(0, 30, false)]
    [TestCase(0, 31, true)]
    [TestCase(1, 400, false)]
    public void CaseIsStalled_WhenDaysPass_HoldsOnlyWithoutInternship(int internships, int daysAgo, bool stalled)
    {
        var today = new DateOnly(2026, 11, 23);

        Assert.That(CaseIsStalled.Holds(internships, today.AddDays(-daysAgo), today), Is.EqualTo(stalled));
    }

    [TestCase("addictionService", "WorkInclusion", true)]
    [TestCase("penalExecution", "JobLoss", true)]
    [TestCase("juvenileJustice", "FirstJob", true)]
    [TestCase("mentalHealth", "WorkInclusion", false)]
    [TestCase("municipality", "LeavingCare", false)]
    [TestCase("municipality", "LeavingPrison", true)]
    public void CaseIsRestricted_WhenOpened_FollowsTheKindOfBodyAndTheReason(string kind, string reason, bool restricted) =>
        Assert.That(CaseIsRestricted.ByDefault(kind, Enum.Parse<CaseReason>(reason)), Is.EqualTo(restricted));

    [Test]
    public void CaseIsRestricted_WhenEachCategoryIsAttested_FollowsThoseOfADependenceOrASentence() =>
        Assert.That(
            CodeLists.DisadvantageCategories.Select(category => category.Code).Where(CaseIsRestricted.ByAttestation),
            Is.EquivalentTo(new[] { "l381-drug-dependence", "l381-alcohol-dependence", "l381-alternative-measure", "l381-detainee" }));
}
