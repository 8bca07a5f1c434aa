using System.Globalization;
using InclusionPlatform.Beneficiaries.Appointments.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>How the message to the person stands.</summary>
internal enum MessageState
{
    /// <summary>It leaves at its hour.</summary>
    Planned,

    /// <summary>It is among the outgoing mail.</summary>
    Leaving,
    Sent,

    /// <summary>The server refused it, or it was given up.</summary>
    Failed,

    /// <summary>It does not go out, and why.</summary>
    NotSent,
}

/// <summary>The message to the person, as it stands.</summary>
/// <param name="State">How it stands.</param>
/// <param name="At">When it went out, or will.</param>
/// <param name="Obstacle">Why it does not.</param>
/// <param name="TellPlace">Whether it says where.</param>
internal sealed record AppointmentMessage(MessageState State, DateTimeOffset? At, MessageObstacle? Obstacle, bool TellPlace);

/// <summary>
/// Messages to people before their appointments (ADR 47). The mail says day and hour and, if whoever made the appointment wants, where; neither names, nor the service, nor what it is for.
/// </summary>
internal sealed class AppointmentMessages(
    IDbSession db, SensitiveFields sensitive, IOutbox outbox, IOptions<MailOptions> mail, BeneficiariesOptions options, IAuditTrail audit, TimeProvider clock)
{
    private const int AtOnce = 2000;

    private const string SelectPerson = $"""
        select p.id as PersonId, p.contacts_cipher as Contacts,
               (select count(*) from beneficiaries_consent n where n.beneficiary_id = p.id and n.purpose = 'appointmentReminders' and n.withdrawn_on is null) as Consents,
               {MarkBook.CountAgainstContacts} as Marks
        from   beneficiaries_person p
        where  p.id = @PersonId
        """;

    private const string SelectDue = $"""
        select a.id as Id, a.version as Version, a.starts_at as StartsAt, a.details_cipher as Details, a.tell_place as TellPlace, a.not_told as NotTold, p.id as PersonId, p.contacts_cipher as Contacts,
               (select count(*) from beneficiaries_consent n where n.beneficiary_id = p.id and n.purpose = 'appointmentReminders' and n.withdrawn_on is null) as Consents,
               {MarkBook.CountAgainstContacts} as Marks
        from   beneficiaries_appointment a
        join   beneficiaries_case c on c.id = a.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  a.told_at is null and a.tell_person = 1 and a.state = 'planned' and a.starts_at > @Now and a.starts_at <= @By and c.closed_on is null
        order by a.starts_at, a.id
        """;

    // Of several nodes, or of whoever moves it at this moment, one counts.
    private const string Claim = """
        update beneficiaries_appointment
        set    told_at = @Now, not_told = null
        where  id = @Id and told_at is null and tell_person = 1 and state = 'planned' and starts_at = @StartsAt and version = @Version
        """;

    private const string Hold = "update beneficiaries_appointment set not_told = @Obstacle where id = @Id and told_at is null and (not_told is null or not_told <> @Obstacle)";

    private const string SetMail = "update beneficiaries_appointment set mail_id = @MailId where id = @Id";

    private const string Restart = "update beneficiaries_appointment set told_at = @ToldAt, mail_id = @MailId, not_told = null where id = @Id";

    private TimeSpan Before => TimeSpan.FromHours(options.AppointmentMessageHours);

    /// <summary>Why a person would not be told today; null if they would.</summary>
    public async Task<MessageObstacle?> ObstacleAsync(Guid personId, CancellationToken ct) => Judge((await ReachAsync(personId, ct))!).Obstacle;

    /// <summary>Tells all whose hour has come. Each once, however often and on however many nodes this runs.</summary>
    public async Task TellDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var row in await db.TopAsync<DueRow>(SelectDue, new { Now = now, By = now + Before, Today = clock.Today() }, AtOnce, ct))
        {
            var (obstacle, email) = Judge(new(row.PersonId, row.Contacts, row.Consents, row.Marks));
            if (obstacle is { } why)
            {
                if (row.NotTold != why.Code())
                {
                    await db.ExecuteAsync(Hold, new { row.Id, Obstacle = why.Code() }, ct);
                }
            }
            else if (await db.ExecuteAsync(Claim, new { row.Id, row.StartsAt, row.Version, Now = now }, ct) == 1)
            {
                var place = row.TellPlace ? sensitive.Open<AppointmentDetails>(row.Details)!.Place : null;
                await SendAsync(row.Id, row.PersonId, email!, MessageKind.Reminder, row.StartsAt, place, ct);
            }
        }
    }

    /// <summary>After an appointment was moved or corrected: what had not left yet is taken back, who was told is told anew, and the reminder is due again at its new hour.</summary>
    public async Task ChangedAsync(AppointmentRow kept, AppointmentPlan plan, PlannedTimes times, Guid personId, CancellationToken ct)
    {
        var before = sensitive.Open<AppointmentDetails>(kept.Details)!;
        var same = kept.StartsAt == times.StartsAt && kept.TellPlace == plan.TellPlace && (!plan.TellPlace || before.Place == plan.Place?.Trim());
        if ((same && plan.TellPerson) || kept.MailId is null)
        {
            return;
        }

        if (await TakeBackAsync(kept, ct) || !plan.TellPerson || times.StartsAt <= clock.GetUtcNow())
        {
            return;
        }

        var (obstacle, email) = Judge((await ReachAsync(personId, ct))!);
        if (obstacle is not null)
        {
            await db.ExecuteAsync(Restart, new { kept.Id, ToldAt = (DateTimeOffset?)null, kept.MailId }, ct);
            return;
        }

        // Told of the new hour just now: whoever comes within the hours of the reminder needs no other.
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(Restart, new { kept.Id, ToldAt = times.StartsAt - Before <= now ? now : (DateTimeOffset?)null, kept.MailId }, ct);
        await SendAsync(kept.Id, personId, email!, MessageKind.Moved, times.StartsAt, plan.TellPlace ? plan.Place?.Trim() : null, ct);
    }

    /// <summary>After an appointment was called off: what had not left yet is taken back, and who was told learns that it does not take place.</summary>
    public async Task CancelledAsync(AppointmentRow kept, Guid personId, CancellationToken ct)
    {
        if (kept.MailId is null || await TakeBackAsync(kept, ct) || kept.StartsAt <= clock.GetUtcNow())
        {
            return;
        }

        var (obstacle, email) = Judge((await ReachAsync(personId, ct))!);
        if (obstacle is null)
        {
            await SendAsync(kept.Id, personId, email!, MessageKind.Cancelled, kept.StartsAt, null, ct);
        }
    }

    /// <summary>After it was called off by mistake: it is told again at its hour.</summary>
    public Task TakenBackAsync(AppointmentRow kept, CancellationToken ct) => db.ExecuteAsync(Restart, new { kept.Id, ToldAt = (DateTimeOffset?)null, kept.MailId }, ct);

    /// <summary>How the messages of some appointments stand; none where nobody wants one. One statement.</summary>
    public async Task<IReadOnlyDictionary<Guid, AppointmentMessage>> OfAsync(IReadOnlyList<AppointmentRow> rows, CancellationToken ct)
    {
        var told = rows.Where(row => row.TellPerson || row.MailId is not null).ToArray();
        var mails = told.Select(row => row.MailId).OfType<Guid>().ToArray();
        var states = mails.Length == 0 ? new Dictionary<Guid, OutboxState>() : await outbox.StatesAsync(mails, ct);
        return told.ToDictionary(row => row.Id, row => Of(row, states));
    }

    /// <summary>What the outbox says of a mail. One that was sent long ago is no more in it.</summary>
    public static MessageState Standing(IReadOnlyDictionary<Guid, OutboxState> states, Guid mailId) =>
        !states.TryGetValue(mailId, out var kept) || kept is OutboxState.Sent ? MessageState.Sent
        : kept is OutboxState.Failed or OutboxState.GivenUp or OutboxState.Uncertain ? MessageState.Failed : MessageState.Leaving;

    private AppointmentMessage Of(AppointmentRow row, IReadOnlyDictionary<Guid, OutboxState> states)
    {
        if (row.ToldAt is { } at && row.MailId is { } mailId)
        {
            return new(Standing(states, mailId), at, null, row.TellPlace);
        }

        return row.NotTold is { } obstacle ? new(MessageState.NotSent, null, obstacle, row.TellPlace)
            : row.State is AppointmentState.Planned && row.StartsAt > clock.GetUtcNow() ? new(MessageState.Planned, row.StartsAt - Before, null, row.TellPlace)
            : new(MessageState.NotSent, null, null, row.TellPlace);
    }

    /// <summary>Whether the mail was still there to be taken back.</summary>
    private async Task<bool> TakeBackAsync(AppointmentRow kept, CancellationToken ct)
    {
        var mailId = kept.MailId!.Value;
        if (!(await outbox.StatesAsync([mailId], ct)).TryGetValue(mailId, out var state) || state is not OutboxState.Waiting)
        {
            return false;
        }

        await outbox.ForgetAsync(mailId, ct);
        await db.ExecuteAsync(Restart, new { kept.Id, ToldAt = (DateTimeOffset?)null, MailId = (Guid?)null }, ct);
        return true;
    }

    private Task<Reach?> ReachAsync(Guid personId, CancellationToken ct) => db.FindAsync<Reach>(SelectPerson, new { PersonId = personId, Today = clock.Today() }, ct);

    private (MessageObstacle? Obstacle, string? Email) Judge(Reach reach)
    {
        var contacts = sensitive.Open<PersonContacts>(reach.Contacts);
        return (PersonMayBeTold.Obstacle(reach.Marks > 0, reach.Consents > 0, contacts?.Email, contacts?.MailIsSafe == true), contacts?.Email?.Trim());
    }

    private async Task SendAsync(Guid id, Guid personId, string email, MessageKind kind, DateTimeOffset startsAt, string? place, CancellationToken ct)
    {
        var from = mail.Value.From.ToMailbox();
        var now = clock.GetUtcNow();
        var mailId = await outbox.EnqueueForAsync(
            personId,
            new()
            {
                From = new(from.Address, MessageText.Sender),
                To = new(email),
                Subject = MessageText.Subject(kind),
                TextBody = MessageText.Body(kind, startsAt, place),
                MessageId = string.Create(CultureInfo.InvariantCulture, $"appointment-{id:N}-{kind.Code()}-{now.ToUnixTimeMilliseconds()}@{from.Address.Split('@')[^1].ToLowerInvariant()}"),
                Date = now,
            },
            ct);
        await db.ExecuteAsync(SetMail, new { Id = id, MailId = mailId }, ct);
        audit.Reads("beneficiary", personId, "appointment-message");
    }

    private sealed record Reach(Guid PersonId, string? Contacts, int Consents, int Marks);

    private sealed record DueRow(
        Guid Id, int Version, DateTimeOffset StartsAt, string Details, bool TellPlace, string? NotTold, Guid PersonId, string? Contacts, int Consents, int Marks);
}

