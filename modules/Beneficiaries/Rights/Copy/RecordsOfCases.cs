using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.JobSearch;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.WorkProfiles;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What the équipes of a person wrote in their cases, as far as whoever asks sees each in full: the parameters are those of <see cref="CasesInFull"/>.</summary>
internal sealed class RecordsOfCases(IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, JobSearchCopy jobSearch, BodyNames bodyNames, IColleagues colleagues)
{
    private const string SelectProfiles = $"""
        select w.details_cipher as Cipher, w.changed_at as At
        from   beneficiaries_work_profile w
        join   beneficiaries_case c on c.id = w.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by w.changed_at, w.case_id
        """;

    private const string SelectCases = $"""
        select c.id as Id, c.referring_body_cipher as Body, coalesce(c.reason_cipher, c.reason) as Reason, c.programme as Programme, c.opened_on as OpenedOn, c.closed_on as ClosedOn, c.outcome as Outcome,
               c.closing_note_cipher as Note, c.manager_id as ManagerId
        from   beneficiaries_case c
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by c.opened_on, c.id
        """;

    private const string SelectMembers = "select case_id as CaseId, user_id as UserId, role as Role, from_on as FromOn, to_on as ToOn from beneficiaries_case_member where beneficiary_id = @Id order by from_on, id";

    private const string SelectOutside = $"""
        select o.id as Id, o.case_id as CaseId, o.details_cipher as Details, o.role as Role, o.from_on as FromOn, o.to_on as ToOn, o.account_from as AccountFrom
        from   beneficiaries_outside_member o
        join   beneficiaries_case c on c.id = o.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by o.from_on, o.id
        """;

    private const string SelectDiary = $"""
        select e.kind as Kind, e.happened_on as HappenedOn, e.text_cipher as Text, e.written_by as WrittenBy, e.signed_at as SignedAt, e.present as Present
        from   beneficiaries_diary_entry e
        join   beneficiaries_case c on c.id = e.case_id
        where  c.beneficiary_id = @Id and e.signed_at is not null
               {CasesInFull.Only}
        """;

    private const string CountDiary = $"""
        select count(*)
        from   beneficiaries_diary_entry e
        join   beneficiaries_case c on c.id = e.case_id
        where  c.beneficiary_id = @Id and e.signed_at is not null
               {CasesInFull.Only}
        """;

    private const string DiaryOrder = "order by e.happened_on, e.id";

    private const string SelectAppointments = $"""
        select a.kind as Kind, a.state as State, a.starts_at as StartsAt, a.user_id as UserId, a.details_cipher as Details, a.told_at as ToldAt
        from   beneficiaries_appointment a
        join   beneficiaries_case c on c.id = a.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by a.starts_at, a.id
        """;

    private const string SelectPlans = $"""
        select l.id as Id, l.number as Number, l.state as State, l.content_cipher as Content, l.in_force_on as InForceOn, l.ended_on as EndedOn, l.review_on as ReviewOn, l.closing_cipher as Closing
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by l.created_at, l.id
        """;

    private const string SelectPlanSignatures = $"""
        select s.plan_id as PlanId, s.user_id as UserId, s.way as Way, s.name_cipher as Name, s.document_id as DocumentId, s.signed_on as SignedOn
        from   beneficiaries_plan_signature s
        join   beneficiaries_plan l on l.id = s.plan_id
        join   beneficiaries_case c on c.id = l.case_id
        where  c.beneficiary_id = @Id and s.signed_at is not null
               {CasesInFull.Only}
        order by s.signed_at, s.id
        """;

    private const string SelectPlanReviews = $"""
        select r.plan_id as PlanId, r.held_on as HeldOn, r.note_cipher as Note, r.next_on as NextOn, r.written_by as WrittenBy
        from   beneficiaries_plan_review r
        join   beneficiaries_plan l on l.id = r.plan_id
        join   beneficiaries_case c on c.id = l.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by r.held_on, r.id
        """;

    private const string SelectPlanSteps = $"""
        select s.action_id as Action, s.state as State, s.state_on as StateOn, s.note_cipher as Note
        from   beneficiaries_plan_step s
        join   beneficiaries_case c on c.id = s.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by s.state_on, s.action_id
        """;

    private const string SelectAssessments = $"""
        select a.id as Id, a.kind as Kind, a.moment as Moment, a.held_on as HeldOn, a.state as State, a.signed_on as SignedOn, a.content_cipher as Content, a.created_by as CreatedBy
        from   beneficiaries_assessment a
        join   beneficiaries_case c on c.id = a.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by a.held_on, a.id
        """;

