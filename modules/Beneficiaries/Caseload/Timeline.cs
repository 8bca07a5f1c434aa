using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Training.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>Which part of the service something in a timeline comes from.</summary>
internal enum TimelineKind
{
    Referral,
    Case,
    Diary,
    Appointment,
    Plan,
    Assessment,
    Internship,
    Course,
    Document,
    FollowUp,
}

/// <summary>What happened.</summary>
internal enum TimelineEvent
{
    ReferralReceived,
    ReferralDecided,
    CaseOpened,
    CaseClosed,
    CaseReopened,
    CaseTransferred,
    DiaryEntry,
    AppointmentPlanned,
    AppointmentHeld,
    AppointmentMissed,
    AppointmentCancelled,
    PlanInForce,
    PlanReviewed,
    PlanEnded,
    AssessmentSigned,
    InternshipBegan,
    InternshipEnded,
    CourseBegan,
    CourseEnded,
    DocumentAdded,
    FollowUpMade,
}

/// <summary>Something that happened on a case. It says that it happened and leads to where it is written; what was written stays there.</summary>
/// <param name="Id">The record that it leads to: the plan of a review, the closing of an end.</param>
/// <param name="Kind">Which part of the service.</param>
/// <param name="Event">What happened.</param>
/// <param name="On">The day.</param>
/// <param name="At">HH:mm, or null.</param>
/// <param name="Code">A code of that part, such as the kind of a diary entry or the outcome of a closing.</param>
/// <param name="Title">A name, such as that of a course.</param>
/// <param name="ByName">Whose work it was, where that is known.</param>
internal sealed record TimelineEntry(Guid Id, TimelineKind Kind, TimelineEvent Event, DateOnly On, string? At, string? Code, string? Title, string? ByName);