/// <summary>What a message is about.</summary>
internal enum MessageKind
{
    Reminder,
    Moved,
    Cancelled,
}

/// <summary>The words of the messages, in Italian whoever moves the appointment: whoever sees the mailbox over somebody's shoulder learns of an hour, and of nothing else.</summary>
internal static class MessageText
{
    public const string Sender = "Promemoria appuntamenti";

    public static string Subject(MessageKind kind) => kind switch
    {
        MessageKind.Moved => "Appuntamento spostato",
        MessageKind.Cancelled => "Appuntamento annullato",
        _ => "Promemoria di un appuntamento",
    };

    public static string Body(MessageKind kind, DateTimeOffset startsAt, string? place)
    {
        var at = TimeZoneInfo.ConvertTime(startsAt, ItalianTime.Zone).ToString("dddd d MMMM yyyy 'alle' HH:mm", CultureInfo.GetCultureInfo("it-IT"));
        var first = kind switch
        {
            MessageKind.Moved => $"l'appuntamento è stato spostato: {at}.",
            MessageKind.Cancelled => $"l'appuntamento di {at} è annullato.",
            _ => $"le ricordiamo l'appuntamento di {at}.",
        };
        var where = place is null || kind is MessageKind.Cancelled ? "" : $"\nDove: {place}.";
        var last = kind is MessageKind.Cancelled ? "Per un altro appuntamento ci si può accordare come sempre." : "Chi non può venire ci avvisi appena può, come sempre.";
        return $"Buongiorno,\n{first}{where}\n\n{last}\nÈ un messaggio automatico: non serve rispondere.\n";
    }
}
