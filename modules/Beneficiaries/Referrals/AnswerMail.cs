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
        var from = mail.Value.From.ToMailbox();
        var bySystem = await db.ScalarAsync<string>(SelectKind, new { seen.Id }, ct) == ActorKind.Client.Code();
        var mailId = await outbox.EnqueueAsync(
            new()
            {
                From = new(from.Address, service.Value.ServiceName),
                To = new(address),
                Subject = AnswerText.Subject,
                TextBody = AnswerText.Body(seen.Id, seen.ReceivedOn, ReferenceNamesNobody.Of(content.SenderReference, content.Person), bySystem, service.Value.ServiceName, options.ReferralContact),
                MessageId = string.Create(CultureInfo.InvariantCulture, $"referral-{seen.Id:N}-{now.ToUnixTimeMilliseconds()}@{from.Address.Split('@')[^1].ToLowerInvariant()}"),
                Date = now,
                Headers = [new("Auto-Submitted", "auto-generated")],
            },
            ct);
        await db.ExecuteAsync(SetMail, new { seen.Id, MailId = mailId, Now = now }, ct);
    }

    /// <summary>How the mail of an answered referral stands.</summary>
    public async Task<AnswerNotice> OfAsync(Guid? mailId, DateTimeOffset? at, CancellationToken ct) =>
        mailId is { } id ? new(AppointmentMessages.Standing(await outbox.StatesAsync([id], ct), id), at) : new(MessageState.NotSent, null);
}

/// <summary>The words of the mail, in Italian whoever decides.</summary>
internal static class AnswerText
{
    public const string Subject = "C'è una risposta a una segnalazione";

    public static string Body(Guid id, DateOnly receivedOn, string? reference, bool bySystem, string serviceName, string contact)
    {
        var day = receivedOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("it-IT"));
        var yours = reference is null ? "" : $", vostro riferimento {reference},";
        var where = bySystem
            ? "La risposta si legge nel programma da cui la segnalazione è partita."
            : $"La risposta la dà {serviceName}{(string.IsNullOrWhiteSpace(contact) ? "" : $" ({contact.Trim()})")}: basta citare il codice.";
        return $"Buongiorno,\nla segnalazione ricevuta il {day}{yours} ha una risposta. Per riservatezza qui non si scrive quale.\n\n{where}\nCodice della segnalazione: {id}\n\n"
            + "È un messaggio automatico: non serve rispondere.\n";
    }
}
