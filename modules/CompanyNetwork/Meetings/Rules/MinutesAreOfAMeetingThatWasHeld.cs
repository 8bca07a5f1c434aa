namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Nobody writes what was said before it is said.</summary>
internal static class MinutesAreOfAMeetingThatWasHeld
{
    public static void Check(DateOnly day, DateOnly today)
    {
        if (day > today)
        {
            throw new RuleBrokenException("meeting.in-future", new(
                "La riunione deve ancora tenersi: il verbale si scrive dal giorno della riunione in poi.",
                "The meeting is still to be held: its minutes are written from its day on."));
        }
    }
}
