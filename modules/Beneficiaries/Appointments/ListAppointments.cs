using System.Globalization;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>The appointments of a case.</summary>
internal sealed record ListAppointments(Guid CaseId, AppointmentFilter Show, string? Cursor, int? Limit) : IQuery<Page<Appointment>>;

/// <summary>An appointment.</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Version">For moving it and recording its outcome.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Kind">What people meet for.</param>
/// <param name="On">The Italian day.</param>
/// <param name="At">HH:mm, Italian time.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Over">Its end has passed.</param>
/// <param name="UserId">Whom the person meets.</param>
/// <param name="UserName">Their name.</param>
/// <param name="Place">Where.</param>
/// <param name="Note">What to bring or to talk about.</param>
/// <param name="Reason">Why it did not take place.</param>
/// <param name="OutcomeNote">What was written of its outcome.</param>
/// <param name="TellPerson">Whether the person shall be told by mail.</param>
/// <param name="Message">How the message to the person stands; none where nobody wants one.</param>
internal sealed record Appointment(
    Guid Id, int Version, AppointmentState State, AppointmentKind Kind, DateOnly On, string At, int Minutes, bool Over, Guid UserId, string? UserName, string? Place, string? Note,
    AppointmentReason? Reason, string? OutcomeNote, bool TellPerson, AppointmentMessage? Message);

internal static class ListAppointmentsEndpoint
{
    public static void MapListAppointments(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/appointments", Handle)
        .WithName("listAppointments")
        .WithSummary("List the appointments of a case; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<Appointment>> Handle(Guid caseId, string? show, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListAppointments(caseId, QueryCode.Read<AppointmentFilter>(show, "show") ?? AppointmentFilter.Planned, cursor, limit), ct);
}

internal sealed class ListAppointmentsHandler(IDbSession db, NeedToKnow needToKnow, AppointmentDesk desk, AppointmentMessages messages, IColleagues colleagues, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListAppointments, Page<Appointment>>
{
    public async Task<Page<Appointment>> Handle(ListAppointments request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-appointments");
        var after = InstantCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var now = clock.GetUtcNow();
        var args = new { request.CaseId, Now = now, AfterAt = after?.At, AfterId = after?.Id };
        var rows = await db.TopAsync<AppointmentRow>(new ListSql(AppointmentRow.Select).Showing(request.Show, after is not null), args, limit + 1, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => InstantCursor.Of(row.StartsAt, row.Id));
        var told = await messages.OfAsync(page.Items, cancellationToken);
        return new([.. page.Items.Select(row => Show(row, desk.Open(row), names, told.GetValueOrDefault(row.Id), now))], page.NextCursor);
    }

    private static Appointment Show(AppointmentRow row, AppointmentDetails details, IReadOnlyDictionary<Guid, string> names, AppointmentMessage? message, DateTimeOffset now) => new(
        row.Id, row.Version, row.State, row.Kind, row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt), (int)(row.EndsAt - row.StartsAt).TotalMinutes, row.EndsAt <= now, row.UserId,
        names.GetValueOrDefault(row.UserId), details.Place, details.Note, details.Reason, details.OutcomeNote, row.TellPerson, message);
}

/// <summary>Which appointments a list shows, in which order. The appointment's row is called <c>a</c>.</summary>
internal static class AppointmentOrder
{
    private const string Planned = "and a.state = 'planned'";
    private const string ToRecord = "and a.state = 'planned' and a.ends_at <= @Now";
    private const string Recorded = "and a.state <> 'planned'";
    private const string AfterForwards = "and a.starts_at >= @AfterAt and (a.starts_at > @AfterAt or a.id > @AfterId)";
    private const string AfterBackwards = "and a.starts_at <= @AfterAt and (a.starts_at < @AfterAt or a.id < @AfterId)";
    private const string Forwards = "order by a.starts_at, a.id";
    private const string Backwards = "order by a.starts_at desc, a.id desc";

    /// <summary>The conditions of the filter alone.</summary>
    public static ListSql Filtered(this ListSql sql, AppointmentFilter show) => sql
        .When(show is AppointmentFilter.Planned, Planned)
        .When(show is AppointmentFilter.ToRecord, ToRecord)
        .When(show is AppointmentFilter.Recorded, Recorded);

    /// <summary>Filter, point to continue from, and order.</summary>
    public static string Showing(this ListSql sql, AppointmentFilter show, bool continues)
    {
        var backwards = show is AppointmentFilter.Recorded;
        return sql.Filtered(show).When(continues && !backwards, AfterForwards).When(continues && backwards, AfterBackwards).OrderBy(backwards ? Backwards : Forwards);
    }
}

/// <summary>A point in a list ordered by instant: no name is in it, so it may be in an address.</summary>
internal static class InstantCursor
{
    public static string[] Of(DateTimeOffset at, Guid id) => [at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), id.ToString()];

    /// <exception cref="FieldException"><c>paging.cursor</c> if it was made up.</exception>
    public static (DateTimeOffset At, Guid Id)? Open(string? cursor) => Paging.Decode(cursor, 2) switch
    {
        null => null,
        [var first, var second] when DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && Guid.TryParse(second, CultureInfo.InvariantCulture, out var id) => (at, id),
        _ => throw new FieldException("cursor", "paging.cursor", new(
            "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
            "The point to continue the list from is not valid: start again from the first page.")),
    };
}
