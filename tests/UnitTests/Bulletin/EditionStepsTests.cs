using InclusionPlatform.Bulletin.Deliveries;
using InclusionPlatform.Bulletin.Editions;
using InclusionPlatform.Bulletin.Editions.Rules;
using InclusionPlatform.Bulletin.Opportunities;
using InclusionPlatform.Bulletin.Opportunities.Rules;
using InclusionPlatform.Bulletin.Subscribers;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.UnitTests.Bulletin;

internal sealed class EditionStepsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);

    [TestCase(EditionState.Draft, 60, 1, null)]
    [TestCase(EditionState.Draft, 0, 1, "edition.schedule-past")]
    [TestCase(EditionState.Draft, 60 * 24 * 400, 1, "edition.schedule-far")]
    [TestCase(EditionState.Draft, 60, 0, "edition.empty")]
    [TestCase(EditionState.Scheduled, 60, 1, "edition.scheduled")]
    [TestCase(EditionState.Sending, 60, 1, "edition.already-sent")]
    public void Schedule_WhenAsked_FollowsItsRules(EditionState state, int minutesAhead, int open, string? code) =>
        Assert.That(CodeOf(() => EditionSteps.CheckSchedule(state, Now.AddMinutes(minutesAhead), Now, open)), Is.EqualTo(code));

    [TestCase(OpportunityState.Proposed, null)]
    [TestCase(OpportunityState.Expired, null)]
    [TestCase(OpportunityState.Published, "opportunity.already-published")]
    public void Publication_WhenAsked_FollowsTheState(OpportunityState state, string? code) =>
        Assert.That(CodeOf(() => OpportunitySteps.CheckPublication(state, Today, Today)), Is.EqualTo(code));

    [Test]
    public void Publication_WhenDeadlineWasYesterday_IsRefused() =>
        Assert.That(CodeOf(() => OpportunitySteps.CheckPublication(OpportunityState.Draft, Today.AddDays(-1), Today)), Is.EqualTo("opportunity.deadline-passed"));

    [Test]
    public void RetryPlan_WhenTriedAgainAndAgain_WaitsLongerAndGivesUp()
    {
        var waits = Enumerable.Range(1, 6).Select(attempt => RetryPlan.Next(attempt, Now, Now) - Now).ToArray();

        Assert.That(waits, Is.Ordered.And.All.Not.Null);
        Assert.That(RetryPlan.Next(7, Now, Now), Is.Null);
        Assert.That(RetryPlan.Next(1, Now, Now + RetryPlan.GiveUpAfter), Is.Null);
    }

    [Test]
    public void Settled_WhenServerRefusesUs_BlamesNoAddress()
    {
        var delivery = new TakenDelivery(Guid.NewGuid(), "a@posta.example", SubscriberState.Confirmed, 0);
        var signIn = new DeliveryResult.Refused(DeliveryStage.SignIn, 535, "5.7.8", "no");

        Assert.That(SettledDelivery.ConcernsEveryMail(signIn), Is.True);
        Assert.That(SettledDelivery.Of(delivery, signIn, Now, Now).State, Is.EqualTo(DeliveryState.Deferred));
        var unknown = SettledDelivery.Of(delivery, new DeliveryResult.Refused(DeliveryStage.Recipient, 550, "5.1.1", "no"), Now, Now);
        Assert.That((unknown.State, unknown.AddressIsDead), Is.EqualTo((DeliveryState.Failed, true)));
    }

    private static string? CodeOf(Action rule)
    {
        try
        {
            rule();
            return null;
        }
        catch (ProblemException refusal)
        {
            return refusal.Code;
        }
    }
}
