namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>A draft is simply corrected; notes are for what can no longer be.</summary>
internal static class NotesAmendApprovedMinutes
{
    public static void Check(DateTimeOffset? approvedAt)
    {
        if (approvedAt is null)
        {
            throw new RuleBrokenException("meeting.minutes-not-approved", new(
                "Il verbale è ancora una bozza: correggerlo direttamente. Le note si aggiungono dopo l'approvazione.",
                "The minutes are still a draft: correct them directly. Notes are added after the approval."));
        }
    }
}
