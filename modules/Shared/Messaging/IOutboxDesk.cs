namespace InclusionPlatform.Shared.Messaging;

/// <summary>A kept mail, for whoever watches over the post. Never its text: it is written for its reader alone.</summary>
/// <param name="Id">The mail.</param>
/// <param name="CreatedAt">When a command decided to send it.</param>
/// <param name="Subject">Its subject, which names nobody; null once the content was forgotten.</param>
/// <param name="Recipient">The address, its local part hidden but for the first letter (<c>g…@example.org</c>); null once the content was forgotten.</param>
/// <param name="State">How it stands.</param>
/// <param name="Attempts">How many times it was tried.</param>
/// <param name="NextAttemptAt">When it is tried again, while it waits.</param>
/// <param name="SentAt">When the server took it.</param>
/// <param name="Failure">Why it is not sent: the stage, and the server's codes; never the server's words, which may quote the address.</param>
public sealed record OutgoingMailLine(
    Guid Id, DateTimeOffset CreatedAt, string? Subject, string? Recipient, OutboxState State, int Attempts, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, string? Failure);

/// <summary>What to do with a mail that did not leave, or that may have arrived.</summary>
public enum OutgoingMailDecision
{
    /// <summary>Send it again. One that had arrived arrives twice.</summary>
    Resend,

    /// <summary>It did arrive, as its reader says.</summary>
    ConsideredSent,

    /// <summary>It is not to be sent any more.</summary>
    GivenUp,
}

/// <summary>Reads and settles the kept mails, for whoever watches over the post.</summary>
public interface IOutboxDesk
{
    /// <summary>The latest mails, newest first.</summary>
    /// <param name="state">In this state; null asks for those that wait for a decision.</param>
    /// <param name="before">Older than this mail; null begins with the newest.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<OutgoingMailLine>> FindAsync(OutboxState? state, Guid? before, int take, CancellationToken ct);

    /// <summary>How many mails wait for a decision: failed and uncertain ones.</summary>
    Task<int> CountUnsettledAsync(CancellationToken ct);

    /// <summary>Settles a failed or uncertain mail.</summary>
    /// <exception cref="NotFoundException">There is no such mail.</exception>
    /// <exception cref="ConflictException"><c>outgoing-mail.settled</c>: it is on its way, sent or given up already; <c>outgoing-mail.forgotten</c>: its content is gone and cannot be sent.</exception>
    Task DecideAsync(Guid id, OutgoingMailDecision decision, CancellationToken ct);
}
