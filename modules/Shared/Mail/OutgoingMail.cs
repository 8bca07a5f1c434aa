using InclusionPlatform.Shared.Mail.Mime;

namespace InclusionPlatform.Shared.Mail;

/// <summary>
/// One mail to one recipient, complete: writing it twice gives the same bytes. Its parts are checked when they are set,
/// so that whatever reaches a transport can be sent.
/// </summary>
public sealed record OutgoingMail
{
    /// <summary>Who writes.</summary>
    public required Mailbox From { get; init; }

    /// <summary>The one recipient.</summary>
    public required Mailbox To { get; init; }

    /// <summary>Where answers go, when not to <see cref="From"/>.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>Where undeliverable mail goes back to (the envelope's sender), when not to <see cref="From"/>.</summary>
    public Mailbox? ReturnPath { get; init; }

    /// <summary>Any language, no line breaks.</summary>
    /// <exception cref="InvalidMailException">It holds a line break or is longer than 500 characters.</exception>
    public required string Subject { get; init => field = HeaderGuard.Text(value, 500); }

    /// <summary>The text, any line ends.</summary>
    public required string TextBody { get; init; }

    /// <summary>The same content as HTML.</summary>
    public string? HtmlBody { get; init; }

    /// <summary>
    /// <c>left@right</c> without angle brackets, made by the caller out of what is being sent (the delivery's id): a mail
    /// that is tried again carries the same one, and receivers recognise it.
    /// </summary>
    /// <exception cref="InvalidMailException">It is not of that form.</exception>
    public required string MessageId { get; init => field = HeaderGuard.MessageId(value); }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Further headers, in order.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>Files, in order.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Says nothing of the content, so that it can never end in a log.</summary>
    public override string ToString() => nameof(OutgoingMail);
}
