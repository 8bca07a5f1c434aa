using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.Bulletin.Deliveries;

/// <summary>
/// The states of the deliveries in the database. A worker leases a batch, marks a few as being sent, hands them over and writes what became of them;
/// each step is one short transaction, so that a crash at any instant leaves a state that tells what may have happened.
/// </summary>
internal sealed class DeliveryRows(IDbSession db, TimeProvider clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const string SelectEdition = """
        select id as Id, number as Number, subject as Subject, mail_html as MailHtml, mail_text as MailText, sending_started_at as StartedAt
        from   bulletin_edition
        where  state = 'sending'
        """;

    private const string SelectFree = """
        select subscriber_id
        from   bulletin_delivery
        where  edition_id = @EditionId and state in ('waiting', 'deferred') and next_attempt_at <= @Now and (lease_until is null or lease_until < @Now)
        order by subscriber_id
        """;

    private const string Take = """
        update bulletin_delivery
        set    lease_owner = @Owner, lease_until = @Until
        where  edition_id = @EditionId and subscriber_id between @First and @Last
        and    state in ('waiting', 'deferred') and next_attempt_at <= @Now and (lease_until is null or lease_until < @Now)
        """;

    private const string SelectTaken = """
        select d.subscriber_id as SubscriberId, s.email as Email, s.state as SubscriberState, d.attempts as Attempts
        from   bulletin_delivery d
        join   bulletin_subscriber s on s.id = d.subscriber_id
        where  d.lease_owner = @Owner and d.state in ('waiting', 'deferred') and d.edition_id = @EditionId
        order by d.subscriber_id
        """;

    private const string MarkSending = """
        update bulletin_delivery
        set    state = 'sending', attempts = attempts + 1, lease_until = @Until
        where  edition_id = @EditionId and subscriber_id = @SubscriberId and lease_owner = @Owner and lease_until >= @Now and state in ('waiting', 'deferred')
        """;

    private const string SelectSending = """
        select subscriber_id
        from   bulletin_delivery
        where  lease_owner = @Owner and state = 'sending' and edition_id = @EditionId
        """;

    // Also from "uncertain": the worker was only slow, and knows after all what happened.
    private const string SettleOne = """
        update bulletin_delivery
        set    state = @State, next_attempt_at = @Next, sent_at = @SentAt, failure = @Failure, attempts = attempts - @NotTried, lease_owner = null, lease_until = null
        where  edition_id = @EditionId and subscriber_id = @SubscriberId and lease_owner = @Owner and state in ('waiting', 'deferred', 'sending', 'uncertain')
        """;

    private const string GiveBack = "update bulletin_delivery set lease_owner = null, lease_until = null where lease_owner = @Owner and state in ('waiting', 'deferred')";
    private const string Bounce = "update bulletin_subscriber set state = 'bounced', bounced_at = @Now, version = version + 1 where id = @SubscriberId and state = 'confirmed'";

    private const string Finish = """
        update bulletin_edition
        set    state = 'sent', sent_at = coalesce(sent_at, @Now), updated_at = @Now, version = version + 1
        where  id = @EditionId and state = 'sending'
        and    not exists (select 1 from bulletin_delivery where edition_id = @EditionId and state in ('waiting', 'deferred', 'sending'))
        """;

    public Task<SendingEdition?> EditionAsync(CancellationToken ct) => db.FindAsync<SendingEdition>(SelectEdition, null, ct);

    /// <summary>Takes up to so many deliveries for this worker; another worker that was faster leaves fewer, and the next call finds the others.</summary>
    public async Task<IReadOnlyList<TakenDelivery>> TakeAsync(Guid editionId, Guid owner, int most, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var now = clock.GetUtcNow();
            var free = await db.TopAsync<Guid>(SelectFree, new { EditionId = editionId, Now = now }, most, ct);
            if (free.Count == 0)
            {
                break;
            }

            if (await db.ExecuteAsync(Take, new { EditionId = editionId, Owner = owner, Now = now, Until = now + Lease, First = free[0], Last = free[^1] }, ct) > 0)
            {
                return await db.QueryAsync<TakenDelivery>(SelectTaken, new { Owner = owner, EditionId = editionId }, ct);
            }
        }

        return [];
    }

    /// <summary>From here on these may have reached the server. Answers those that are still this worker's.</summary>
    public async Task<IReadOnlySet<Guid>> MarkSendingAsync(Guid editionId, Guid owner, IEnumerable<TakenDelivery> deliveries, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(MarkSending, deliveries.Select(delivery => new { EditionId = editionId, delivery.SubscriberId, Owner = owner, Now = now, Until = now + Lease }).ToArray(), ct);
        return (await db.QueryAsync<Guid>(SelectSending, new { Owner = owner, EditionId = editionId }, ct)).ToHashSet();
    }

    /// <summary>Writes what became of them, even while the program is being stopped.</summary>
    public async Task SettleAsync(Guid editionId, Guid owner, IReadOnlyList<SettledDelivery> settled)
    {
        if (settled.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await db.ExecuteAsync(
            SettleOne,
            settled.Select(delivery => new
            {
                EditionId = editionId,
                delivery.SubscriberId,
                Owner = owner,
                State = delivery.State.Code(),
                Next = delivery.NextAttemptAt ?? now,
                SentAt = delivery.State == DeliveryState.Sent ? now : (DateTimeOffset?)null,
                delivery.Failure,
                NotTried = delivery.WasTried ? 0 : 1,
            }).ToArray(),
            CancellationToken.None);
        var bounced = settled.Where(delivery => delivery.AddressIsDead).Select(delivery => new { delivery.SubscriberId, Now = now }).ToArray();
        if (bounced.Length > 0)
        {
            await db.ExecuteAsync(Bounce, bounced, CancellationToken.None);
        }
    }

    public Task GiveBackAsync(Guid owner) => db.ExecuteAsync(GiveBack, new { Owner = owner }, CancellationToken.None);

    public Task FinishAsync(Guid editionId, CancellationToken ct) => db.ExecuteAsync(Finish, new { EditionId = editionId, Now = clock.GetUtcNow() }, ct);
}

