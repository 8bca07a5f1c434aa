using System.Text.Json;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>Mail that a command decides to send: kept in the command's transaction, delivered afterwards by a job, so that there is no mail without its change and no change without its mail.</summary>
public interface IOutbox
{
    /// <summary>Keeps a mail for delivery. Its Message-ID must belong to the matter, so that the same mail is recognised when it is tried again. Answers its id, by which one learns how it stands.</summary>
    Task<Guid> EnqueueAsync(OutgoingMail mail, CancellationToken ct);

    /// <summary>Keeps a mail about a person, encrypted with the person's own key, and answers its id, by which one learns how it stands.</summary>
    Task<Guid> EnqueueForAsync(Guid person, OutgoingMail mail, CancellationToken ct);

    /// <summary>How mails stand; unknown ones are left out.</summary>
    Task<IReadOnlyDictionary<Guid, OutboxState>> StatesAsync(IEnumerable<Guid> ids, CancellationToken ct);

    /// <summary>Forgets a mail with its content, sent or not.</summary>
    Task ForgetAsync(Guid id, CancellationToken ct);
}

/// <summary>State of a kept mail.</summary>
public enum OutboxState
{
    /// <summary>It will be sent, or tried again.</summary>
    Waiting,

    /// <summary>It is being sent.</summary>
    Sending,

    /// <summary>The server has taken it.</summary>
    Sent,

    /// <summary>It was refused, or given up.</summary>
    Failed,

    /// <summary>Whether it was taken is not known: it is not sent again by itself.</summary>
    Uncertain,

    /// <summary>Whoever watches over the post decided that it is not to be sent any more.</summary>
    GivenUp,
}

internal sealed class Outbox(IDbSession db, IFieldCipher cipher, TimeProvider clock) : IOutbox
{
    private const string Insert = """
        insert into shared_outbox_mail (id, mail, created_at, state, attempts, next_attempt_at, lease_until, sent_at, failure)
        values (@Id, @Mail, @Now, 'waiting', 0, @Now, null, null, null)
        """;

    private const string SelectStates = $"select id as Id, state as State from shared_outbox_mail where id in {Batches.Keys}";

    private const string Delete = "delete from shared_outbox_mail where id = @Id";

    public Task<Guid> EnqueueAsync(OutgoingMail mail, CancellationToken ct) => KeepAsync(cipher.Protect(KeptMail.Write(mail))!, ct);

    public Task<Guid> EnqueueForAsync(Guid person, OutgoingMail mail, CancellationToken ct) => KeepAsync(cipher.ProtectFor(person, KeptMail.Write(mail))!, ct);

    public async Task<IReadOnlyDictionary<Guid, OutboxState>> StatesAsync(IEnumerable<Guid> ids, CancellationToken ct) =>
        (await db.QueryInBatchesAsync<Guid, StateRow>(SelectStates, ids, null, ct)).DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.State);

    public Task ForgetAsync(Guid id, CancellationToken ct) => db.ExecuteAsync(Delete, new { Id = id }, ct);

    private async Task<Guid> KeepAsync(string mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(Insert, new { Id = id, Mail = mail, Now = now }, ct);
        return id;
    }

    private sealed record StateRow(Guid Id, OutboxState State);
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
