using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>
/// Delivers the mail that commands kept. Not a transaction: each mail is claimed, sent and settled by itself, so that a crash at any instant
/// leaves at most one of them uncertain, and nothing is sent twice.
/// </summary>
public sealed record DeliverOutbox : IRequest;

internal sealed class DeliverOutboxHandler(IDbSession db, IMailTransport transport, IFieldCipher cipher, TimeProvider clock) : IRequestHandler<DeliverOutbox, Unit>
{
    private const int MostInOneRun = 500;
    private const string Forgotten = "forgotten";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    private const string SelectDue = """
        select id as Id, mail as Mail, attempts as Attempts, created_at as CreatedAt
        from   shared_outbox_mail
        where  state = 'waiting' and next_attempt_at <= @Now
        order by next_attempt_at, id
        """;

    private const string SelectAbandoned = """
        select id as Id, mail as Mail, attempts as Attempts, created_at as CreatedAt
        from   shared_outbox_mail
        where  state = 'sending' and lease_until < @Now
        order by id
        """;

    private const string Claim = """
        update shared_outbox_mail
        set    state = 'sending', attempts = attempts + 1, lease_until = @Until
        where  id = @Id and state = 'waiting' and attempts = @Attempts and next_attempt_at <= @Now
        """;

    private const string Settle = """
        update shared_outbox_mail
        set    state = @State, next_attempt_at = @Next, sent_at = @SentAt, failure = @Failure, lease_until = null
        where  id = @Id and state in ('sending', 'uncertain') and attempts = @Attempts
        """;

    public async Task<Unit> Handle(DeliverOutbox request, CancellationToken cancellationToken)
    {
        await SettleAbandonedAsync(cancellationToken);
        await using var session = transport.OpenSession();
        foreach (var due in await db.TopAsync<Kept>(SelectDue, new { Now = clock.GetUtcNow() }, MostInOneRun, cancellationToken))
        {
            var now = clock.GetUtcNow();
            if (await db.ExecuteAsync(Claim, new { due.Id, due.Attempts, Now = now, Until = now + Lease }, cancellationToken) == 0)
            {
                continue;
            }

            var claimed = due with { Attempts = due.Attempts + 1 };
            if (Open(due) is not { } mail)
            {
                await SettleAsync(claimed, OutboxState.Failed, null, Forgotten);
                continue;
            }

            DeliveryResult result;
            try
            {
                result = await session.SendAsync(mail, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                await SettleAsync(claimed, OutboxState.Waiting, now, "cancelled");
                throw;
            }

            await SettleAsync(claimed, result);
            if (result is DeliveryResult.Deferred { ConcernsEveryMail: true })
            {
                break;
            }
        }

        return Unit.Value;
    }

    /// <summary>Mails whose worker died while it was sending them: proven by the folder, uncertain with a server.</summary>
    private async Task SettleAbandonedAsync(CancellationToken ct)
    {
        foreach (var abandoned in await db.TopAsync<Kept>(SelectAbandoned, new { Now = clock.GetUtcNow() }, MostInOneRun, ct))
        {
            if (transport is not IMailProof proof)
            {
                await SettleAsync(abandoned, OutboxState.Uncertain, null, "interrupted");
                continue;
            }

            if (Open(abandoned) is not { } mail)
            {
                await SettleAsync(abandoned, OutboxState.Failed, null, Forgotten);
                continue;
            }

            var sent = proof.WasDelivered(mail.MessageId);
            await SettleAsync(abandoned, sent ? OutboxState.Sent : OutboxState.Waiting, clock.GetUtcNow(), null);
        }
    }

    /// <summary>Null when the person whom it is about was made anonymous: a mail that a backup brought back is not sent.</summary>
    private OutgoingMail? Open(Kept kept)
    {
        try
        {
            return KeptMail.Read(cipher.Unprotect(kept.Mail)!);
        }
        catch (PersonKeyDestroyedException)
        {
            return null;
        }
    }

    private Task SettleAsync(Kept mail, DeliveryResult result)
    {
        var next = RetryPlan.Next(mail.Attempts, mail.CreatedAt, clock.GetUtcNow());
        return result switch
        {
            DeliveryResult.Accepted => SettleAsync(mail, OutboxState.Sent, null, null),
            DeliveryResult.Uncertain => SettleAsync(mail, OutboxState.Uncertain, null, "no-answer"),
            DeliveryResult.Refused { Stage: DeliveryStage.Recipient or DeliveryStage.Content } refused => SettleAsync(mail, OutboxState.Failed, null, refused.ToString()),
            _ => SettleAsync(mail, next is null ? OutboxState.Failed : OutboxState.Waiting, next, result.ToString()),
        };
    }

    // What was sent is written down even when the program is being stopped.
    private async Task SettleAsync(Kept mail, OutboxState state, DateTimeOffset? next, string? failure)
    {
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(
            Settle,
            new { mail.Id, mail.Attempts, State = state.Code(), Next = next ?? now, SentAt = state == OutboxState.Sent ? now : (DateTimeOffset?)null, Failure = failure },
            CancellationToken.None);
    }

    private sealed record Kept(Guid Id, string Mail, int Attempts, DateTimeOffset CreatedAt);
}
