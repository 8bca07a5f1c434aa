namespace InclusionPlatform.Shared.Mail;

/// <summary>How far a delivery had come when it was decided.</summary>
public enum DeliveryStage
{
    /// <summary>Reaching the server or the folder.</summary>
    Connection,

    /// <summary>The server's greeting and ours.</summary>
    Greeting,

    /// <summary>Encryption and the server's certificate.</summary>
    Security,

    /// <summary>Our user and password.</summary>
    SignIn,

    /// <summary>Our sender address.</summary>
    Sender,

    /// <summary>The recipient's address.</summary>
    Recipient,

    /// <summary>The message itself.</summary>
    Content,
}

/// <summary>
/// What became of one mail. Texts come from the server and may quote the address: they are for the delivery's record,
/// never for a log, and <see cref="ToString"/> leaves them out.
/// </summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The server has taken the mail over. Do not send it again.</summary>
    /// <param name="ServerReply">The server's words, usually with its queue id.</param>
    public sealed record Accepted(string ServerReply) : DeliveryResult
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Accepted);
    }

    /// <summary>The server will never take this mail. Do not send it again as it is.</summary>
    /// <param name="Stage">What was refused; only <see cref="DeliveryStage.Recipient"/> says something about the address.</param>
    /// <param name="Code">The SMTP code, 500 to 599.</param>
    /// <param name="EnhancedCode">The code of RFC 3463, for instance <c>5.1.1</c>, when given.</param>
    /// <param name="Text">The server's words.</param>
    public sealed record Refused(DeliveryStage Stage, int Code, string? EnhancedCode, string Text) : DeliveryResult
    {
        /// <inheritdoc/>
        public override string ToString() => $"{nameof(Refused)} at {Stage}: {Code} {EnhancedCode}".TrimEnd();
    }

    /// <summary>The mail was certainly not taken; try again later.</summary>
    /// <param name="Stage">Where it stopped; before <see cref="DeliveryStage.Sender"/> it concerns every mail, not this one.</param>
    /// <param name="Code">The SMTP code, or null when the server gave none.</param>
    /// <param name="EnhancedCode">The code of RFC 3463, when given.</param>
    /// <param name="Text">The server's words, or ours for a failed connection.</param>
    public sealed record Deferred(DeliveryStage Stage, int? Code, string? EnhancedCode, string Text) : DeliveryResult
    {
        /// <summary>The server (or our set-up) is the problem: the next mail would meet the same.</summary>
        public bool ConcernsEveryMail => Stage < DeliveryStage.Sender;

        /// <inheritdoc/>
        public override string ToString() => $"{nameof(Deferred)} at {Stage}: {Code} {EnhancedCode}".TrimEnd(' ', ':');
    }

    /// <summary>
    /// The whole mail was sent and the server's answer never came: it may have been taken. Sending again may double it,
    /// not sending may lose it; the caller decides and records which.
    /// </summary>
    /// <param name="Text">What happened to the connection.</param>
    public sealed record Uncertain(string Text) : DeliveryResult
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Uncertain);
    }
}
