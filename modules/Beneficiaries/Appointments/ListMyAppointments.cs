using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>The appointments of the cases whose équipe one is on: one's own, or the whole équipe's.</summary>
internal sealed record ListMyAppointments(AppointmentFilter Show, bool Everybody, string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedAppointment>>;

/// <summary>An appointment in a list; where it is and what was written is in its case. The page of the person opens unless others have followed them since: then the page of the case does.</summary>
/// <param name="Over">Whether its time has passed.</param>
/// <param name="UserName">Name of the colleague whom it is with.</param>
internal sealed record ListedAppointment(
    Guid Id, Guid CaseId, Guid BeneficiaryId, string DisplayName, AppointmentState State, AppointmentKind Kind, DateOnly On, string At, bool Over, Guid UserId, string? UserName,
    bool PersonOpens);

internal static class ListMyAppointmentsEndpoint
{
    public static void MapListMyAppointments(this IEndpointRouteBuilder api) => api
        .MapGet("/appointments", Handle)
        .WithTags("Cases")
        .WithName("listMyAppointments")
        .WithSummary("List the appointments of the cases whose team one is on")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedAppointment>> Handle(string? show, bool? everybody, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListMyAppointments(QueryCode.Read<AppointmentFilter>(show, "show") ?? AppointmentFilter.Planned, everybody ?? false, cursor, limit, total ?? false), ct);
}

internal sealed class ListMyAppointmentsHandler(IDbSession db, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListMyAppointments, Page<ListedAppointment>>
{
    private const string Select = $"""
        select a.id as Id, c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, a.state as State, a.kind as Kind, a.starts_at as StartsAt, a.ends_at as EndsAt,
               a.user_id as UserId, {VisiblePeople.PersonOpens}
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_appointment a
        join   beneficiaries_case c on c.id = a.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    private const string WithMe = "and a.user_id = @Me";

    public async Task<Page<ListedAppointment>> Handle(ListMyAppointments request, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var now = clock.GetUtcNow();
        var args = new { Me = user.Id, Today = clock.Today(), Now = now, Coordinates = user.Roles.Contains(Role.Coordinator) ? 1 : 0, AfterAt = after?.At, AfterId = after?.Id };
        var rows = await db.TopAsync<Row>(Mine(new(Select + From)).Showing(request.Show, after is not null), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Mine(new(Count + From)).Filtered(request.Show).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => InstantCursor.Of(row.StartsAt, row.Id), total);
        audit.Lists("beneficiary", page.Items.Select(row => row.BeneficiaryId), "list-appointments");
        return new([.. page.Items.Select(row => new ListedAppointment(
            row.Id, row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.State, row.Kind, row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt), row.EndsAt <= now, row.UserId,
            names.GetValueOrDefault(row.UserId), row.PersonOpens == 1))], page.NextCursor, page.Total);

        ListSql Mine(ListSql sql) => sql.When(true, VisibleCases.Mine).When(!request.Everybody, WithMe);
    }

    private sealed record Row(
        Guid Id, Guid CaseId, Guid BeneficiaryId, string Surname, string Name, AppointmentState State, AppointmentKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid UserId,
        int PersonOpens);
}
