using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Duplicates;

namespace InclusionPlatform.UnitTests.CompanyNetwork;

internal sealed class TargetedPlacementQuotaTests
{
    [TestCase(14, 0)]
    [TestCase(15, 1)]
    [TestCase(35, 1)]
    [TestCase(36, 2)]
    [TestCase(50, 2)]
    [TestCase(51, 4)]
    [TestCase(64, 4)]
    [TestCase(65, 5)]
    [TestCase(150, 10)]
    [TestCase(151, 11)]
    public void Of_WhenStaffIsKnown_CountsTheLawsPlaces(int staff, int places)
    {
        var obligation = TargetedPlacementQuota.Of(CompanyKind.Company, staff);

        Assert.That(obligation.Places, Is.EqualTo(places));
        Assert.That(obligation.State, Is.EqualTo(staff < 15 ? ObligationState.NotBound : ObligationState.Bound));
        Assert.That(obligation.Act, Does.Contain("68"));
    }

    [Test]
    public void Of_WhenNobodyKnowsTheStaff_SaysSo() => Assert.That(TargetedPlacementQuota.Of(CompanyKind.Association, null).State, Is.EqualTo(ObligationState.Unknown));

    [Test]
    public void Key_WhenSharedByTenOthers_TellsNothing() => Assert.That((KeySharedByManyTellsNothing.Tells(9), KeySharedByManyTellsNothing.Tells(10)), Is.EqualTo((true, false)));
}
