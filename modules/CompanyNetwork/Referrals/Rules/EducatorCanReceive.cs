namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>A company is proposed to somebody who follows people and still has an account.</summary>
internal static class EducatorCanReceive
{
    public const string Code = "referral.not-an-educator";

    public static bool Holds(Colleague colleague) => colleague.IsActive && (colleague.Roles.Contains(Role.Educator) || colleague.Roles.Contains(Role.Coordinator));

    public static void Check(Colleague? colleague)
    {
        if (colleague is null || !Holds(colleague))
        {
            throw new FieldException("educatorId", Code, new(
                "Si propone un'azienda a un educatore o a un coordinatore del servizio: sceglierlo dall'elenco.",
                "A company is proposed to an educator or a coordinator of the service: choose one from the list."));
        }
    }
}
