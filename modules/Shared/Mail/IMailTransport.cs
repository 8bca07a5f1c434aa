namespace InclusionPlatform.Shared.Mail;

/// <summary>Takes mails out of the process.</summary>
public interface IMailTransport
{
    /// <summary>Sends one mail on a connection of its own.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, and the mail was certainly not taken.</exception>
    Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>Opens a session for many mails. Nothing is contacted before the first one.</summary>
    IMailSession OpenSession();
}

/// <summary>One connection for many mails, one after the other (never two at once). Dispose it to say goodbye to the server.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>
    /// Sends one mail; a lost connection is opened again. Failures are results, not exceptions. When cancelled after the whole mail
    /// was sent, it still waits a little for the server's answer, so as not to make an uncertain delivery of a good one.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled, and the mail was certainly not taken.</exception>
    Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
