namespace InclusionPlatform.Api.Access.Users;

/// <summary>As long as one person alone can sign in, the home of the administrator says what comes next.</summary>
internal sealed class DueAccounts(IDbSession db) : IDueWorkSource
{
    private const string CountPeople = "select count(*) from access_user where display_name <> '' and disabled_at is null";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct) =>
        user.Has(AccessModule.ManageAccess) && await db.ScalarAsync<int>(CountPeople, null, ct) == 1
            ? new([new("accountsToMake", new Words("Per ora può entrare una persona sola", "So far one person alone can sign in").ToString(), null, null, Urgency.Today, "/accounts/new")], [])
            : DueWork.None;
}
