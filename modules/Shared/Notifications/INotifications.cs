namespace InclusionPlatform.Shared;

/// <summary>
/// Tells people of the service that something happened which concerns them: a line under the bell of every page, written in the transaction of the command at
/// hand, so that there is no notification without its change. What must be done belongs to <see cref="IDueWorkSource"/> as well: a notification may be read and forgotten.
/// </summary>
public interface INotifications
{
    /// <summary>Tells these people. Whoever acts is left out: nobody is told what they did themselves.</summary>
    /// <param name="users">Accounts; told once each.</param>
    /// <param name="kind">Stable code, such as <c>beneficiary.emergency-access</c>; the client has its sentence (<c>notifications.kind</c> of web-client/src/app/locales).</param>
    /// <param name="subject">What it is about, such as a company's or a course's name, or null. Never anything about a beneficiary: the line is kept in clear and read on any screen.</param>
    /// <param name="link">Page of the client, such as <c>/companies/{id}</c>.</param>
    /// <param name="ct">Cancels.</param>
    Task NotifyAsync(IEnumerable<Guid> users, string kind, string? subject, string link, CancellationToken ct);

    /// <summary>Tells everybody who has a role and an active account, but whoever acts.</summary>
    /// <param name="role">The role.</param>
    /// <param name="kind">Stable code.</param>
    /// <param name="subject">What it is about; never anything about a beneficiary.</param>
    /// <param name="link">Page of the client.</param>
    /// <param name="ct">Cancels.</param>
    Task NotifyAsync(Role role, string kind, string? subject, string link, CancellationToken ct);
}
