using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Api.Access.Users;

/// <summary>How an account stands.</summary>
internal enum UserState
{
    /// <summary>Can sign in.</summary>
    Active,

    /// <summary>Closed by an administrator.</summary>
    Disabled,
}

/// <summary>An account, as administrators see it.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Email">Address used to sign in.</param>
/// <param name="DisplayName">Name shown on screens.</param>
/// <param name="Roles">Roles in the service.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="DisabledAt">Since when it cannot.</param>
/// <param name="LockedUntil">Until when sign-in is suspended after wrong attempts, or null.</param>
/// <param name="MustChangePassword">The password was set by somebody else and is changed at the next sign-in.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Version">The ETag.</param>
internal sealed record User(
    Guid Id, string Email, string DisplayName, IReadOnlyList<Role> Roles, UserState State, DateTimeOffset? DisabledAt, DateTimeOffset? LockedUntil, bool MustChangePassword,
    DateTimeOffset CreatedAt, int Version) : IVersioned;

/// <summary>An account as its table has it.</summary>
internal sealed record UserRow(
    Guid Id, string Email, string DisplayName, DateTimeOffset? DisabledAt, DateTimeOffset? LockoutUntil, bool MustChangePassword, DateTimeOffset CreatedAt, int Version)
{
    public const string Select = """
        select u.id as Id, u.email as Email, u.display_name as DisplayName, u.disabled_at as DisabledAt, u.lockout_until as LockoutUntil,
               u.must_change_password as MustChangePassword, u.created_at as CreatedAt, u.version as Version
        from   access_user u
        """;

    public User With(IEnumerable<Role> roles, DateTimeOffset now) => new(
        Id, Email, DisplayName, [.. roles.Order()], DisabledAt is null ? UserState.Active : UserState.Disabled, DisabledAt, LockoutUntil > now ? LockoutUntil : null,
        MustChangePassword, CreatedAt, Version);
}

/// <summary>One role of one account.</summary>
internal sealed record UserRole(Guid UserId, Role Role);
