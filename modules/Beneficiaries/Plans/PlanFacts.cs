using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Gathers what happened to the person of a case: internships and courses by contract, appointments, group activities and job searches of this module. Six statements, however much there is.</summary>
internal sealed class PlanFacts(IDbSession db, IMediator mediator, SensitiveFields sensitive)
{
    private const string SelectHeld = "select starts_at from beneficiaries_appointment where case_id = @CaseId and state = 'held' and kind = 'accompaniment'";

    private const string SelectAttended = "select happened_on from beneficiaries_diary_entry where case_id = @CaseId and activity_id is not null and present = 1";

    private const string SelectJobSearches = """
        select j.opened_on as OpenedOn, j.closed_on as ClosedOn, case when j.outcome = 'interrupted' then 1 else 0 end as Interrupted,
               (select count(*) from beneficiaries_job_session s where s.path_id = j.id and s.state = 'held') as Held
        from   beneficiaries_job_path j
        where  j.case_id = @CaseId
        """;

    private const string SelectSteps = """
        select action_id as ActionId, version as Version, state as State, state_on as StateOn, note_cipher as Note, fact_id as FactId
        from   beneficiaries_plan_step
        where  case_id = @CaseId
        """;

    /// <summary>How the actions of a version stand.</summary>
    public async Task<IReadOnlyList<ActionStep>> ProgressAsync(Guid caseId, PlanContent content, DateOnly? until, CancellationToken ct) =>
        ActionProgress.Of(content.Actions, await OfAsync(caseId, ct), await StepsAsync(caseId, ct), until);

    /// <summary>What happened, in no order.</summary>
    public async Task<IReadOnlyList<PlanFact>> OfAsync(Guid caseId, CancellationToken ct)
    {
        var internships = await mediator.Send(new ListInternshipsOfCase(caseId), ct);
        var courses = await mediator.Send(new ListEnrolmentsOfCase(caseId), ct);
        var held = await db.QueryAsync<DateTimeOffset>(SelectHeld, new { CaseId = caseId }, ct);
        var attended = await db.QueryAsync<DateOnly>(SelectAttended, new { CaseId = caseId }, ct);
        var searches = await db.QueryAsync<JobSearchRow>(SelectJobSearches, new { CaseId = caseId }, ct);
        return
        [
            .. internships.Select(one => new PlanFact(
                ActionKind.Internship, StepSource.Internship, one.Running ? StepState.Running : one.Interrupted ? StepState.Interrupted : StepState.Done, one.StartsOn, one.EndsOn,
                one.Duties, Id: one.InternshipId, CompanyId: one.CompanyId)),
            .. courses.Select(one => new PlanFact(
                ActionKind.Course, StepSource.Course,
                one.Completed ? StepState.Done : one.Withdrawn ? StepState.Interrupted : one.Begun ? StepState.Running : StepState.NotStarted, one.StartsOn, one.EndsOn, one.CourseTitle, Id: one.EnrolmentId)),
            .. held.Select(at => at.InItaly()).Select(day => new PlanFact(ActionKind.Accompaniment, StepSource.Appointment, StepState.Done, day, day)),
            .. attended.Select(day => new PlanFact(ActionKind.GroupMeeting, StepSource.GroupActivity, StepState.Done, day, day)),
            .. searches.Select(one => new PlanFact(
                ActionKind.JobSearch, StepSource.JobSearch, one.ClosedOn is null ? StepState.Running : one.Interrupted ? StepState.Interrupted : StepState.Done, one.OpenedOn,
                one.ClosedOn ?? DateOnly.MaxValue, Count: one.Held)),
        ];
    }

    /// <summary>What was written of actions, or chosen for them.</summary>
    public async Task<IReadOnlyList<WrittenStep>> StepsAsync(Guid caseId, CancellationToken ct) =>
        [.. (await db.QueryAsync<StepRow>(SelectSteps, new { CaseId = caseId }, ct)).Select(row => new WrittenStep(row.ActionId, row.Version, row.State, row.StateOn, sensitive.OpenText(row.Note), row.FactId))];

    private sealed record JobSearchRow(DateOnly OpenedOn, DateOnly? ClosedOn, bool Interrupted, int Held);

    private sealed record StepRow(Guid ActionId, int Version, StepState State, DateOnly StateOn, string? Note, Guid? FactId);
}
