using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Shared.Messaging;

internal sealed class OutboxDesk(IDbSession db, IFieldCipher cipher, TimeProvider clock) : IOutboxDesk
{
    private const string Select = """
        select m.id as Id, m.mail as Mail, m.created_at as CreatedAt, m.state as State, m.attempts as Attempts, m.next_attempt_at as NextAttemptAt,
               m.sent_at as SentAt, m.failure as Failure
        from   shared_outbox_mail m
        where  1 = 1
        """;

    private const string InState = "and m.state = @State";

    private const string Unsettled = "and m.state in ('failed', 'uncertain')";

    private const string Older = """
        and m.created_at <= (select b.created_at from shared_outbox_mail b where b.id = @Before)
        and (m.created_at < (select b.created_at from shared_outbox_mail b where b.id = @Before) or m.id < @Before)
        """;

    private const string Order = "order by m.created_at desc, m.id desc";

    private const string CountUnsettled = "select count(*) from shared_outbox_mail where state in ('failed', 'uncertain')";

    private const string SelectOne = "select mail as Mail from shared_outbox_mail where id = @Id";

    private const string Settle = """
        update shared_outbox_mail
        set    state = @State, next_attempt_at = @Now, sent_at = @SentAt, failure = case when @Kept = 1 then failure end, lease_until = null
        where  id = @Id and state in ('failed', 'uncertain')
        """;

    public async Task<IReadOnlyList<OutgoingMailLine>> FindAsync(OutboxState? state, Guid? before, int take, CancellationToken ct)
    {
        var rows = await db.TopAsync<Row>(
            new ListSql(Select).When(state is not null, InState).When(state is null, Unsettled).When(before is not null, Older).OrderBy(Order),
            new { State = state?.Code(), Before = before },
            take,
            ct);
        return [.. rows.Select(Line)];
    }

    public Task<int> CountUnsettledAsync(CancellationToken ct) => db.ScalarAsync<int>(CountUnsettled, null, ct);

    public async Task DecideAsync(Guid id, OutgoingMailDecision decision, CancellationToken ct)
    {
        var kept = await db.FindAsync<string>(SelectOne, new { Id = id }, ct) ?? throw new NotFoundException("outgoing-mail");
        if (decision == OutgoingMailDecision.Resend && Open(kept) is null)
        {
            throw new ConflictException("outgoing-mail.forgotten", new(
                "Il testo di questo messaggio è stato cancellato e non si può più spedire: si può solo lasciar perdere.", "The content of this mail was deleted: it cannot be sent any more, only given up."));
        }

        var now = clock.GetUtcNow();
        var state = decision switch
        {
            OutgoingMailDecision.Resend => OutboxState.Waiting,
            OutgoingMailDecision.ConsideredSent => OutboxState.Sent,
            _ => OutboxState.GivenUp,
        };
        var args = new { Id = id, State = state.Code(), Now = now, SentAt = state == OutboxState.Sent ? now : (DateTimeOffset?)null, Kept = state == OutboxState.GivenUp ? 1 : 0 };
        if (await db.ExecuteAsync(Settle, args, ct) == 0)
        {
            throw new ConflictException("outgoing-mail.settled", new(
                "Per questo messaggio è già stato deciso, o sta partendo: aggiornare l'elenco.", "This mail was settled already, or is on its way: refresh the list."));
        }
    }

    private OutgoingMailLine Line(Row row)
    {
        var mail = Open(row.Mail);
        return new(
            row.Id, row.CreatedAt, mail?.Subject, mail is null ? null : Hide(mail.To.Address), row.State, row.Attempts,
            row.State == OutboxState.Waiting ? row.NextAttemptAt : null, row.SentAt, row.Failure);
    }

    private static string Hide(string address) => $"{address[..1]}…{address[address.LastIndexOf('@')..]}";

    private OutgoingMail? Open(string mail)
    {
        try
        {
            return mail.Length == 0 ? null : KeptMail.Read(cipher.Unprotect(mail)!);
        }
        catch (PersonKeyDestroyedException)
        {
            return null;
        }
    }

    private sealed record Row(
        Guid Id, string Mail, DateTimeOffset CreatedAt, OutboxState State, int Attempts, DateTimeOffset NextAttemptAt, DateTimeOffset? SentAt, string? Failure);
}
