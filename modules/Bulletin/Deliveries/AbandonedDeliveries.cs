using InclusionPlatform.Shared.Mail;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>
/// Deliveries whose worker died while it was sending them. Where the transport can prove what happened they are sent or wait again; otherwise they are
/// uncertain, and a person decides, because sending again may write to somebody twice.
/// </summary>
internal sealed class AbandonedDeliveries(IDbSession db, IMailTransport transport, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const string Select = """
        select subscriber_id
        from   bulletin_delivery
        where  edition_id = @EditionId and state = 'sending' and lease_until < @Now
        """;

    // The owner stays written: if it was only slow, it may still say what happened.
    private const string BecomeUncertain = """
        update bulletin_delivery
        set    state = 'uncertain', failure = 'interrupted'
        where  edition_id = @EditionId and state = 'sending' and lease_until < @Now
        """;

    private const string BecomeKnown = """
        update bulletin_delivery
        set    state = @State, sent_at = @SentAt, next_attempt_at = @Now, lease_owner = null, lease_until = null
        where  edition_id = @EditionId and subscriber_id = @SubscriberId and state = 'sending' and lease_until < @Now
        """;

    public async Task SettleAsync(SendingEdition edition, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var left = await db.QueryAsync<Guid>(Select, new { EditionId = edition.Id, Now = now }, ct);
        if (left.Count == 0)
        {
            return;
        }

        if (transport is not IMailProof proof)
        {
            await db.ExecuteAsync(BecomeUncertain, new { EditionId = edition.Id, Now = now }, ct);
            return;
        }

        var known = left.Select(subscriber => (Id: subscriber, Sent: proof.WasDelivered(MessageIds.OfDelivery(edition.Number, subscriber, mail.Value))))
            .Select(delivery => new
            {
                EditionId = edition.Id,
                SubscriberId = delivery.Id,
                State = (delivery.Sent ? DeliveryState.Sent : DeliveryState.Waiting).Code(),
                SentAt = delivery.Sent ? now : (DateTimeOffset?)null,
                Now = now,
            }).ToArray();
        await db.ExecuteAsync(BecomeKnown, known, ct);
    }
}