    private const string SelectReferrals = $"""
        select r.content_cipher as Content, r.referring_body_cipher as Body, r.received_on as ReceivedOn, r.state as State
        from   beneficiaries_referral r
        where  r.beneficiary_id = @Id
               and ((r.case_id is null and @Case is null) or r.case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only}))
        order by r.received_on, r.id
        """;

    private const string SelectAttachments = $"""
        select a.id
        from   beneficiaries_referral_attachment a
        join   beneficiaries_referral r on r.id = a.referral_id
        where  r.beneficiary_id = @Id
               and ((r.case_id is null and @Case is null) or r.case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only}))
        order by a.added_at, a.id
        """;

    /// <summary>Adds the parts and answers how many notes whoever asks may not read.</summary>
    public async Task<int> AddAsync(object args, PersonCopy copy, CancellationToken ct)
    {
        var names = await colleagues.NamesAsync(ct);
        var outside = (await db.QueryAsync<OutsideRow>(SelectOutside, args, ct)).Select(row => (Row: row, Who: sensitive.Open<OutsideProfessional>(row.Details)!)).ToArray();
        var called = outside.ToDictionary(one => one.Row.Id, one => one.Who.Called);
        string Who(Guid account) => called.GetValueOrDefault(account) ?? names.GetValueOrDefault(account, "–");

        copy.Add("workProfiles", new("Profilo per il lavoro", "Work profile"), (await db.QueryAsync<ProfileRow>(SelectProfiles, args, ct)).Select(row => new
        {
            Content = sensitive.Open<WorkProfileDetails>(row.Cipher), row.At,
        }), PartWords.WorkProfile);
        var cases = await db.QueryAsync<CaseRow>(SelectCases, args, ct);
        var referrals = await db.QueryAsync<ReferralRow>(SelectReferrals, args, ct);
        var bodies = await bodyNames.OfAsync([.. cases.Select(row => sensitive.OpenId(row.Body)), .. referrals.Select(row => sensitive.OpenId(row.Body))], ct);
        copy.Add("referrals", new("Segnalazioni", "Referrals"), referrals.Select(row => new
        {
            Body = bodies.GetValueOrDefault(sensitive.OpenId(row.Body)), row.ReceivedOn, row.State, Content = sensitive.Open<ReferralContent>(row.Content),
        }), PartWords.Referrals);
        var members = (await db.QueryAsync<MemberRow>(SelectMembers, args, ct)).ToLookup(row => row.CaseId);
        copy.Add("cases", new("Prese in carico", "Cases"), cases.Select(row => new
        {
            row.OpenedOn, Reason = sensitive.OpenCode<CaseReason>(row.Reason), row.Programme, Body = bodies.GetValueOrDefault(sensitive.OpenId(row.Body)), Manager = Who(row.ManagerId), row.ClosedOn, row.Outcome,
            Note = sensitive.OpenText(row.Note),
            Team = members[row.Id].Select(member => new { Name = Who(member.UserId), member.Role, From = member.FromOn, To = member.ToOn }).ToArray(),
            TeamWithoutAccount = outside.Where(one => one.Row.CaseId == row.Id)
                .Select(one => new { one.Who.Name, Body = one.Who.BodyName, one.Row.Role, From = one.Row.FromOn, To = one.Row.ToOn, AccountSince = one.Row.AccountFrom }).ToArray(),
        }));
        var ends = new List<CaseOutcomes>();
        foreach (var row in cases)
        {
            ends.Add(await mediator.Send(new GetOutcomes(row.Id), ct));
        }

        copy.Add("outcomes", new("Esiti e contatti successivi", "Outcomes and later contacts"), ends.SelectMany(end => end.Closures), PartWords.Outcomes);
        copy.Add("transfers", new("Passaggi tra operatori", "Hand-overs"), ends.SelectMany(end => end.Transfers));
        var signatures = (await db.QueryAsync<PlanSignatureRow>(SelectPlanSignatures, args, ct)).ToLookup(row => row.PlanId);
        var reviews = (await db.QueryAsync<PlanReviewRow>(SelectPlanReviews, args, ct)).ToLookup(row => row.PlanId);
        var plans = (await db.QueryAsync<OwnPlanRow>(SelectPlans, args, ct)).Select(row => (Row: row, Content: sensitive.Open<PlanContent>(row.Content)!)).ToArray();
        var actions = plans.SelectMany(plan => plan.Content.Actions).ToLookup(action => action.Id, action => action.Text);
        copy.Add("plans", new("Progetti individuali", "Individual plans"), plans.Select(plan => new
        {
            plan.Row.Number, plan.Row.State, plan.Row.InForceOn, plan.Row.EndedOn, plan.Row.ReviewOn, Content = ContentsAsRead.Of(plan.Content, Who), Closing = sensitive.OpenText(plan.Row.Closing),
            Signatures = signatures[plan.Row.Id].Select(one => new { By = one.UserId is { } account ? Who(account) : sensitive.OpenText(one.Name), one.Way, one.SignedOn }).ToArray(),
            Reviews = reviews[plan.Row.Id].Select(one => new { one.HeldOn, Note = sensitive.OpenText(one.Note), one.NextOn, By = Who(one.WrittenBy) }).ToArray(),
        }), PartWords.Plans);
        copy.Add("planSteps", new("Azioni del progetto", "Actions of the plan"), (await db.QueryAsync<PlanStepRow>(SelectPlanSteps, args, ct)).Select(row => new
        {
            row.Action, Text = actions[row.Action].LastOrDefault(), row.State, row.StateOn, Note = sensitive.OpenText(row.Note),
        }), PartWords.Plans);
        foreach (var scan in signatures.SelectMany(plan => plan).Select(one => one.DocumentId).OfType<Guid>())
        {
            copy.Add(new CopiedFile(scan, "plans"));
        }

        copy.Add("assessments", new("Valutazioni", "Assessments"), (await db.QueryAsync<OwnAssessmentRow>(SelectAssessments, args, ct)).Select(row => new
        {
            row.Kind, row.Moment, row.HeldOn, row.State, row.SignedOn, By = Who(row.CreatedBy), Content = ContentsAsRead.Of(sensitive.Open<AssessmentContent>(row.Content)!),
        }), PartWords.Assessments);
        var diary = await db.QueryAsync<DiaryRow>(new ListSql(SelectDiary).OnlyVisibleEntries(needToKnow).OrderBy(DiaryOrder), args, ct);
        var hidden = await db.ScalarAsync<int>(CountDiary, args, ct) - diary.Count;
        copy.Add("diary", new("Diario", "Diary"), diary.Select(row => new { On = row.HappenedOn, row.Kind, Text = sensitive.OpenText(row.Text), WrittenBy = Who(row.WrittenBy), row.Present }));
        copy.Add("appointments", new("Appuntamenti", "Appointments"), (await db.QueryAsync<AppointmentRow>(SelectAppointments, args, ct)).Select(row => new
        {
            row.Kind, row.StartsAt, By = Who(row.UserId), row.State, row.ToldAt, Sealed = sensitive.Open<AppointmentDetails>(row.Details),
        }), PartWords.Appointments);
        await jobSearch.AddAsync(args, copy, Who, ct);
        foreach (var attachment in await db.QueryAsync<Guid>(SelectAttachments, args, ct))
        {
            copy.Add(new CopiedFile(attachment, "referrals"));
        }

        return hidden;
    }

