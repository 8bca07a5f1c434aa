using InclusionPlatform.CompanyNetwork.Calendar;
using InclusionPlatform.CompanyNetwork.Meetings;
using InclusionPlatform.CompanyNetwork.NetworkEvents;
using InclusionPlatform.CompanyNetwork.Protocols;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.CompanyNetwork;

internal sealed class NetworkRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static string? CodeOf(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ProblemException problem)
        {
            return problem.Code;
        }
    }

    [Test]
    public void Minutes_WhenApproved_StayAsTheyAre()
    {
        Assert.That(CodeOf(() => ApprovedMinutesStayAsTheyAre.Check(Now)), Is.EqualTo("meeting.minutes-approved"));
        Assert.That(CodeOf(() => ApprovedMinutesStayAsTheyAre.Check(null)), Is.Null);
        Assert.That(CodeOf(() => NotesAmendApprovedMinutes.Check(null)), Is.EqualTo("meeting.minutes-not-approved"));
        Assert.That(CodeOf(() => NotesAmendApprovedMinutes.Check(Now)), Is.Null);
    }

    [Test]
    public void Minutes_WhenTheMeetingIsToCome_AreNotWritten()
    {
        Assert.That(CodeOf(() => MinutesAreOfAMeetingThatWasHeld.Check(Today.AddDays(1), Today)), Is.EqualTo("meeting.in-future"));
        Assert.That(CodeOf(() => MinutesAreOfAMeetingThatWasHeld.Check(Today, Today)), Is.Null);
        Assert.That(CodeOf(() => OnlyWrittenMinutesAreApproved.Check(" ")), Is.EqualTo("meeting.minutes-missing"));
        Assert.That(CodeOf(() => CancelledMeetingIsNotHeld.Check(Now)), Is.EqualTo("meeting.cancelled"));
    }

    [TestCase(1, false, false, false, MeetingState.Planned)]
    [TestCase(0, false, false, false, MeetingState.AwaitingMinutes)]
    [TestCase(-9, false, false, false, MeetingState.AwaitingMinutes)]
    [TestCase(-9, true, false, false, MeetingState.AwaitingApproval)]
    [TestCase(-9, true, true, false, MeetingState.Approved)]
    [TestCase(-9, false, false, true, MeetingState.Cancelled)]
    public void MeetingState_WhenAsked_FollowsFromWhatWasWritten(int days, bool minutes, bool approved, bool cancelled, object state) =>
        Assert.That(MeetingStates.Of(Today.AddDays(days), minutes, approved ? Now : null, cancelled ? Now : null, Today), Is.EqualTo(state));

    [TestCase(1, 90, ProtocolState.Future)]
    [TestCase(-10, 61, ProtocolState.Current)]
    [TestCase(-10, 60, ProtocolState.Expiring)]
    [TestCase(-10, 0, ProtocolState.Expiring)]
    [TestCase(-10, -1, ProtocolState.Expired)]
    [TestCase(-10, null, ProtocolState.Current)]
    public void ProtocolState_WhenAsked_FollowsFromItsDays(int from, int? to, object state) =>
        Assert.That(ProtocolStates.Of(Today.AddDays(from), to is { } days ? Today.AddDays(days) : null, Today), Is.EqualTo(state));

    [Test]
    public void Renewal_WhenItDoesNotProlong_IsRefused()
    {
        Assert.That(CodeOf(() => RenewalProlongs.Check(null, Today)), Is.EqualTo("protocol.has-no-end"));
        Assert.That(CodeOf(() => RenewalProlongs.Check(Today, Today)), Is.EqualTo("protocol.renewal-does-not-prolong"));
        Assert.That(CodeOf(() => RenewalProlongs.Check(Today, Today.AddDays(1))), Is.Null);
    }

    [TestCase(InvitationState.Present, 1, "network-event.in-future")]
    [TestCase(InvitationState.Absent, 1, "network-event.in-future")]
    [TestCase(InvitationState.Confirmed, 1, null)]
    [TestCase(InvitationState.Present, 0, null)]
    public void Attendance_WhenTheEventIsToCome_IsNotMarked(object state, int days, string? code) =>
        Assert.That(CodeOf(() => AttendanceIsOfAnEventThatHasBegun.Check((InvitationState)state, Today.AddDays(days), Today)), Is.EqualTo(code));

    [Test]
    public void FeedToken_WhenMade_IsThirtyTwoBytesAndOnlyItsDigestIsKept()
    {
        var token = FeedToken.New();

        Assert.That(token, Has.Length.EqualTo(43).And.Not.EqualTo(FeedToken.New()));
        Assert.That(FeedToken.DigestOf(token), Has.Length.EqualTo(64).And.Not.Contains(token));
        Assert.That(new[] { "", "x", new string('a', 500), token[..42], "../../etc" }.Select(FeedToken.DigestOf), Is.All.Null);
    }

    [TestCase("09:30", true)]
    [TestCase("9:30", false)]
    [TestCase("24:00", false)]
    [TestCase(null, false)]
    public void ClockTime_WhenRead_IsHoursAndMinutes(string? text, bool written) => Assert.That(ClockTime.IsWritten(text), Is.EqualTo(written));

    [TestCase("2026-11-24", "2026-11-24T08:30:00Z")]
    [TestCase("2026-07-01", "2026-07-01T07:30:00Z")]
    public void ClockTime_WhenTurnedIntoAnInstant_KnowsTheSeason(string day, string instant) =>
        Assert.That(ClockTime.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "09:30"), Is.EqualTo(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));
}
