namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>There must be something to approve.</summary>
internal static class OnlyWrittenMinutesAreApproved
{
    public static void Check(string? minutes)
    {
        if (string.IsNullOrWhiteSpace(minutes))
        {
            throw new RuleBrokenException("meeting.minutes-missing", new("Il verbale non è ancora scritto: scriverlo e poi approvarlo.", "The minutes are not written yet: write them, then approve them."));
        }
    }
}
