namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Minutes that were approved are what was agreed: they are amended by a new note, never rewritten.</summary>
internal static class ApprovedMinutesStayAsTheyAre
{
    public static void Check(DateTimeOffset? approvedAt)
    {
        if (approvedAt is not null)
        {
            throw new ConflictException("meeting.minutes-approved", new(
                "Il verbale di questa riunione è già approvato e non cambia più: per correggerlo o completarlo, aggiungere una nota.",
                "The minutes of this meeting are approved already and no longer change: to correct or complete them, add a note."));
        }
    }
}
