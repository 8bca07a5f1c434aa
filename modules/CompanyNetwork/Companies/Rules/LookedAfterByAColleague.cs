namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A company is looked after by somebody who has an account that works.</summary>
internal static class LookedAfterByAColleague
{
    public const string Code = "company.colleague-unknown";

    public static async Task CheckAsync(Guid? colleagueId, IColleagues colleagues, CancellationToken ct)
    {
        if (colleagueId is not null && !(await colleagues.AllAsync(ct)).Any(colleague => colleague.Id == colleagueId && colleague.IsActive))
        {
            throw new FieldException("lookedAfterBy", Code, new(
                "Questa persona non ha un account attivo: scegliere un'altra persona del servizio.",
                "This person has no active account: choose somebody else of the service."));
        }
    }
}
