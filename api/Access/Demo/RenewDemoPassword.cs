using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access.Demo;

/// <summary>How many accounts there are, and how many of them are the demo's.</summary>
internal sealed record CountAccounts : IQuery<AccountCounts>;

internal sealed record AccountCounts(int People, int Demo);

internal sealed class CountAccountsHandler(IDbSession db) : IRequestHandler<CountAccounts, AccountCounts>
{
    private const string Count = """
        select count(*) as People, coalesce(sum(case when email_normalized like '%@DEMO.TEST' then 1 else 0 end), 0) as Demo
        from   access_user
        """;

    public async Task<AccountCounts> Handle(CountAccounts request, CancellationToken cancellationToken) => (await db.FindAsync<AccountCounts>(Count, null, cancellationToken))!;
}

/// <summary>A later start was given another demo password: it holds from now on.</summary>
internal sealed record RenewDemoPassword([property: JsonIgnore] string Password) : ICommand;

internal sealed class RenewDemoPasswordHandler(IDbSession db, IPasswordHasher<PlatformUser> hasher, IAuditTrail audit) : IRequestHandler<RenewDemoPassword, Unit>
{
    private const string SelectUsers = "select id from access_user where email_normalized like '%@DEMO.TEST' order by id";

    private const string UpdateUser = """
        update access_user
        set    password_hash = @Hash, security_stamp = @Stamp, access_failed_count = 0, lockout_until = null, must_change_password = 0
        where  id = @Id
        """;

    private const string UpdateClient = "update access_api_client set secret_hash = @Hash where client_id = @ClientId";

    public async Task<Unit> Handle(RenewDemoPassword request, CancellationToken cancellationToken)
    {
        var users = await db.QueryAsync<Guid>(SelectUsers, null, cancellationToken);
        foreach (var id in users)
        {
            await db.ExecuteAsync(UpdateUser, new { Id = id, Hash = hasher.HashPassword(new(), request.Password), Stamp = Secrets.Token() }, cancellationToken);
            audit.Changes("user", id);
        }

        await db.ExecuteAsync(UpdateClient, new { MakeDemoAccountsHandler.ClientId, Hash = hasher.HashPassword(new(), request.Password) }, cancellationToken);
        return Unit.Value;
    }
}
