using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.GroupActivities;

/// <summary>The activities that one planned and that are neither recorded nor called off, the next first.</summary>
internal sealed record ListPlannedActivities(string? Cursor, int? Limit) : IQuery<Page<PlannedActivity>>;

/// <summary>One of them, to be recorded.</summary>
internal sealed record GetPlannedActivity(Guid Id) : IQuery<PlannedActivity>;

/// <summary>A planned activity.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Version">Grows by one with each change.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Kind">What the group does.</param>
/// <param name="On">The Italian day.</param>
/// <param name="At">When it begins: HH:mm, Italian time.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Begun">It can be recorded.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Place">Where.</param>
/// <param name="Expected">Of who is expected, those whose équipe one is still on.</param>
/// <param name="Elsewhere">How many more are expected whom others follow now: their appointments are moved and called off with the rest, and recorded by who follows them.</param>
internal sealed record PlannedActivity(
    Guid Id, int Version, PlannedActivityState State, GroupActivityKind Kind, DateOnly On, string At, string Until, bool Begun, string Title, string? Place, IReadOnlyList<ExpectedPerson> Expected,
    int Elsewhere)
    : IVersioned;

/// <summary>Somebody who is expected.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Surname and name.</param>
/// <param name="State">Of the own appointment.</param>
/// <param name="Waits">Is to be told of when the activity is recorded: neither called off nor of a closed case, nor one whose data are only kept.</param>
/// <param name="OnlyKept">Is expected, but data are only kept (GDPR art. 18): what became of the appointment is recorded there.</param>
internal sealed record ExpectedPerson(Guid CaseId, Guid BeneficiaryId, string DisplayName, AppointmentState State, bool Waits, bool OnlyKept);

internal static class ListPlannedActivitiesEndpoint
{
    public static void MapListPlannedActivities(this IEndpointRouteBuilder activities)
    {
        activities.MapGet("/planned", (string? cursor, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new ListPlannedActivities(cursor, limit), ct))
            .WithName("listPlannedActivities")
            .WithSummary("List the group activities that one planned ahead")
            .RequireRight(BeneficiariesModule.Read);
        activities.MapGet("/planned/{id:guid}", async (Guid id, IMediator mediator, CancellationToken ct) => new VersionedOk<PlannedActivity>(await mediator.Send(new GetPlannedActivity(id), ct)))
            .WithName("getPlannedActivity")
            .WithSummary("Open a group activity that one planned ahead")
            .RequireRight(BeneficiariesModule.Read);
    }
}

internal sealed class ListPlannedActivitiesHandler(
    IDbSession db, PlannedActivities planned, GroupAppointments elsewhere, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListPlannedActivities, Page<PlannedActivity>>, IRequestHandler<GetPlannedActivity, PlannedActivity>
{
    private const string StillPlanned = "and g.state = 'planned'";
    private const string After = "and g.starts_at >= @AfterAt and (g.starts_at > @AfterAt or g.id > @AfterId)";
    private const string Order = "order by g.starts_at, g.id";

    public async Task<Page<PlannedActivity>> Handle(ListPlannedActivities request, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var rows = await db.TopAsync<PlannedActivityRow>(
            new ListSql(PlannedActivityRow.Select).When(true, StillPlanned).When(after is not null, After).OrderBy(Order), new { Me = user.Id, AfterAt = after?.At, AfterId = after?.Id }, limit + 1,
            cancellationToken);
        var page = Paging.Page(rows, limit, row => InstantCursor.Of(row.StartsAt, row.Id));
        return new(await ShowAsync(page.Items, cancellationToken), page.NextCursor);
    }

    public async Task<PlannedActivity> Handle(GetPlannedActivity request, CancellationToken cancellationToken) =>
        (await ShowAsync([await planned.FindAsync(request.Id, cancellationToken)], cancellationToken)).Single();

    private async Task<IReadOnlyList<PlannedActivity>> ShowAsync(IReadOnlyList<PlannedActivityRow> rows, CancellationToken ct)
    {
        var expected = (await planned.ExpectedAsync(rows.Select(row => row.Id), ct)).ToLookup(one => one.PlannedId);
        var others = (await elsewhere.FindAsync(rows.Select(row => row.Id), ct)).ToLookup(one => one.PlannedId);
        var now = clock.GetUtcNow();
        audit.Lists("beneficiary", expected.SelectMany(of => of).Select(one => one.BeneficiaryId), "list-group-activities");
        return [.. rows.Select(row =>
        {
            var content = sensitive.Open<PlannedActivityContent>(row.Content)!;
            return new PlannedActivity(
                row.Id, row.Version, row.State, row.Kind, row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt), AppointmentDesk.Clock(row.EndsAt), row.StartsAt <= now, content.Title, content.Place,
                [.. expected[row.Id].Select(one => new ExpectedPerson(one.CaseId, one.BeneficiaryId, $"{one.Surname} {one.Name}", one.State, one.IsToldOf, one.OnlyKept))],
                others[row.Id].Count());
        })];
    }
}
