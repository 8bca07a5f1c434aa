namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A company is looked after by somebody who has an account that works, and who works with companies: an auditor or an administrator does not even see them.</summary>
internal static class LookedAfterByAColleague
{
    public const string Code = "company.colleague-unknown";

    public const string RoleCode = "company.colleague-role";

    /// <summary>The roles that work with companies.</summary>
    public static readonly IReadOnlyList<Role> Keepers = [Role.CompanyOperator, Role.Coordinator, Role.Educator];

    public static async Task CheckAsync(Guid? colleagueId, IColleagues colleagues, CancellationToken ct)
    {
        if (colleagueId is null)
        {
            return;
        }

        var colleague = (await colleagues.AllAsync(ct)).FirstOrDefault(one => one.Id == colleagueId && one.IsActive);
        if (colleague is null)
        {
            throw new FieldException("lookedAfterBy", Code, new(
                "Questa persona non ha un account attivo: scegliere un'altra persona del servizio.",
                "This person has no active account: choose somebody else of the service."));
        }

        if (!colleague.Roles.Overlaps(Keepers))
        {
            throw new FieldException("lookedAfterBy", RoleCode, new(
                "Questa persona non lavora con le aziende: scegliere un operatore delle aziende, un educatore o un coordinatore.",
                "This person does not work with companies: choose a company operator, an educator or a coordinator."));
        }
    }
}
