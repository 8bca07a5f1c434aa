namespace InclusionPlatform.Api.Access;

/// <summary>A person who signs in.</summary>
internal sealed class PlatformUser
{
    public Guid Id { get; set; }

    public string Email { get; set; } = "";

    public string EmailNormalized { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever all sessions of the person must end.</summary>
    public string SecurityStamp { get; set; } = "";

    public string ConcurrencyStamp { get; set; } = "";

    public int AccessFailedCount { get; set; }

    public DateTimeOffset? LockoutUntil { get; set; }

    public bool MustChangePassword { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
