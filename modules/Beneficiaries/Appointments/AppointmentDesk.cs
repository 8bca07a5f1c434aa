using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments.Rules;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>An appointment as it is kept.</summary>
internal sealed record AppointmentRow(
    Guid Id, int Version, AppointmentState State, AppointmentKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid UserId, string Details, DateTimeOffset? RemindedAt,
    bool TellPerson, bool TellPlace, DateTimeOffset? ToldAt, Guid? MailId, MessageObstacle? NotTold)
{
    /// <summary>The beginning of every query of a case's appointments; conditions follow.</summary>
    public const string Select = """
        select a.id as Id, a.version as Version, a.state as State, a.kind as Kind, a.starts_at as StartsAt, a.ends_at as EndsAt, a.user_id as UserId, a.details_cipher as Details,
               a.reminded_at as RemindedAt, a.tell_person as TellPerson, a.tell_place as TellPlace, a.told_at as ToldAt, a.mail_id as MailId, a.not_told as NotTold
        from   beneficiaries_appointment a
        where  a.case_id = @CaseId
        """;
}

/// <summary>What the slices that plan, move and record appointments share. The door of the case comes first: its équipe sees its appointments.</summary>
internal sealed class AppointmentDesk(IDbSession db, SensitiveFields sensitive, INotifications notifications, TimeProvider clock)
{
    private const string OfId = "and a.id = @Id";

    private const string CountMembership = """
        select count(*)
        from   beneficiaries_case_member
        where  case_id = @CaseId and user_id = @UserId and from_on <= @On and (to_on is null or to_on >= @On)
        """;

    /// <summary>The appointment.</summary>
    /// <exception cref="NotFoundException">No such appointment of this case.</exception>
    public async Task<AppointmentRow> FindAsync(Guid caseId, Guid id, CancellationToken ct) =>
        await db.FindAsync<AppointmentRow>(new ListSql(AppointmentRow.Select).When(true, OfId).ToString(), new { CaseId = caseId, Id = id }, ct) ?? throw new NotFoundException("appointment");

    /// <summary>The encrypted part.</summary>
    public AppointmentDetails Open(AppointmentRow row) => sensitive.Open<AppointmentDetails>(row.Details)!;

    /// <summary>Encrypts it.</summary>
    public string Seal(Guid personId, AppointmentDetails details) => sensitive.Seal(personId, details)!;

    /// <summary>The columns that a plan fills.</summary>
    /// <exception cref="RuleBrokenException">The case is closed.</exception>
    /// <exception cref="FieldException">Whoever shall be met is not on the équipe that day.</exception>
    public async Task<PlannedTimes> CheckAsync(SeenCase seen, AppointmentPlan plan, CancellationToken ct)
    {
        if (seen.ClosedOn is not null)
        {
            throw new RuleBrokenException("case.is-closed", new(
                "La presa in carico è chiusa: per fissare appuntamenti aprirne una nuova.", "The case is closed: to make appointments, open a new one."));
        }

        if (await db.ScalarAsync<int>(CountMembership, new { CaseId = seen.Id, plan.UserId, plan.On }, ct) == 0)
        {
            throw new FieldException("userId", "appointment.not-member", new(
                "Chi incontra la persona deve far parte dell'équipe quel giorno: scegliere dall'elenco o aggiungere prima il collega all'équipe.",
                "Whoever meets the person must be on the team that day: choose from the list, or add the colleague to the team first."));
        }

        var starts = plan.On!.Value.AtInItaly(TimeOnly.ParseExact(plan.At!, "HH:mm", CultureInfo.InvariantCulture));
        return new(starts, starts.AddMinutes(plan.Minutes!.Value));
    }

    /// <summary>When the reminder counts as given.</summary>
    public DateTimeOffset? Reminded(DateTimeOffset startsAt) => ReminderIsDue.HasPassed(startsAt, clock.GetUtcNow()) ? clock.GetUtcNow() : null;

    /// <summary>Tells somebody of an appointment, by its hour only.</summary>
    public Task TellAsync(Guid userId, string kind, Guid beneficiaryId, DateTimeOffset startsAt, CancellationToken ct) =>
        notifications.NotifyAsync([userId], kind, When(startsAt), $"/beneficiaries/{beneficiaryId}#appointments", ct);

    /// <summary>The Italian wall-clock time, as HH:mm.</summary>
    public static string Clock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, ItalianTime.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string When(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, ItalianTime.Zone).ToString("dd/MM/yyyy, HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>When an appointment begins and ends.</summary>
internal sealed record PlannedTimes(DateTimeOffset StartsAt, DateTimeOffset EndsAt);