/// <summary>The edition that is being sent, frozen.</summary>
internal sealed record SendingEdition(Guid Id, int Number, string Subject, string MailHtml, string MailText, DateTimeOffset StartedAt);

/// <summary>A delivery that this worker has taken.</summary>
internal sealed record TakenDelivery(Guid SubscriberId, string Email, Subscribers.SubscriberState SubscriberState, int Attempts);

/// <summary>What became of a delivery.</summary>
internal sealed record SettledDelivery(Guid SubscriberId, DeliveryState State, DateTimeOffset? NextAttemptAt = null, string? Failure = null, bool WasTried = true, bool AddressIsDead = false)
{
    /// <summary>Reads the transport's answer.</summary>
    /// <param name="delivery">The delivery, with the attempts made before this one.</param>
    /// <param name="result">What the transport said.</param>
    /// <param name="startedAt">When the edition's sending began.</param>
    /// <param name="now">Now.</param>
    public static SettledDelivery Of(TakenDelivery delivery, DeliveryResult result, DateTimeOffset startedAt, DateTimeOffset now)
    {
        switch (result)
        {
            case DeliveryResult.Accepted:
                return new(delivery.SubscriberId, DeliveryState.Sent);
            case DeliveryResult.Uncertain:
                return new(delivery.SubscriberId, DeliveryState.Uncertain, Failure: "no-answer");
            case DeliveryResult.Refused { Stage: DeliveryStage.Recipient } refused:
                // 5.1.x says that the address is wrong (RFC 3463 3.2); other refusals may be about us.
                return new(delivery.SubscriberId, DeliveryState.Failed, Failure: refused.ToString(), AddressIsDead: refused.EnhancedCode?.StartsWith("5.1.", StringComparison.Ordinal) == true);
            case DeliveryResult.Refused { Stage: DeliveryStage.Content } refused:
                return new(delivery.SubscriberId, DeliveryState.Failed, Failure: refused.ToString());
            default:
                var next = RetryPlan.Next(delivery.Attempts + 1, startedAt, now);
                return new(delivery.SubscriberId, next is null ? DeliveryState.Failed : DeliveryState.Deferred, next, result.ToString());
        }
    }

    /// <summary>Whether the next mail would meet the same: the server or our set-up is at fault, not this address.</summary>
    public static bool ConcernsEveryMail(DeliveryResult result) => result switch
    {
        DeliveryResult.Deferred deferred => deferred.ConcernsEveryMail,
        DeliveryResult.Refused refused => refused.Stage <= DeliveryStage.Sender,
        _ => false,
    };
}
