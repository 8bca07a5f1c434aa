using InclusionPlatform.Bulletin.Editions;
using InclusionPlatform.Bulletin.Subscribers;
using InclusionPlatform.Shared.Mail;
using MediatR;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>
/// Sends what is due of the bulletin. Any number of processes may run it at any time and any of them may be killed: see <see cref="DeliveryRows"/>.
/// Not a transaction, because sending is slow.
/// </summary>
internal sealed record SendBulletin : IRequest<BulletinSent>;

/// <summary>What one run did.</summary>
/// <param name="Number">The edition that is, or was, being sent.</param>
/// <param name="Sent">Mails taken over in this run.</param>
/// <param name="Finished">The edition is out.</param>
internal sealed record BulletinSent(int? Number, int Sent, bool Finished);

/// <summary>One run at a time in this process: wake-ups may come faster than an edition goes out.</summary>
internal sealed class SendingGate
{
    private int taken;

    public bool TryEnter() => Interlocked.Exchange(ref taken, 1) == 0;

    public void Leave() => Volatile.Write(ref taken, 0);
}

internal sealed class SendBulletinHandler(
    IMediator mediator, DeliveryRows rows, AbandonedDeliveries abandoned, IMailTransport transport, SubscriberTokens tokens, SendingGate gate, IOptions<MailOptions> mail,
    IOptions<ServiceOptions> service, TimeProvider clock) : IRequestHandler<SendBulletin, BulletinSent>
{
    private const int Batch = 200;

    /// <summary>At most so many are uncertain after a crash with a server.</summary>
    private const int Chunk = 20;

    public async Task<BulletinSent> Handle(SendBulletin request, CancellationToken cancellationToken)
    {
        if (!gate.TryEnter())
        {
            return new(null, 0, Finished: false);
        }

        try
        {
            await mediator.Send(new StartDueEdition(), cancellationToken);
            if (await rows.EditionAsync(cancellationToken) is not { } edition)
            {
                return new(null, 0, Finished: false);
            }

            await abandoned.SettleAsync(edition, cancellationToken);
            var sent = await SendAsync(edition, cancellationToken);
            return new(edition.Number, sent, await rows.FinishAsync(edition.Id, cancellationToken));
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<int> SendAsync(SendingEdition edition, CancellationToken ct)
    {
        var owner = Guid.CreateVersion7(clock.GetUtcNow());
        var sent = 0;
        await using var session = transport.OpenSession();
        try
        {
            while (await rows.TakeAsync(edition.Id, owner, Batch, ct) is { Count: > 0 } batch)
            {
                await rows.SettleAsync(edition.Id, owner, [.. batch.Where(taken => taken.SubscriberState != SubscriberState.Confirmed)
                    .Select(taken => new SettledDelivery(taken.SubscriberId, DeliveryState.Skipped))]);
                foreach (var chunk in batch.Where(taken => taken.SubscriberState == SubscriberState.Confirmed).Chunk(Chunk))
                {
                    var (count, goOn) = await SendAsync(edition, owner, chunk, session, ct);
                    sent += count;
                    if (!goOn)
                    {
                        return sent;
                    }
                }
            }
        }
        finally
        {
            await rows.GiveBackAsync(owner);
        }

        return sent;
    }

    private async Task<(int Sent, bool GoOn)> SendAsync(SendingEdition edition, Guid owner, TakenDelivery[] chunk, IMailSession session, CancellationToken ct)
    {
        var mine = await rows.MarkSendingAsync(edition.Id, owner, chunk, ct);
        var leaseEnds = clock.GetUtcNow() + DeliveryRows.Lease;
        var settled = new List<SettledDelivery>(chunk.Length);
        var goOn = true;
        try
        {
            foreach (var delivery in chunk.Where(delivery => mine.Contains(delivery.SubscriberId)))
            {
                // A chunk that took longer than its lease stops: others may have judged it abandoned.
                if (clock.GetUtcNow() >= leaseEnds)
                {
                    break;
                }

                var result = await session.SendAsync(MailTo(edition, delivery), ct);
                settled.Add(SettledDelivery.Of(delivery, result, edition.StartedAt, clock.GetUtcNow()));
                if (SettledDelivery.ConcernsEveryMail(result))
                {
                    goOn = false;
                    break;
                }
            }
        }
        finally
        {
            var done = settled.Select(delivery => delivery.SubscriberId).ToHashSet();
            settled.AddRange(chunk.Where(delivery => mine.Contains(delivery.SubscriberId) && !done.Contains(delivery.SubscriberId))
                .Select(delivery => new SettledDelivery(delivery.SubscriberId, DeliveryState.Waiting, WasTried: false)));
            await rows.SettleAsync(edition.Id, owner, settled);
        }

        return (settled.Count(delivery => delivery.State == DeliveryState.Sent), goOn);
    }

    private OutgoingMail MailTo(SendingEdition edition, TakenDelivery delivery)
    {
        var token = tokens.Unsubscription(delivery.SubscriberId);
        var text = new EditionText(edition.Subject, edition.MailHtml, edition.MailText, "").WithLink(service.Value.Link($"/bulletin/unsubscribe/{token}"));
        return new()
        {
            From = mail.Value.From.ToMailbox(),
            To = new(delivery.Email),
            Subject = text.Subject,
            TextBody = text.MailText,
            HtmlBody = text.MailHtml,
            MessageId = MessageIds.OfDelivery(edition.Number, delivery.SubscriberId, mail.Value),
            Date = edition.StartedAt,
            Headers =
            [
                new("List-Id", $"<bulletin.{MessageIds.Domain(mail.Value)}>"),
                new("List-Unsubscribe", $"<{service.Value.Link($"/api/v1/public/bulletin/unsubscription/{token}")}>"),
                new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                new("Precedence", "bulk"),
            ],
        };
    }
}
