using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

/// <summary>ASP.NET Core Identity over our own tables.</summary>
internal sealed class UserStore(IDbSession db, UserStamps stamps) :
    IUserPasswordStore<PlatformUser>, IUserEmailStore<PlatformUser>, IUserLockoutStore<PlatformUser>, IUserSecurityStampStore<PlatformUser>
{
    private const string Columns = """
        id as Id, email as Email, email_normalized as EmailNormalized, display_name as DisplayName, password_hash as PasswordHash,
        security_stamp as SecurityStamp, concurrency_stamp as ConcurrencyStamp, access_failed_count as AccessFailedCount, lockout_until as LockoutUntil,
        must_change_password as MustChangePassword, disabled_at as DisabledAt, created_at as CreatedAt
        """;

    private const string ById = $"select {Columns} from access_user where id = @Id";

    private const string ByEmail = $"select {Columns} from access_user where email_normalized = @Email";

    private const string Insert = """
        insert into access_user (id, email, email_normalized, display_name, password_hash, security_stamp, concurrency_stamp, access_failed_count,
                                 lockout_until, must_change_password, disabled_at, created_at)
        values (@Id, @Email, @EmailNormalized, @DisplayName, @PasswordHash, @SecurityStamp, @ConcurrencyStamp, @AccessFailedCount,
                @LockoutUntil, @MustChangePassword, @DisabledAt, @CreatedAt)
        """;

    private const string Update = """
        update access_user
        set    email = @Email, email_normalized = @EmailNormalized, display_name = @DisplayName, password_hash = @PasswordHash,
               security_stamp = @SecurityStamp, concurrency_stamp = @NewStamp, access_failed_count = @AccessFailedCount,
               lockout_until = @LockoutUntil, must_change_password = @MustChangePassword, disabled_at = @DisabledAt
        where  id = @Id and concurrency_stamp = @ConcurrencyStamp
        """;

    public async Task<IdentityResult> CreateAsync(PlatformUser user, CancellationToken cancellationToken)
    {
        user.ConcurrencyStamp = NewStamp();
        await db.ExecuteAsync(Insert, user, cancellationToken, ifTaken: EmailTaken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(PlatformUser user, CancellationToken cancellationToken)
    {
        var newStamp = NewStamp();
        var changed = await db.ExecuteAsync(
            Update,
            new
            {
                user.Id, user.Email, user.EmailNormalized, user.DisplayName, user.PasswordHash, user.SecurityStamp, user.ConcurrencyStamp, NewStamp = newStamp,
                user.AccessFailedCount, user.LockoutUntil, user.MustChangePassword, user.DisabledAt,
            },
            cancellationToken);
        if (changed == 0)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }

        user.ConcurrencyStamp = newStamp;
        stamps.Forget(user.Id);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(PlatformUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are disabled, never deleted: the access log names them.");

    public Task<PlatformUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => db.FindAsync<PlatformUser>(ById, new { Id = Guid.Parse(userId) }, cancellationToken);

    public Task<PlatformUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<PlatformUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        db.FindAsync<PlatformUser>(ByEmail, new { Email = normalizedEmail }, cancellationToken);

    public Task<string> GetUserIdAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(PlatformUser user, string? userName, CancellationToken cancellationToken) => Do(() => user.Email = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailNormalized);

    public Task SetNormalizedUserNameAsync(PlatformUser user, string? normalizedName, CancellationToken cancellationToken) => Do(() => user.EmailNormalized = normalizedName ?? "");

    public Task SetPasswordHashAsync(PlatformUser user, string? passwordHash, CancellationToken cancellationToken) => Do(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetEmailAsync(PlatformUser user, string? email, CancellationToken cancellationToken) => Do(() => user.Email = email ?? "");

    public Task<string?> GetEmailAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<bool> GetEmailConfirmedAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(PlatformUser user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedEmailAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.EmailNormalized);

    public Task SetNormalizedEmailAsync(PlatformUser user, string? normalizedEmail, CancellationToken cancellationToken) => Do(() => user.EmailNormalized = normalizedEmail ?? "");

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutUntil);

    public Task SetLockoutEndDateAsync(PlatformUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Do(() => user.LockoutUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(++user.AccessFailedCount);

    public Task ResetAccessFailedCountAsync(PlatformUser user, CancellationToken cancellationToken) => Do(() => user.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(PlatformUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(PlatformUser user, string stamp, CancellationToken cancellationToken) => Do(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(PlatformUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public void Dispose()
    {
    }

    public static ConflictException EmailTaken() => new("user.email-taken", new(
        "Esiste già un account con questo indirizzo e-mail.", "An account with this e-mail address exists already."));

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private static Task Do(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
