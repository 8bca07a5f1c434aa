using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access.Demo;

/// <summary>Makes the demo accounts and the demo third-party system.</summary>
/// <param name="Password">Need not pass the rules: the data are invented.</param>
internal sealed record MakeDemoAccounts([property: JsonIgnore] string Password) : ICommand;

internal sealed class MakeDemoAccountsHandler(IDbSession db, IPasswordHasher<PlatformUser> hasher, ILookupNormalizer normalizer, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<MakeDemoAccounts, Unit>
{
    public const string ClientId = "demo-employment-centre";

    private const string InsertUser = """
        insert into access_user (id, email, email_normalized, display_name, password_hash, security_stamp, concurrency_stamp, access_failed_count,
                                 lockout_until, must_change_password, disabled_at, created_at)
        values (@Id, @Email, @EmailNormalized, @DisplayName, @PasswordHash, @SecurityStamp, @ConcurrencyStamp, 0, null, 0, null, @CreatedAt)
        """;

    private const string InsertRole = "insert into access_user_role (user_id, role) values (@UserId, @Role)";

    private const string InsertClient = """
        insert into access_api_client (id, client_id, name, secret_hash, scopes, created_at, created_by)
        values (@Id, @ClientId, @Name, @SecretHash, @Scopes, @CreatedAt, @CreatedBy)
        """;

    private static readonly (Role Role, string DisplayName)[] People =
    [
        (Role.Administrator, "Giulia Amadio"),
        (Role.Coordinator, "Marco Fioravanti"),
        (Role.Educator, "Elena Capriotti"),
        (Role.CompanyOperator, "Davide Spinozzi"),
        (Role.Trainer, "Sara Cocci"),
        (Role.BulletinEditor, "Luca Marcozzi"),
        (Role.Auditor, "Chiara Ricci"),
    ];

    public async Task<Unit> Handle(MakeDemoAccounts request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var accounts = People.Select(person => (person.Role, User: new PlatformUser
        {
            Id = Guid.CreateVersion7(now),
            Email = EmailOf(person.Role),
            EmailNormalized = normalizer.NormalizeEmail(EmailOf(person.Role)),
            DisplayName = person.DisplayName,
            PasswordHash = hasher.HashPassword(new(), request.Password),
            SecurityStamp = Secrets.Token(),
            ConcurrencyStamp = Secrets.Token(),
            CreatedAt = now,
        })).ToArray();

        var administrator = accounts[0].User.Id;
        var client = new
        {
            Id = Guid.CreateVersion7(now),
            ClientId,
            Name = "Centro per l'impiego (dimostrazione)",
            SecretHash = hasher.HashPassword(new(), request.Password),
            Scopes = "opportunities:write reports:read",
            CreatedAt = now,
            CreatedBy = administrator,
        };
        await db.ExecuteAsync(InsertUser, accounts.Select(account => account.User), cancellationToken, Taken);
        await db.ExecuteAsync(InsertRole, accounts.Select(account => new { UserId = account.User.Id, Role = account.Role.Code() }), cancellationToken);
        await db.ExecuteAsync(InsertClient, client, cancellationToken, Taken);
        foreach (var (_, user) in accounts)
        {
            audit.Changes("user", user.Id);
        }

        audit.Changes("api-client", client.Id);
        return Unit.Value;
    }

    /// <summary>As in <c>company-operator@demo.test</c>.</summary>
    public static string EmailOf(Role role) => $"{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())}@demo.test";

    private static ConflictException Taken() => new("demo.accounts-exist", new("Gli account dimostrativi esistono già.", "The demo accounts exist already."));
}
