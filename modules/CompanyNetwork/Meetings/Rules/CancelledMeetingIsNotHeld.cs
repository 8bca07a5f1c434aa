namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>A meeting that was called off has no minutes and no decisions; another one is planned instead.</summary>
internal static class CancelledMeetingIsNotHeld
{
    public static void Check(DateTimeOffset? cancelledAt)
    {
        if (cancelledAt is not null)
        {
            throw new ConflictException("meeting.cancelled", new("Questa riunione è stata annullata: fissarne un'altra.", "This meeting was cancelled: plan another one."));
        }
    }
}