    private sealed record CaseRow(Guid Id, string Body, string Reason, string? Programme, DateOnly OpenedOn, DateOnly? ClosedOn, CaseOutcome? Outcome, string? Note, Guid ManagerId);

    private sealed record OwnPlanRow(Guid Id, int Number, string State, string Content, DateOnly? InForceOn, DateOnly? EndedOn, DateOnly? ReviewOn, string? Closing);

    private sealed record PlanSignatureRow(Guid PlanId, Guid? UserId, string? Way, string? Name, Guid? DocumentId, DateOnly? SignedOn);

    private sealed record PlanReviewRow(Guid PlanId, DateOnly HeldOn, string Note, DateOnly NextOn, Guid WrittenBy);

    private sealed record PlanStepRow(Guid Action, string State, DateOnly StateOn, string? Note);

    private sealed record OwnAssessmentRow(Guid Id, string Kind, int Moment, DateOnly HeldOn, string State, DateOnly? SignedOn, string Content, Guid CreatedBy);

    private sealed record MemberRow(Guid CaseId, Guid UserId, MemberRole Role, DateOnly FromOn, DateOnly? ToOn);

    private sealed record OutsideRow(Guid Id, Guid CaseId, string Details, MemberRole Role, DateOnly FromOn, DateOnly? ToOn, DateOnly? AccountFrom);

    private sealed record DiaryRow(string Kind, DateOnly HappenedOn, string Text, Guid WrittenBy, DateTimeOffset? SignedAt, bool? Present);

    private sealed record AppointmentRow(string Kind, string State, DateTimeOffset StartsAt, Guid UserId, string Details, DateTimeOffset? ToldAt);

    private sealed record ReferralRow(string Content, string Body, DateOnly ReceivedOn, string State);

    private sealed record ProfileRow(string Cipher, DateTimeOffset At);
}
