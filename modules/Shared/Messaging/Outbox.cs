using System.Text.Json;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>Mail that a command decides to send: kept in the command's transaction, delivered afterwards by a job, so that there is no mail without its change and no change without its mail.</summary>
public interface IOutbox
{
    /// <summary>Keeps a mail for delivery. Its Message-ID must belong to the matter, so that the same mail is recognised when it is tried again.</summary>
    Task EnqueueAsync(OutgoingMail mail, CancellationToken ct);
}

/// <summary>State of a kept mail.</summary>
internal enum OutboxState
{
    Waiting,
    Sending,
    Sent,
    Failed,
    Uncertain,
}

internal sealed class Outbox(IDbSession db, IFieldCipher cipher, TimeProvider clock) : IOutbox
{
    private const string Insert = """
        insert into shared_outbox_mail (id, mail, created_at, state, attempts, next_attempt_at, lease_until, sent_at, failure)
        values (@Id, @Mail, @Now, 'waiting', 0, @Now, null, null, null)
        """;

    public Task EnqueueAsync(OutgoingMail mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.ExecuteAsync(Insert, new { Id = Guid.CreateVersion7(now), Mail = cipher.Protect(KeptMail.Write(mail)), Now = now }, ct);
    }
}

/// <summary>A mail as text; the row keeps it encrypted, because it holds addresses and links that are as good as passwords.</summary>
internal static class KeptMail
{
    public static string Write(OutgoingMail mail) => JsonSerializer.Serialize(new Kept(
        Of(mail.From)!, Of(mail.To)!, Of(mail.ReplyTo), Of(mail.ReturnPath), mail.Subject, mail.TextBody, mail.HtmlBody, mail.MessageId, mail.Date,
        [.. mail.Headers.Select(header => new KeptHeader(header.Name, header.Value))],
        [.. mail.Attachments.Select(file => new KeptFile(file.FileName, file.ContentType, file.Content.ToArray()))]));

    public static OutgoingMail Read(string text)
    {
        var kept = JsonSerializer.Deserialize<Kept>(text)!;
        return new()
        {
            From = Of(kept.From)!,
            To = Of(kept.To)!,
            ReplyTo = Of(kept.ReplyTo),
            ReturnPath = Of(kept.ReturnPath),
            Subject = kept.Subject,
            TextBody = kept.TextBody,
            HtmlBody = kept.HtmlBody,
            MessageId = kept.MessageId,
            Date = kept.Date,
            Headers = [.. kept.Headers.Select(header => new MailHeader(header.Name, header.Value))],
            Attachments = [.. kept.Files.Select(file => new MailAttachment(file.Name, file.Type, file.Content))],
        };
    }

    private static KeptMailbox? Of(Mailbox? mailbox) => mailbox is null ? null : new(mailbox.Address, mailbox.Name);

    private static Mailbox? Of(KeptMailbox? mailbox) => mailbox is null ? null : new(mailbox.Address, mailbox.Name);

    private sealed record Kept(
        KeptMailbox From, KeptMailbox To, KeptMailbox? ReplyTo, KeptMailbox? ReturnPath, string Subject, string TextBody, string? HtmlBody, string MessageId, DateTimeOffset Date,
        IReadOnlyList<KeptHeader> Headers, IReadOnlyList<KeptFile> Files);

    private sealed record KeptMailbox(string Address, string? Name);

    private sealed record KeptHeader(string Name, string Value);

    private sealed record KeptFile(string Name, string Type, byte[] Content);
}
