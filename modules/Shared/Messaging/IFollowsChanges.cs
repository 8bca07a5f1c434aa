namespace InclusionPlatform.Shared.Messaging;

/// <summary>
/// Keeps something that is reckoned from many facts, such as what is due next on a case, in the transaction that changes them. It is told of what the command declared to
/// the access log as changed, after the events of the command have been heard: no slice has to remember it.
/// </summary>
public interface IFollowsChanges
{
    /// <summary>The kind of record, as the access log calls it.</summary>
    string Record { get; }

    /// <summary>These records were changed in the transaction at hand.</summary>
    Task OnChangedAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
