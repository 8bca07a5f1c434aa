using InclusionPlatform.Beneficiaries.Caseload.Rules;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>
/// Reckons from the facts what is due next on a case and when the person was last heard, and keeps it beside the case in the transaction that changed them (ADR 36). Whatever
/// changes a case declares it to the access log as a change to the person: that is how no slice can forget it.
/// </summary>
internal sealed class CaseSteps(IDbSession db, IMediator mediator) : IFollowsChanges, INotificationHandler<PlaceInCourseChanged>
{
    /// <summary>To be raised when the rule changes: the job then reckons every case anew.</summary>
    public const int RuleVersion = 1;

    /// <summary>Stands for nothing due.</summary>
    public static readonly DateOnly Never = new(9999, 12, 31);

    /// <summary>Stands for no contact yet.</summary>
    public static readonly DateOnly NotYet = DateOnly.MinValue;

    // A limited entry is no contact that the others may know of, as it is no news of the case.
    private const string Select = """
        select c.id as Id, c.opened_on as OpenedOn, c.closed_on as ClosedOn, c.last_activity_on as LastActivityOn, c.open_internships as OpenInternships,
               (select min(a.starts_at) from beneficiaries_appointment a where a.case_id = c.id and a.state = 'planned') as AppointmentAt,
               (select max(a.starts_at) from beneficiaries_appointment a where a.case_id = c.id and a.state = 'held') as HeldAt,
               (select max(e.happened_on) from beneficiaries_diary_entry e
                where  e.case_id = c.id and e.signed_at is not null and e.limited = 0 and e.kind <> 'note' and (e.present is null or e.present = 1)) as TalkedOn,
               (select min(l.asked_on) from beneficiaries_plan l where l.case_id = c.id and l.state = 'toSign') as PlanAskedOn,
               (select min(l.review_on) from beneficiaries_plan l where l.case_id = c.id and l.state = 'inForce') as ReviewOn,
               (select count(*) from beneficiaries_plan l where l.case_id = c.id and l.state in ('toSign', 'inForce')) as Plans,
               (select min(s.asked_on) from beneficiaries_assessment s where s.case_id = c.id and s.state = 'toSign') as AssessmentAskedOn,
               (select min(f.next_try_on) from beneficiaries_follow_up f where f.case_id = c.id and f.state = 'planned') as FollowUpOn
        from   beneficiaries_case c
        """;

    private const string SelectCases = $"""
        {Select}
        where  c.id in {Batches.Keys}
        """;

    private const string SelectOfPeople = $"""
        {Select}
        where  c.beneficiary_id in {Batches.Keys}
        """;

    // Two changes to a case at once: the second waits here, and then reads what the first has written.
    private const string TakeTurnOfCases = $"update beneficiaries_case set steps_version = steps_version where id in {Batches.Keys}";

    private const string TakeTurnOfPeople = $"update beneficiaries_case set steps_version = steps_version where beneficiary_id in {Batches.Keys}";

    private const string Update = """
        update beneficiaries_case
        set    next_step = @Step, next_step_on = @StepOn, last_contact_on = @ContactOn, has_plan = @HasPlan, course_until = @CourseUntil, steps_version = @Rule
        where  id = @Id
        """;

    public string Record => "beneficiary";

    public async Task OnChangedAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await TakeTurnAsync(TakeTurnOfPeople, ids, ct);
        await KeepAsync(await db.QueryInBatchesAsync<Guid, Facts>(SelectOfPeople, ids, null, ct), ct);
    }

    public Task Handle(PlaceInCourseChanged notification, CancellationToken cancellationToken) => ReckonAsync([notification.CaseId], cancellationToken);

    /// <summary>Reckons these cases.</summary>
    public async Task ReckonAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        await TakeTurnAsync(TakeTurnOfCases, caseIds, ct);
        await KeepAsync(await db.QueryInBatchesAsync<Guid, Facts>(SelectCases, caseIds, null, ct), ct);
    }

    /// <summary>All that is due on a case, the next first. A constant number of statements.</summary>
    public async Task<IReadOnlyList<CaseStep>> OfAsync(Guid caseId, CancellationToken ct)
    {
        var rows = await db.QueryInBatchesAsync<Guid, Facts>(SelectCases, [caseId], null, ct);
        var running = await mediator.Send(new LatestInternships([caseId]), ct);
        return rows.Count == 0 ? [] : NextSteps.Of(rows[0].Of(running.SingleOrDefault()));
    }

    private async Task TakeTurnAsync(string sql, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        foreach (var batch in ids.Chunk(Batches.Size))
        {
            await db.ExecuteAsync(sql, Batches.Parameters(batch), ct);
        }
    }

    private async Task KeepAsync(IReadOnlyList<Facts> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Guid[] ids = [.. rows.Select(row => row.Id)];
        var internships = (await mediator.Send(new LatestInternships(ids), ct)).ToDictionary(internship => internship.CaseId);
        var courses = (await mediator.Send(new PlacesInCourses(ids), ct)).ToDictionary(place => place.CaseId, place => place.Until);
        var kept = rows.Select(row =>
        {
            var step = NextSteps.Of(row.Of(internships.GetValueOrDefault(row.Id))) is [var first, ..] ? first : null;
            return new
            {
                row.Id,
                Step = step?.Kind.Code(),
                StepOn = step?.DueOn ?? Never,
                row.ContactOn,
                HasPlan = row.Plans > 0,
                CourseUntil = courses.TryGetValue(row.Id, out var until) ? until : (DateOnly?)null,
                Rule = RuleVersion,
            };
        }).ToArray();
        await db.ExecuteAsync(Update, kept, ct);
    }

    private sealed record Facts(
        Guid Id, DateOnly OpenedOn, DateOnly? ClosedOn, DateOnly LastActivityOn, int OpenInternships, DateTimeOffset? AppointmentAt, DateTimeOffset? HeldAt, DateOnly? TalkedOn,
        DateOnly? PlanAskedOn, DateOnly? ReviewOn, int Plans, DateOnly? AssessmentAskedOn, DateOnly? FollowUpOn)
    {
        public DateOnly ContactOn => new[] { HeldAt?.InItaly() ?? NotYet, TalkedOn ?? NotYet }.Max();

        public StepFacts Of(LatestInternship? internship) => new(
            OpenedOn, ClosedOn is null, LastActivityOn, OpenInternships > 0, internship is { Running: true } ? internship.EndsOn : null, AppointmentAt?.InItaly(), PlanAskedOn, AssessmentAskedOn,
            ReviewOn, Plans > 0, FollowUpOn);
    }
}
