using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Course;

internal sealed class ChangeIsCommunicatedTests
{
    [TestCase(HostType.PrivateEmployer, "2027-03-12", "2027-03-17", TestName = "DLgs 181/2000, art. 4-bis: within five days")]
    [TestCase(HostType.PrivateSchoolOrTraining, "2027-03-12", "2027-03-17", TestName = "DLgs 181/2000, art. 4-bis: private schools too")]
    [TestCase(HostType.PublicAdministration, "2027-03-12", "2027-04-20", TestName = "L 183/2010, art. 5: public administrations by the 20th of the following month")]
    [TestCase(HostType.PublicAdministration, "2027-12-31", "2028-01-20", TestName = "L 183/2010, art. 5: over the end of the year")]
    public void Deadline_OfEachHost_IsTheActs(HostType host, string day, string due) => Assert.That(CommunicationIsSent.DeadlineOfChange(host, Day(day)), Is.EqualTo(Day(due)));

    [TestCase("2027-05-29", "2027-05-29", null, null, TestName = "The last day planned needs no other communication")]
    [TestCase("2027-05-28", "2027-05-29", null, "2027-06-02", TestName = "A day earlier does")]
    [TestCase("2027-05-29", "2027-11-29", "2027-05-29", null, TestName = "The day that was known before an extension that nobody communicated does not")]
    [TestCase("2027-07-01", "2027-11-29", "2027-05-29", "2027-07-06", TestName = "A day within such an extension does")]
    [TestCase("2027-05-29", "2027-06-28", null, "2027-06-03", TestName = "The day that holds again after a later one was communicated does")]
    [TestCase("2027-11-29", "2027-11-29", "2027-05-29", null, TestName = "Its last day is told by the extension")]
    public void Cessation_OfEachEnd_IsDueWhenTheDayWasNotKnown(string endedOn, string endsOn, string? extendedFrom, string? due) => Assert.That(
        ChangeIsCommunicated.CessationDueOn(HostType.PrivateEmployer, Day(endedOn), Day(endsOn), extendedFrom is null ? null : Day(extendedFrom)), Is.EqualTo(due is null ? (DateOnly?)null : Day(due)));

    [TestCase(null, "San Benedetto del Tronto (AP)", true)]
    [TestCase("Magazzino di via Roma", "Grottammare (AP)", true)]
    [TestCase("presso il LABORATORIO", "Ripatransone (AP)", true)]
    [TestCase("Piazza Grande, Grottammare", "Grottammare (AP)", true)]
    [TestCase("Cantiere mobile", "San Benedetto del Tronto (AP)", false)]
    public void SiteOfWork_OfEachPlace_IsTheOneThatItNames(string? workplace, string municipality, bool sure)
    {
        HostSite[] sites =
        [
            new(null, "Via Piave 3", "63074", "044066", "San Benedetto del Tronto (AP)", true),
            new("Magazzino", "via Roma", "63066", "044023", "Grottammare (AP)", false),
            new("Laboratorio", null, null, "044063", "Ripatransone (AP)", false),
        ];

        var (site, isSure) = SiteOfWork.Of(workplace, sites);

        Assert.That((site!.MunicipalityName, isSure), Is.EqualTo((municipality, sure)));
        Assert.That(SiteOfWork.Of(workplace, []).Site, Is.Null);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
