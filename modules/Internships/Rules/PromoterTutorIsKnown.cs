namespace InclusionPlatform.Internships.Rules;

/// <summary>The tutor of the service is somebody of the service: an internship of nobody would be on no list of work, and nobody would be told of it.</summary>
internal static class PromoterTutorIsKnown
{
    /// <exception cref="FieldException"><c>internship.promoter-tutor-unknown</c> (422).</exception>
    public static async Task CheckAsync(Guid? tutorId, IColleagues colleagues, CancellationToken ct)
    {
        if (tutorId is { } id && !(await colleagues.AllAsync(ct)).Any(colleague => colleague.Id == id && colleague.IsActive))
        {
            throw new FieldException("promoterTutorId", "internship.promoter-tutor-unknown", new(
                "Questa persona non è tra quelle del servizio, o il suo accesso è chiuso: scegliere un'altra persona.",
                "This person is not of the service, or their account is closed: choose somebody else."));
        }
    }
}
