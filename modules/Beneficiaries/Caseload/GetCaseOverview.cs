using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Caseload.Rules;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>A case at work, all that its page shows, in one request and a constant number of statements.</summary>
internal sealed record GetCaseOverview(Guid Id) : IQuery<CaseOverview>;

/// <summary>A case at work. What only the équipe sees is empty for whoever sees the registry.</summary>
/// <param name="Case">The case with its équipe.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="NoSolution">Nothing found in sixty days.</param>
/// <param name="LastContactOn">When the person was last heard.</param>
/// <param name="Steps">What is to be done, the next first.</param>
/// <param name="Plan">The version in force or at work.</param>
/// <param name="Appointments">Those to come or without an outcome.</param>
/// <param name="Internship">The one that runs, or the last.</param>
/// <param name="Recent">What happened last.</param>
/// <param name="RecentCursor">To go on in the timeline.</param>
internal sealed record CaseOverview(
    CaseRecord Case, PersonAtWork Person, CaseStanding Standing, bool NoSolution, DateOnly? LastContactOn, IReadOnlyList<StepAtWork> Steps, PlanAtWork? Plan,
    IReadOnlyList<AppointmentAtWork> Appointments, InternshipInLoad? Internship, IReadOnlyList<TimelineEntry> Recent, string? RecentCursor);

/// <summary>Who the person is; age and where they live only for whoever sees the person in full.</summary>
/// <param name="Surname">As in the person's papers.</param>
/// <param name="Name">As in the person's papers.</param>
internal sealed record PersonAtWork(Guid Id, string Surname, string Name, string? PreferredName, int? Age, string? DomicileName, bool Restricted);

/// <summary>Something to be done.</summary>
internal sealed record StepAtWork(StepKind Kind, DateOnly DueOn, bool Late);

/// <summary>A version of the plan.</summary>
/// <param name="Number">Number of the version, from 1.</param>
internal sealed record PlanAtWork(Guid Id, int Number, PlanState State, DateOnly? ReviewOn);

/// <summary>An appointment without its words.</summary>
/// <param name="Over">Whether its time has passed.</param>
/// <param name="UserName">Name of the colleague whom it is with.</param>
internal sealed record AppointmentAtWork(Guid Id, AppointmentKind Kind, DateOnly On, string At, bool Over, string? UserName);

internal static class GetCaseOverviewEndpoint
{
    public static void MapGetCaseOverview(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{id:guid}/overview", Handle)
        .WithName("getCaseOverview")
        .WithSummary("A case at work: who, what is due, what happened; the opening is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<CaseOverview> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetCaseOverview(id), ct);
}

internal sealed class GetCaseOverviewHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, CaseSteps steps, Timeline timeline, IColleagues colleagues, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<GetCaseOverview, CaseOverview>
{
    private const int RecentEntries = 12;
    private const int NextAppointments = 5;

    private const string Select = """
        select p.id as Id, p.surname as Surname, p.name as Name, p.preferred_name as PreferredName, p.birth_date as BirthDate, p.domicile_istat as DomicileIstat, p.restricted as Restricted,
               c.next_step as NextStep, c.last_contact_on as LastContactOn, c.has_plan as HasPlan, c.course_until as CourseUntil
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.id = @Id
        """;

    private const string SelectPlans = """
        select l.id as Id, l.number as Number, l.state as State, l.review_on as ReviewOn
        from   beneficiaries_plan l
        where  l.case_id = @Id and l.state in ('draft', 'toSign', 'inForce')
        order by case when l.state = 'inForce' then 0 else 1 end, l.number desc
        """;

    private const string SelectAppointments = """
        select a.id as Id, a.kind as Kind, a.starts_at as StartsAt, a.ends_at as EndsAt, a.user_id as UserId
        from   beneficiaries_appointment a
        where  a.case_id = @Id and a.state = 'planned'
        order by a.starts_at, a.id
        """;

    public async Task<CaseOverview> Handle(GetCaseOverview request, CancellationToken cancellationToken)
    {
        var record = await mediator.Send(new GetCase(request.Id), cancellationToken);
        var seen = await needToKnow.CaseAsync(request.Id, Sight.Registry, cancellationToken);
        var row = (await db.FindAsync<Row>(Select, new { request.Id }, cancellationToken))!;
        var today = clock.Today();
        var due = await steps.OfAsync(request.Id, cancellationToken);
        var full = seen.Sight == Sight.Full;
        var person = seen.PersonSight == Sight.Full;
        var plans = full ? await db.TopAsync<PlanAtWork>(SelectPlans, new { request.Id }, 1, cancellationToken) : [];
        var appointments = full ? await AppointmentsAsync(request.Id, cancellationToken) : [];
        var internship = full ? (await mediator.Send(new LatestInternships([request.Id]), cancellationToken)).SingleOrDefault() : null;
        var recent = full ? await timeline.OfAsync(seen, null, null, RecentEntries, cancellationToken) : new([], null);
        if (full)
        {
            audit.Reads("beneficiary", seen.BeneficiaryId, "read-timeline");
        }

        return new(
            record,
            new(
                row.Id, row.Surname, row.Name, row.PreferredName, person ? GetBeneficiaryHandler.AgeOn(row.BirthDate, today) : null, person ? Municipalities.ByIstat(row.DomicileIstat)?.Name : null,
                person || !full ? row.Restricted : record.Restricted),
            Standing.Of(record.ClosedOn is null, record.OpenInternships, record.LastActivityOn, row.HasPlan, row.CourseUntil, due.Count > 0, today),
            record.ClosedOn is null && CaseHasNoSolution.Holds(record.OpenedOn, record.OpenInternships, row.CourseUntil, today),
            row.LastContactOn == CaseSteps.NotYet ? null : row.LastContactOn,
            [.. due.Select(step => new StepAtWork(step.Kind, step.DueOn, step.DueOn < today))],
            plans.SingleOrDefault(), appointments,
            internship is null ? null : new(internship.InternshipId, internship.Running, internship.StartsOn, internship.EndsOn),
            recent.Items, recent.NextCursor);
    }

    private async Task<IReadOnlyList<AppointmentAtWork>> AppointmentsAsync(Guid caseId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await db.TopAsync<AppointmentRow>(SelectAppointments, new { Id = caseId }, NextAppointments, ct);
        var names = await colleagues.NamesAsync(ct);
        return [.. rows.Select(row => new AppointmentAtWork(row.Id, row.Kind, row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt), row.EndsAt <= now, names.GetValueOrDefault(row.UserId)))];
    }

    private sealed record Row(
        Guid Id, string Surname, string Name, string? PreferredName, DateOnly BirthDate, string? DomicileIstat, bool Restricted, StepKind? NextStep, DateOnly LastContactOn, bool HasPlan,
        DateOnly? CourseUntil);

    private sealed record AppointmentRow(Guid Id, AppointmentKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid UserId);
}
