using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Internships.Links;

/// <summary>Sends the mail that carries a personal link. Subject and text name nobody: who reads the mail learns it on the page.</summary>
internal sealed class LinkMail(IOutbox outbox, IOptions<MailOptions> mail, IOptions<ServiceOptions> service, TimeProvider clock)
{
    /// <summary>Nobody's mailbox is filled by pressing twice.</summary>
    public static TimeSpan Between { get; } = TimeSpan.FromMinutes(10);

    public string ServiceName => service.Value.ServiceName;

    /// <summary>Puts the mail in the outbox, in the transaction at hand.</summary>
    /// <param name="kind">Begins the message's id, such as <c>signature</c>.</param>
    /// <param name="email">To whom.</param>
    /// <param name="subject">Names nobody.</param>
    /// <param name="text">With holes: {0} until when the link counts, {1} the link, {2} the service, {3} what <paramref name="about"/> says.</param>
    /// <param name="path">Path of the page, with the code.</param>
    /// <param name="until">Until when the link counts.</param>
    /// <param name="about">Fills the last hole; never a person's data.</param>
    /// <param name="ct">Cancels.</param>
    public Task SendAsync(string kind, string email, Words subject, Words text, string path, DateTimeOffset until, object? about, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var from = mail.Value.From.ToMailbox();
        return outbox.EnqueueAsync(
            new()
            {
                From = from,
                To = new(email),
                Subject = subject.ToString(),
                TextBody = text.With(until, service.Value.Link(path), ServiceName, about).ToString(),
                MessageId = $"{kind}-{Guid.CreateVersion7(now):N}@{from.Address.Split('@')[^1].ToLowerInvariant()}",
                Date = now,
                Headers = [new("Auto-Submitted", "auto-generated")],
            },
            ct);
    }
}
