using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Campaigns;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.CompanyNetwork;

internal sealed class RulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [TestCase(nameof(ContactOutcome.NoAnswer), "2026-11-23")]
    [TestCase(nameof(ContactOutcome.Reached), "2026-12-18")]
    [TestCase(nameof(ContactOutcome.NotNow), "2027-02-12")]
    [TestCase(nameof(ContactOutcome.CallBack), "2026-11-27")]
    [TestCase(nameof(ContactOutcome.Never), null)]
    [TestCase(nameof(ContactOutcome.WrongNumber), "2026-11-23")]
    public void NextContactDate_AfterAnOutcome_IsAWorkingDay(string outcome, string? expected) =>
        Assert.That(NextContactDate.After(Enum.Parse<ContactOutcome>(outcome), Today), Is.EqualTo(expected is null ? (DateOnly?)null : Day(expected)));

    [TestCase("other", 0, true, "contact.of-another")]
    [TestCase("me", 11, true, "contact.too-late")]
    [TestCase("me", 10, false, "contact.not-last")]
    [TestCase("me", 10, true, null)]
    public void Contact_WhenTakenBack_IsTheLastOneJustLoggedByTheSamePerson(string by, int minutesAgo, bool isLast, string? code)
    {
        var (me, now) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        void Check() => OnlyTheLastContactIsTakenBack.Check(by == "me" ? me : Guid.NewGuid(), now.AddMinutes(-minutesAgo), isLast, me, now);

        Assert.That(Check, code is null ? Throws.Nothing : Throws.TypeOf<RuleBrokenException>().With.Property("Code").EqualTo(code));
    }

    [Test]
    public void Campaign_WhenClosedOrEmpty_IsRefused()
    {
        Assert.That(() => ClosedCampaignIsNotCalled.Check(DateTimeOffset.UnixEpoch), Throws.TypeOf<RuleBrokenException>().With.Property("Code").EqualTo("campaign.closed"));
        Assert.That(() => ClosedCampaignIsNotCalled.Check(null), Throws.Nothing);
        Assert.That(() => ClosedCampaignTakesNobodyIn.Check(DateTimeOffset.UnixEpoch), Throws.TypeOf<ConflictException>().With.Property("Code").EqualTo("campaign.closed-to-companies"));
        Assert.That(() => ClosedCampaignTakesNobodyIn.Check(null), Throws.Nothing);
        Assert.That(() => CampaignHasSomebodyToCall.Check(0), Throws.TypeOf<RuleBrokenException>().With.Property("Code").EqualTo("campaign.empty"));
    }

    [Test]
    public void CampaignFilter_OfTheListsQuery_IsTheList()
    {
        var list = CampaignFilter.Read("sector=catering&hasAvailability=true&q=bar+rossi&sort=name");

        Assert.That((list.Sector, list.HasAvailability, list.Q, list.Sort), Is.EqualTo(("catering", (bool?)true, "bar rossi", (string?)null)));
        Assert.That(() => CampaignFilter.Read("colour=red"), Throws.TypeOf<FieldException>().With.Property("Code").EqualTo("campaign.filter-unknown"));
        Assert.That(() => CampaignFilter.Read("hasAvailability=perhaps"), Throws.TypeOf<FieldException>());
    }

    [TestCase("2026-11-01", null, "2026-11-20", false, nameof(AvailabilityState.Current))]
    [TestCase("2026-11-01", "2026-11-19", "2026-11-18", false, nameof(AvailabilityState.Unknown))]
    [TestCase("2026-11-01", "2026-11-20", "2026-11-18", false, nameof(AvailabilityState.Current))]
    [TestCase("2026-01-01", null, "2026-09-20", false, nameof(AvailabilityState.Unknown))]
    [TestCase("2026-01-01", null, "2026-09-21", false, nameof(AvailabilityState.Current))]
    [TestCase("2026-12-01", null, "2026-11-20", false, nameof(AvailabilityState.Future))]
    [TestCase("2026-11-01", null, "2026-11-20", true, nameof(AvailabilityState.Ended))]
    public void Availability_OnADay_CountsWhileItsPeriodRunsAndItIsFresh(string from, string? to, string verified, bool ended, string expected) =>
        Assert.That(
            AvailabilityCounts.StateOf(Day(from), to is null ? null : Day(to), Day(verified), ended ? DateTimeOffset.UnixEpoch : null, Today, 60).ToString(), Is.EqualTo(expected));

    [Test]
    public void ArchivedCompany_WhenChanged_IsRefused()
    {
        Assert.That(() => ArchivedCompanyStaysAsItIs.Check(DateTimeOffset.UnixEpoch), Throws.TypeOf<RuleBrokenException>().With.Property("Code").EqualTo("company.archived"));
        Assert.That(() => ArchivedCompanyStaysAsItIs.Check(null), Throws.Nothing);
    }

    [Test]
    public void CompanyWords_OfACompany_AreItsNamePlaceNumbersSectorAndPeople() =>
        Assert.That(
            CompanyWords.Of(new(Guid.Empty, "Caffè dell'Università", null, "12345678903", "044023", "catering", "0735/12.34.56"), [new(Guid.Empty, "Carla D'Àngelo", "+39 333 1234567", null)]),
            Is.EqualTo(new[] { "caffe", "dell", "universita", "12345678903", "0735123456", "grottammare", "ristorazione", "carla", "d", "angelo", "3331234567" }));

    [Test]
    public void CompanyWords_OfAVeryLongName_AreBounded()
    {
        var words = CompanyWords.Of(new(Guid.Empty, string.Join(' ', Enumerable.Range(0, 40).Select(index => $"parola{index}")), null, null, null, "other", null), []);

        Assert.That(words, Has.Count.EqualTo(CompanyWords.Most));
        Assert.That(string.CompareOrdinal(CompanyWords.EndOf("bar"), "barz"), Is.GreaterThan(0));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
