using InclusionPlatform.Bulletin.Editions;
using InclusionPlatform.Bulletin.Subscribers;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>
/// Sends what is due of the bulletin. Any number of processes may run it at any time and any of them may be killed: see <see cref="DeliveryRows"/>.
/// Not a transaction, because sending is slow.
/// </summary>
internal sealed record SendBulletin : IRequest;

internal sealed class SendBulletinHandler(
    IMediator mediator, DeliveryRows rows, AbandonedDeliveries abandoned, IMailTransport transport, SubscriberTokens tokens, IOptions<MailOptions> mail,
    IOptions<ServiceOptions> service, TimeProvider clock) : IRequestHandler<SendBulletin, Unit>
{
    private const int Batch = 200;

    /// <summary>At most so many are uncertain after a crash with a server.</summary>
    private const int Chunk = 20;

    public async Task<Unit> Handle(SendBulletin request, CancellationToken cancellationToken)
    {
        await mediator.Send(new StartDueEdition(), cancellationToken);
        if (await rows.EditionAsync(cancellationToken) is { } edition)
        {
            await abandoned.SettleAsync(edition, cancellationToken);
            await SendAsync(edition, cancellationToken);
            await rows.FinishAsync(edition.Id, cancellationToken);
        }

        return Unit.Value;
    }

    private async Task SendAsync(SendingEdition edition, CancellationToken ct)
    {
        var owner = Guid.CreateVersion7(clock.GetUtcNow());
        await using var session = transport.OpenSession();
        try
        {
            while (await rows.TakeAsync(edition.Id, owner, Batch, ct) is { Count: > 0 } batch)
            {
                await rows.SettleAsync(edition.Id, owner, [.. batch.Where(taken => taken.SubscriberState != SubscriberState.Confirmed)
                    .Select(taken => new SettledDelivery(taken.SubscriberId, DeliveryState.Skipped))]);
                foreach (var chunk in batch.Where(taken => taken.SubscriberState == SubscriberState.Confirmed).Chunk(Chunk))
                {
                    if (!await SendAsync(edition, owner, chunk, session, ct))
                    {
                        return;
                    }
                }
            }
        }
        finally
        {
            await rows.GiveBackAsync(owner);
        }
    }

    /// <summary>Sends a few; answers whether it makes sense to go on.</summary>
    private async Task<bool> SendAsync(SendingEdition edition, Guid owner, TakenDelivery[] chunk, IMailSession session, CancellationToken ct)
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

                if (Written(edition, delivery, settled) is not { } letter)
                {
                    continue;
                }

                var result = await session.SendAsync(letter, ct);
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

        return goOn;
    }

    /// <summary>The mail, or null where it cannot be written: this delivery has failed for ever, the others go on.</summary>
    private OutgoingMail? Written(SendingEdition edition, TakenDelivery delivery, List<SettledDelivery> settled)
    {
        try
        {
            return MailTo(edition, delivery);
        }
        catch (InvalidMailException invalid)
        {
            settled.Add(new(delivery.SubscriberId, DeliveryState.Failed, Failure: invalid.Code));
            return null;
        }
    }

    internal OutgoingMail MailTo(SendingEdition edition, TakenDelivery delivery)
    {
        var token = tokens.Unsubscription(delivery.SubscriberId);
        var text = new EditionText(edition.Subject, edition.MailHtml, edition.MailText, "").WithLink(service.Value.Link($"/bulletin/unsubscribe/{token}"));
        return new()
        {
            From = mail.Value.From.ToMailbox(),
            To = new(delivery.Email),
            // An edition frozen before titles were checked may still hold a line break.
            Subject = OneLine.Of(text.Subject),
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
