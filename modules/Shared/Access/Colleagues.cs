namespace InclusionPlatform.Shared;

/// <summary>Somebody of the service who has an account.</summary>
/// <param name="Id">The account.</param>
/// <param name="DisplayName">As shown on screens.</param>
/// <param name="Roles">What they do.</param>
/// <param name="IsActive">False when the account was closed: named in what was, no more to be chosen.</param>
public sealed record Colleague(Guid Id, string DisplayName, IReadOnlySet<Role> Roles, bool IsActive);

/// <summary>The people of the service, for naming and choosing them. The accounts belong to the host; modules only ask.</summary>
public interface IColleagues
{
    /// <summary>All, by name.</summary>
    Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken ct);

    /// <summary>Names by account, for lists; whoever is no account is left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken ct);
}
