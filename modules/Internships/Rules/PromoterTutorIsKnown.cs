namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// The tutor of the service is somebody of the service who follows people: an internship of nobody would be on no list of work, and whoever sees no person's record could not follow it.
/// </summary>
internal static class PromoterTutorIsKnown
{
    /// <exception cref="FieldException"><c>internship.promoter-tutor-unknown</c> or <c>internship.promoter-tutor-role</c> (422).</exception>
    public static async Task CheckAsync(Guid? tutorId, IColleagues colleagues, CancellationToken ct)
    {
        if (tutorId is not { } id)
        {
            return;
        }

        var colleague = (await colleagues.AllAsync(ct)).FirstOrDefault(one => one.Id == id && one.IsActive);
        if (colleague is null)
        {
            throw new FieldException("promoterTutorId", "internship.promoter-tutor-unknown", new(
                "Questa persona non è tra quelle del servizio, o il suo accesso è chiuso: scegliere un'altra persona.",
                "This person is not of the service, or their account is closed: choose somebody else."));
        }

        if (!colleague.Roles.Contains(Role.Educator) && !colleague.Roles.Contains(Role.Coordinator))
        {
            throw new FieldException("promoterTutorId", "internship.promoter-tutor-role", new(
                "Questa persona non segue tirocini: scegliere un educatore o un coordinatore.",
                "This person follows no internships: choose an educator or a coordinator."));
        }
    }
}
