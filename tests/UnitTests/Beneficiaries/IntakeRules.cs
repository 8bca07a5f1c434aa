using InclusionPlatform.Beneficiaries.Readings;
using InclusionPlatform.Beneficiaries.Readings.Rules;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.Referrals.Rules;
using InclusionPlatform.Beneficiaries.WaitingList.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class IntakeRules
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [TestCase("Received", -1, "Late")]
    [TestCase("InReading", 0, "Soon")]
    [TestCase("InReading", 7, "Soon")]
    [TestCase("Received", 8, null)]
    [TestCase("WaitingList", -30, null)]
    [TestCase("TakenOn", -30, null)]
    [TestCase("Declined", -30, null)]
    [TestCase("Withdrawn", -30, null)]
    public void AnswerIsDue_WhenInAStateAndSoManyDaysAway_SaysHowNear(string state, int days, string? due) =>
        Assert.That(AnswerIsDue.Of(Enum.Parse<ReferralState>(state), Monday.AddDays(days), Monday, 7)?.ToString(), Is.EqualTo(due));

    [Test]
    public void ReferralIsOpen_WhenInEachState_AllowsChangeOnlyWhenReceivedAndWithdrawalUntilTheFinalAnswer()
    {
        foreach (var state in Enum.GetValues<ReferralState>())
        {
            Assert.That(() => ReferralIsOpen.CheckChange(state), state is ReferralState.Received ? Throws.Nothing : Throws.InstanceOf<RuleBrokenException>(), $"{state}");
            Assert.That(
                () => ReferralIsOpen.CheckWithdrawal(state),
                state is ReferralState.Received or ReferralState.InReading or ReferralState.WaitingList ? Throws.Nothing : Throws.InstanceOf<RuleBrokenException>(), $"{state}");
        }
    }

    [TestCase("prot. 12/2026", "prot. 12/2026")]
    [TestCase(" 2026-Zafferano-3 ", null)]
    [TestCase("fascicolo ZAFFERÀNO", null)]
    [TestCase("ZFFGIO85T50A562X", null)]
    [TestCase("SerD 44", null)]
    [TestCase("  ", null)]
    [TestCase(null, null)]
    public void ReferenceNamesNobody_WhenABodyWroteItsNumber_RepeatsItOnlyIfItSaysNothingOfThePerson(string? reference, string? repeated) =>
        Assert.That(
            ReferenceNamesNobody.Of(reference, new("Zafferano", "Gioia", null, null, null, null, null, null, new("ZFFGIO85T50A562X", null, false), null, null, null, null, null, null, null, null)),
            Is.EqualTo(repeated));

    [Test]
    public void Meeting_WhenClosedOrEarlyOrUndecided_Refuses() => Assert.Multiple(() =>
    {
        Assert.That(() => MinutesAreFrozen.Check(ReadingState.Closed), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => MinutesAreFrozen.Check(ReadingState.Planned), Throws.Nothing);
        Assert.That(() => DecisionIsOfTheMeeting.CheckDay(Monday.AddDays(1), Monday), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => DecisionIsOfTheMeeting.CheckDay(Monday, Monday), Throws.Nothing);
        Assert.That(() => DecisionIsOfTheMeeting.CheckAllDecided(1), Throws.InstanceOf<RuleBrokenException>());
        Assert.That(() => DecisionIsOfTheMeeting.CheckAllDecided(0), Throws.Nothing);
    });

    [Test]
    public void WaitingListIsFollowed_WhenNotFirst_NeedsAReason() => Assert.Multiple(() =>
    {
        Assert.That(() => WaitingListIsFollowed.Check(1, null), Throws.Nothing);
        Assert.That(() => WaitingListIsFollowed.Check(2, "perché sì "), Throws.InstanceOf<FieldException>());
        Assert.That(() => WaitingListIsFollowed.Check(2, "Abita dove c'è il posto"), Throws.Nothing);
    });

    [TestCase("Urgent", 1)]
    [TestCase("Soon", 0)]
    [TestCase("MinorChildren", 1)]
    [TestCase("SingleParent", 1)]
    [TestCase("NoIncome", 1)]
    [TestCase("LongUnemployed", 1)]
    [TestCase("Young", 0)]
    [TestCase("EachMonthWaiting", 2)]
    public void WaitingScore_WhenACriterionIsDeclared_GivesItsPointsAsOftenAsItHolds(string criterion, int times)
    {
        var facts = new WaitingFacts(ReferralUrgency.Urgent, 1, true, true, Monday.AddMonths(-12), Monday.AddYears(-30), Monday.AddDays(-89));
        var points = WaitingScore.Of(facts, [new(Enum.Parse<WaitingCriterion>(criterion), 3)], Monday);

        Assert.That(points.Sum(line => line.Points), Is.EqualTo(3 * times));
    }

    [Test]
    public void WaitingScore_WhenNothingIsKnown_GivesNothing() =>
        Assert.That(
            WaitingScore.Of(new(ReferralUrgency.Ordinary, null, null, false, null, Monday.AddYears(-40), Monday), Enum.GetValues<WaitingCriterion>().Select(one => new WaitingPoints(one, 5)), Monday),
            Is.Empty);
}
