using System.Globalization;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Referrals.Rules;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>Whether the body was told by mail that an answer waits.</summary>
/// <param name="State">How the mail stands; <c>notSent</c> where there was no address.</param>
/// <param name="At">When it was made.</param>
internal sealed record AnswerNotice(MessageState State, DateTimeOffset? At);

/// <summary>
/// Tells whoever referred somebody that an answer waits, at the address which the referral gives. A mail says neither who, nor what was answered, nor why: it is read on the way, and on screens in
/// shared rooms (GDPR art. 5(1)(c) and (f)).
/// </summary>
internal sealed class AnswerMail(
    IDbSession db, ReferralDesk desk, IOutbox outbox, IOptions<MailOptions> mail, IOptions<ServiceOptions> service, BeneficiariesOptions options, TimeProvider clock)
{
    private const string SelectKind = "select received_by_kind from beneficiaries_referral where id = @Id";

    private const string SelectMail = "select answer_mail_id as Id, answer_mail_at as At from beneficiaries_referral where id = @Id";

    private const string SetMail = "update beneficiaries_referral set answer_mail_id = @MailId, answer_mail_at = @Now where id = @Id";

    /// <summary>Puts the mail in the outbox, in the transaction of the answer; nothing where the referral gives no address.</summary>
    public async Task TellAsync(SeenReferral seen, CancellationToken ct)
    {
        var content = desk.Open(seen.ContentCipher);
        if (content.Referrer.Email is not { } address)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var bySystem = await db.ScalarAsync<string>(SelectKind, new { seen.Id }, ct) == ActorKind.Client.Code();
        var mailId = await SendAsync(
            seen, address, AnswerText.Subject,
            AnswerText.Body(seen.Id, seen.ReceivedOn, ReferenceNamesNobody.Of(content.SenderReference, content.Person), bySystem, service.Value.ServiceName, options.ReferralContact), now, ct);
        await db.ExecuteAsync(SetMail, new { seen.Id, MailId = (Guid?)mailId, Now = (DateTimeOffset?)now }, ct);
    }

    /// <summary>After an answer was taken back: a mail that has not left does not leave; where it has, the body is told not to count on it.</summary>
    public async Task TakeBackAsync(SeenReferral seen, DateTimeOffset decidedAt, CancellationToken ct)
    {
        // A mail of before told of another answer.
        if (await db.FindAsync<Told>(SelectMail, new { seen.Id }, ct) is not { Id: { } told, At: { } at } || at < decidedAt)
        {
            return;
        }

        if ((await outbox.StatesAsync([told], ct)).TryGetValue(told, out var state) && state is OutboxState.Waiting)
        {
            await outbox.ForgetAsync(told, ct);
        }
        else if (desk.Open(seen.ContentCipher) is { Referrer.Email: { } address } content)
        {
            var text = AnswerText.TakenBack(seen.Id, seen.ReceivedOn, ReferenceNamesNobody.Of(content.SenderReference, content.Person));
            await SendAsync(seen, address, AnswerText.TakenBackSubject, text, clock.GetUtcNow(), ct);
        }

        await db.ExecuteAsync(SetMail, new { seen.Id, MailId = (Guid?)null, Now = (DateTimeOffset?)null }, ct);
    }

    private async Task<Guid> SendAsync(SeenReferral seen, string address, string subject, string text, DateTimeOffset now, CancellationToken ct)
    {
        var from = mail.Value.From.ToMailbox();
        return await outbox.EnqueueAsync(
            new()
            {
                From = new(from.Address, service.Value.ServiceName),
                To = new(address),
                Subject = subject,
                TextBody = text,
                MessageId = string.Create(CultureInfo.InvariantCulture, $"referral-{seen.Id:N}-{now.ToUnixTimeMilliseconds()}@{from.Address.Split('@')[^1].ToLowerInvariant()}"),
                Date = now,
                Headers = [new("Auto-Submitted", "auto-generated")],
            },
            ct);
    }

    /// <summary>How the mail of an answered referral stands.</summary>
    public async Task<AnswerNotice> OfAsync(Guid? mailId, DateTimeOffset? at, CancellationToken ct) =>
        mailId is { } id ? new(AppointmentMessages.Standing(await outbox.StatesAsync([id], ct), id), at) : new(MessageState.NotSent, null);

    private sealed record Told(Guid? Id, DateTimeOffset? At);
}

/// <summary>The words of the mail, in Italian whoever decides.</summary>
internal static class AnswerText
{
    public const string Subject = "C'è una risposta a una segnalazione";

    public const string TakenBackSubject = "La risposta a una segnalazione è stata ritirata";

    public static string Body(Guid id, DateOnly receivedOn, string? reference, bool bySystem, string serviceName, string contact)
    {
        var where = bySystem
            ? "La risposta si legge nel programma da cui la segnalazione è partita."
            : $"La risposta la dà {serviceName}{(string.IsNullOrWhiteSpace(contact) ? "" : $" ({contact.Trim()})")}: basta citare il codice.";
        return $"Buongiorno,\nla segnalazione {Which(receivedOn, reference)} ha una risposta. Per riservatezza qui non si scrive quale.\n\n{where}\nCodice della segnalazione: {id}\n\n"
            + "È un messaggio automatico: non serve rispondere.\n";
    }

    public static string TakenBack(Guid id, DateOnly receivedOn, string? reference) =>
        $"Buongiorno,\nabbiamo scritto che la segnalazione {Which(receivedOn, reference)} ha una risposta: era stata registrata per errore ed è ritirata, non va tenuta in conto. Quella giusta arriverà con un altro "
        + $"messaggio.\n\nCodice della segnalazione: {id}\n\nÈ un messaggio automatico: non serve rispondere.\n";

    private static string Which(DateOnly receivedOn, string? reference) =>
        $"ricevuta il {receivedOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("it-IT"))}{(reference is null ? "" : $", vostro riferimento {reference},")}";
}