/// <summary>
/// All that the platform knows happened on a case, of all modules, for whoever sees the case in full; entries of the diary each by their own readers. A constant number of
/// statements: what happened on one case fits in memory, and no text is read.
/// </summary>
internal sealed class Timeline(IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
{
    private const string SelectOwn = """
        select c.id as Id, 'caseOpened' as Event, c.opened_on as Day, coalesce(c.reason_cipher, c.reason) as Code, null as ById
        from   beneficiaries_case c where c.id = @CaseId
        union all
        select x.id, 'caseClosed', x.closed_on, x.outcome, x.closed_by from beneficiaries_case_closure x where x.case_id = @CaseId
        union all
        select x.id, 'caseReopened', x.reopened_on, x.reopening_reason, x.reopened_by from beneficiaries_case_closure x where x.case_id = @CaseId and x.reopened_on is not null
        union all
        select t.id, 'caseTransferred', t.transferred_on, t.reason, t.to_user_id from beneficiaries_case_transfer t where t.case_id = @CaseId
        union all
        select f.id, 'followUpMade', f.contacted_on, f.state, f.recorded_by from beneficiaries_follow_up f
        where  f.case_id = @CaseId and f.contacted_on is not null and f.state in ('reached', 'unreachable', 'declined')
        union all
        select l.id, 'planInForce', l.in_force_on, null, l.created_by from beneficiaries_plan l where l.case_id = @CaseId and l.in_force_on is not null
        union all
        select l.id, 'planEnded', l.ended_on, null, l.changed_by from beneficiaries_plan l where l.case_id = @CaseId and l.ended_on is not null and l.state = 'closed'
        union all
        select l.id, 'planReviewed', v.held_on, null, v.written_by from beneficiaries_plan_review v join beneficiaries_plan l on l.id = v.plan_id where l.case_id = @CaseId
        union all
        select s.id, 'assessmentSigned', s.signed_on, s.kind, s.created_by from beneficiaries_assessment s where s.case_id = @CaseId and s.state = 'signed' and s.signed_on is not null
        union all
        select r.id, 'referralReceived', r.received_on, r.urgency, null from beneficiaries_referral r where r.case_id = @CaseId
        union all
        select r.id, 'referralDecided', g.held_on, i.decision, i.decided_by
        from   beneficiaries_referral r
        join   beneficiaries_reading_item i on i.referral_id = r.id
        join   beneficiaries_reading g on g.id = i.reading_id
        where  r.case_id = @CaseId and i.decision is not null
        """;

    private const string SelectEntries = """
        select e.id as Id, 'diaryEntry' as Event, e.happened_on as Day, e.happened_at as Hour, e.kind as Code, e.written_by as ById
        from   beneficiaries_diary_entry e
        where  e.case_id = @CaseId and e.signed_at is not null
        """;

    private const string SelectAppointments = """
        select a.id as Id, a.state as State, a.kind as Code, a.starts_at as StartsAt, a.user_id as ById
        from   beneficiaries_appointment a
        where  a.case_id = @CaseId
        """;

    private const string SelectDocuments = """
        select d.id as Id, d.kind as Code, d.added_at as AddedAt, d.added_by as ById
        from   beneficiaries_document d
        where  d.beneficiary_id = @BeneficiaryId and d.attestation_id is null
        """;

    /// <summary>The latest first.</summary>
    public async Task<Page<TimelineEntry>> OfAsync(SeenCase seen, TimelineKind? kind, string? cursor, int limit, CancellationToken ct)
    {
        var after = Paging.Decode(cursor, 1) is [var key] ? key : null;
        var all = await AllAsync(seen, ct);
        var following = all
            .Where(entry => kind is null || entry.Kind == kind)
            .OrderByDescending(KeyOf, StringComparer.Ordinal)
            .Where(entry => after is null || string.CompareOrdinal(KeyOf(entry), after) < 0)
            .Take(limit + 1)
            .ToArray();
        return Paging.Page(following, limit, entry => [KeyOf(entry)]);
    }

    private static string KeyOf(TimelineEntry entry) => $"{entry.On:yyyy-MM-dd} {entry.At} {(int)entry.Event:00} {entry.Id:N}";

    private static TimelineKind KindOf(TimelineEvent happened) => happened switch
    {
        TimelineEvent.ReferralReceived or TimelineEvent.ReferralDecided => TimelineKind.Referral,
        TimelineEvent.DiaryEntry => TimelineKind.Diary,
        TimelineEvent.AppointmentPlanned or TimelineEvent.AppointmentHeld or TimelineEvent.AppointmentMissed or TimelineEvent.AppointmentCancelled => TimelineKind.Appointment,
        TimelineEvent.PlanInForce or TimelineEvent.PlanReviewed or TimelineEvent.PlanEnded => TimelineKind.Plan,
        TimelineEvent.AssessmentSigned => TimelineKind.Assessment,
        TimelineEvent.InternshipBegan or TimelineEvent.InternshipEnded => TimelineKind.Internship,
        TimelineEvent.CourseBegan or TimelineEvent.CourseEnded => TimelineKind.Course,
        TimelineEvent.DocumentAdded => TimelineKind.Document,
        TimelineEvent.FollowUpMade => TimelineKind.FollowUp,
        _ => TimelineKind.Case,
    };

    private async Task<IReadOnlyList<TimelineEntry>> AllAsync(SeenCase seen, CancellationToken ct)
    {
        var (caseId, args) = (seen.Id, new { CaseId = seen.Id, seen.BeneficiaryId, Me = user.Id });
        var own = await db.QueryAsync<DayRow>(SelectOwn, args, ct);
        var entries = await db.QueryAsync<HourRow>(new ListSql(SelectEntries).OnlyVisibleEntries(needToKnow).ToString(), args, ct);
        var appointments = await db.QueryAsync<AppointmentRow>(SelectAppointments, args, ct);

        // Papers are the person's, not the case's: whoever followed them once does not see what came after.
        var documents = seen.PersonSight == Sight.Full ? await db.QueryAsync<DocumentRow>(SelectDocuments, args, ct) : [];
        var internships = await mediator.Send(new ListInternshipsOfCase(caseId), ct);
        var courses = await mediator.Send(new ListEnrolmentsOfCase(caseId), ct);
        var names = await colleagues.NamesAsync(ct);
        var today = clock.Today();
        return
        [
            .. own.Select(row => Entry(row.Id, row.Event, row.Day, null, row.Event is TimelineEvent.CaseOpened ? sensitive.PlainCode(row.Code) : row.Code, null, Name(row.ById))),
            .. entries.Select(row => Entry(row.Id, row.Event, row.Day, row.Hour, row.Code, null, Name(row.ById))),
            .. appointments.Select(row => Entry(row.Id, EventOf(row.State), row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt), row.Code, null, Name(row.ById))),
            .. documents.Select(row => Entry(row.Id, TimelineEvent.DocumentAdded, row.AddedAt.InItaly(), AppointmentDesk.Clock(row.AddedAt), row.Code, null, Name(row.ById))),
            .. internships.Where(one => one.StartsOn <= today).Select(one => Entry(one.InternshipId, TimelineEvent.InternshipBegan, one.StartsOn)),
            .. internships.Where(one => !one.Running).Select(one => Entry(one.InternshipId, TimelineEvent.InternshipEnded, one.EndsOn, code: one.Interrupted ? "interrupted" : null)),
            .. courses.Where(one => one.Begun).Select(one => Entry(one.EnrolmentId, TimelineEvent.CourseBegan, one.StartsOn, title: one.CourseTitle)),
            .. courses.Where(one => one.Completed).Select(one => Entry(one.EnrolmentId, TimelineEvent.CourseEnded, one.EndsOn, title: one.CourseTitle)),
        ];

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    private static TimelineEntry Entry(Guid id, TimelineEvent happened, DateOnly on, string? at = null, string? code = null, string? title = null, string? byName = null) =>
        new(id, KindOf(happened), happened, on, at, code, title, byName);

    private static TimelineEvent EventOf(AppointmentState state) => state switch
    {
        AppointmentState.Held => TimelineEvent.AppointmentHeld,
        AppointmentState.NoShow => TimelineEvent.AppointmentMissed,
        AppointmentState.Cancelled => TimelineEvent.AppointmentCancelled,
        _ => TimelineEvent.AppointmentPlanned,
    };

    private sealed record DayRow(Guid Id, TimelineEvent Event, DateOnly Day, string? Code, Guid? ById);

    private sealed record HourRow(Guid Id, TimelineEvent Event, DateOnly Day, string? Hour, string? Code, Guid? ById);

    private sealed record AppointmentRow(Guid Id, AppointmentState State, string? Code, DateTimeOffset StartsAt, Guid? ById);

    private sealed record DocumentRow(Guid Id, string? Code, DateTimeOffset AddedAt, Guid? ById);
}
