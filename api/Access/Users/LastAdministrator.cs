namespace InclusionPlatform.Api.Access.Users;

/// <summary>Somebody must always be able to manage the accounts.</summary>
internal static class LastAdministrator
{
    // Changes nothing but takes the rows, so that two administrators who remove each other at the same instant come one after the other.
    private const string Take = """
        update access_user
        set    concurrency_stamp = concurrency_stamp
        where  id in (select user_id from access_user_role where role = 'administrator')
        """;

    private const string CountOthers = """
        select count(*)
        from   access_user u
        where  u.disabled_at is null and u.id <> @Id
        and    exists (select 1 from access_user_role r where r.user_id = u.id and r.role = 'administrator')
        """;

    /// <exception cref="RuleBrokenException"><c>user.last-administrator</c> when nobody else could manage the accounts.</exception>
    public static async Task RequireAnotherAsync(IDbSession db, Guid leaving, CancellationToken ct)
    {
        await db.ExecuteAsync(Take, null, ct);
        if (await db.ScalarAsync<int>(CountOthers, new { Id = leaving }, ct) == 0)
        {
            throw new RuleBrokenException("user.last-administrator", new(
                "È l'ultimo amministratore attivo: prima dare il ruolo a un'altra persona, altrimenti nessuno potrebbe più gestire gli account.",
                "This is the last active administrator: give the role to somebody else first, or nobody could manage the accounts any more."));
        }
    }
}
