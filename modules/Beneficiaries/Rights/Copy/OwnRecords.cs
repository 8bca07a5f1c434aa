using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.JobSearch;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What this module holds on a person, of each case as far as whoever asks sees it in full. Whoever asks has been let in to the person.</summary>
internal sealed class OwnRecords(IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, JobSearchCopy jobSearch, IColleagues colleagues, IAccessHistory history, MergedPeople merged, ICurrentUser user,
    TimeProvider clock)
{
    private const int MostAccesses = 5000;

    private const string SelectPerson = """
        select surname as Surname, name as Name, preferred_name as PreferredName, sex as Sex, gender as Gender, birth_date as BirthDate, birthplace as Birthplace, citizenship as Citizenship,
               education as Education, unemployed_since as UnemployedSince, minor_children as MinorChildren, single_parent as SingleParent, mobility as Mobility,
               wished_sectors as WishedSectors, registered_at as RegisteredAt, identifiers_cipher as Identifiers, contacts_cipher as Contacts, addresses_cipher as Addresses
        from   beneficiaries_person
        where  id = @Id
        """;

    private const string SelectSections = "select section as Code, details_cipher as Cipher, changed_at as At from beneficiaries_person_section where beneficiary_id = @Id order by section";

    private const string SelectWork = "select 'work' as Code, details_cipher as Cipher, changed_at as At from beneficiaries_work_experience where beneficiary_id = @Id order by from_on, id";

    private const string SelectProfiles = $"""
        select 'workProfile' as Code, w.details_cipher as Cipher, w.changed_at as At
        from   beneficiaries_work_profile w
        join   beneficiaries_case c on c.id = w.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by w.changed_at, w.case_id
        """;

    private const string SelectAttestations = "select details_cipher as Details, valid_from as ValidFrom, valid_to as ValidTo from beneficiaries_attestation where beneficiary_id = @Id order by valid_from, id";

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
               and (r.case_id is null or r.case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only}))
        order by r.received_on, r.id
        """;

    private const string SelectEmergencies = "select user_id as UserId, reason_cipher as Reason, began_at as BeganAt from beneficiaries_emergency_access where beneficiary_id = @Id order by began_at, id";

    private const string SelectFormer = "select fields as Fields, former_cipher as Former, changed_at as ChangedAt, changed_by as ChangedBy from beneficiaries_rectification where beneficiary_id = @Id order by changed_at, id";

    private const string SelectDocuments = "select id as Id, title_cipher as Title, kind as Kind, valid_until as ValidUntil, added_at as AddedAt from beneficiaries_document where beneficiary_id = @Id order by added_at, id";

    private const string SelectCandidatures = """
        select d.id as Id, g.name as Programme, c.title as Selection, d.number as Number, d.body_cipher as Body, d.proposed_on as ProposedOn, d.consent_on as ConsentOn, d.consent_kind as ConsentKind,
               d.state as State, d.position as Position, d.points as Points, d.lines_cipher as Lines
        from   beneficiaries_candidate d
        join   beneficiaries_cohort c on c.id = d.cohort_id
        join   beneficiaries_programme g on g.id = c.programme_id
        left join beneficiaries_referral r on r.id = d.referral_id
        where  d.beneficiary_id = @Id or r.beneficiary_id = @Id
        order by d.created_at, d.id
        """;

    private const string SelectCandidateStory = """
        select e.candidate_id as CandidateId, e.kind as Kind, e.note_cipher as Note, e.happened_at as At
        from   beneficiaries_candidate_event e
        join   beneficiaries_candidate d on d.id = e.candidate_id
        left join beneficiaries_referral r on r.id = d.referral_id
        where  d.beneficiary_id = @Id or r.beneficiary_id = @Id
        order by e.happened_at, e.id
        """;

    private const string SelectGrants = """
        select p.name as Programme, g.line_title as Line, g.kind as Kind, g.from_on as FromOn, g.to_on as ToOn, g.cents as Cents, g.state as State, g.reason_cipher as Reason
        from   beneficiaries_grant g
        join   beneficiaries_programme p on p.id = g.programme_id
        where  g.beneficiary_id = @Id
        order by g.from_on, g.id
        """;

    private const string SelectParticipations = """
        select p.name as Programme, v.entered_on as EnteredOn, v.age as Age, v.education as Education, v.employment as Employment, v.long_term as LongTerm, v.rural as Rural, v.special_cipher as Special,
               v.left_on as LeftOn, v.situation as Situation, v.qualification as Qualification, v.six_months_situation as SixMonthsSituation, v.improved as Improved
        from   beneficiaries_participation v
        join   beneficiaries_programme p on p.id = v.programme_id
        where  v.beneficiary_id = @Id
        order by v.entered_on, v.id
        """;

    private const string SelectAttachments = $"""
        select a.id
        from   beneficiaries_referral_attachment a
        join   beneficiaries_referral r on r.id = a.referral_id
        where  r.beneficiary_id = @Id
               and (r.case_id is null or r.case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id {CasesInFull.Only}))
        order by a.added_at, a.id
        """;

    /// <summary>Adds the parts and answers how many notes whoever asks may not read.</summary>
    public async Task<int> AddAsync(Guid id, PersonCopy copy, CancellationToken ct)
    {
        var args = CasesInFull.Args(id, needToKnow, user, clock);
        var names = await colleagues.NamesAsync(ct);
        var outside = (await db.QueryAsync<OutsideRow>(SelectOutside, args, ct)).Select(row => (Row: row, Who: sensitive.Open<OutsideProfessional>(row.Details)!)).ToArray();
        var called = outside.ToDictionary(one => one.Row.Id, one => one.Who.Called);
        string Who(Guid account) => called.GetValueOrDefault(account) ?? names.GetValueOrDefault(account, "–");

        var person = (await db.FindAsync<PersonRow>(SelectPerson, args, ct))!;
        copy.Add("registry", new("Anagrafica", "Registry"), [person with
        {
            Birthplace = Birthplaces.Find(person.Birthplace)?.Name ?? person.Birthplace, Identifiers = null, Contacts = null, Addresses = null,
        }]);
        copy.Add("identifiers", new("Codici", "Identifiers"), Some(sensitive.Open<PersonIdentifiers>(person.Identifiers)));
        copy.Add("contacts", new("Recapiti", "Contacts"), Some(sensitive.Open<PersonContacts>(person.Contacts)));
        copy.Add("addresses", new("Indirizzi", "Addresses"), Some(sensitive.Open<PersonAddresses>(person.Addresses)));
        copy.Add("sections", new("Parti della scheda", "Sections of the file"), (await db.QueryAsync<SealedRow>(SelectSections, args, ct)).Select(Plain));
        copy.Add("workExperiences", new("Lavori fatti", "Work done"), (await db.QueryAsync<SealedRow>(SelectWork, args, ct)).Select(Plain));
        copy.Add("workProfiles", new("Profilo per il lavoro", "Work profile"), (await db.QueryAsync<SealedRow>(SelectProfiles, args, ct)).Select(Plain));

        var attestations = (await db.QueryAsync<AttestationRow>(SelectAttestations, args, ct)).Select(row => (Row: row, Details: sensitive.Open<AttestationDetails>(row.Details)!)).ToArray();
        var cases = await db.QueryAsync<CaseRow>(SelectCases, args, ct);
        var referrals = await db.QueryAsync<ReferralRow>(SelectReferrals, args, ct);
        var candidatures = await db.QueryAsync<CandidatureRow>(SelectCandidatures, args, ct);
        var bodies = await BodiesAsync([.. candidatures.Select(row => sensitive.OpenId(row.Body)), .. attestations.Select(one => one.Details.BodyId), .. cases.Select(row => sensitive.OpenId(row.Body)), .. referrals.Select(row => sensitive.OpenId(row.Body))], ct);
        copy.Add("attestations", new("Attestazioni", "Attestations"), attestations.Select(one => new
        {
            one.Details.Category, Body = bodies.GetValueOrDefault(one.Details.BodyId), one.Details.Number, one.Row.ValidFrom, one.Row.ValidTo,
        }));
        copy.Add("referrals", new("Segnalazioni", "Referrals"), referrals.Select(row => new
        {
            Body = bodies.GetValueOrDefault(sensitive.OpenId(row.Body)), row.ReceivedOn, row.State, Content = Node(row.Content),
        }));
        var story = (await db.QueryAsync<CandidateStoryRow>(SelectCandidateStory, args, ct)).ToLookup(row => row.CandidateId);
        copy.Add("candidatures", new("Candidature ai programmi", "Candidatures for programmes"), candidatures.Select(row => new
        {
            row.Programme, row.Selection, row.Number, Body = bodies.GetValueOrDefault(sensitive.OpenId(row.Body)), row.ProposedOn, row.ConsentOn, row.ConsentKind, row.State, row.Position, row.Points,
            Explanation = Node(row.Lines), Story = story[row.Id].Select(one => new { one.Kind, one.At, Note = sensitive.OpenText(one.Note) }).ToArray(),
        }));
        copy.Add("participations", new("Partecipazione a programmi", "Participation in programmes"), (await db.QueryAsync<ParticipationRow>(SelectParticipations, args, ct)).Select(row => new
        {
            row.Programme, row.EnteredOn, row.Age, row.Education, row.Employment, row.LongTerm, row.Rural, Answers = Node(row.Special), row.LeftOn, row.Situation, row.Qualification, row.SixMonthsSituation, row.Improved,
        }));
        copy.Add("grants", new("Doti e contributi assegnati", "Dowries and contributions"), (await db.QueryAsync<GrantRow>(SelectGrants, args, ct)).Select(row => new
        {
            row.Programme, row.Line, row.Kind, row.FromOn, row.ToOn, row.Cents, row.State, Reason = sensitive.OpenText(row.Reason),
        }));
        var members = (await db.QueryAsync<MemberRow>(SelectMembers, args, ct)).ToLookup(row => row.CaseId);
        copy.Add("cases", new("Prese in carico", "Cases"), cases.Select(row => new
        {
            row.OpenedOn, Reason = sensitive.OpenCode<CaseReason>(row.Reason), row.Programme, Body = bodies.GetValueOrDefault(sensitive.OpenId(row.Body)), Manager = Who(row.ManagerId), row.ClosedOn, row.Outcome,
            Note = sensitive.OpenText(row.Note),
            Team = members[row.Id].Select(member => new { Name = Who(member.UserId), member.Role, From = member.FromOn, To = member.ToOn }).ToArray(),
            TeamWithoutAccount = outside.Where(one => one.Row.CaseId == row.Id)
                .Select(one => new { one.Who.Name, Body = one.Who.BodyName, one.Row.Role, From = one.Row.FromOn, To = one.Row.ToOn, AccountSince = one.Row.AccountFrom }).ToArray(),
        }));
        foreach (var row in cases)
        {
            var outcomes = await mediator.Send(new GetOutcomes(row.Id), ct);
            copy.Add($"outcomes{row.OpenedOn:yyyyMMdd}", new("Esiti e contatti successivi", "Outcomes and later contacts"), outcomes.Closures);
            copy.Add($"transfers{row.OpenedOn:yyyyMMdd}", new("Passaggi tra operatori", "Hand-overs"), outcomes.Transfers);
        }

        var signatures = (await db.QueryAsync<PlanSignatureRow>(SelectPlanSignatures, args, ct)).ToLookup(row => row.PlanId);
        var reviews = (await db.QueryAsync<PlanReviewRow>(SelectPlanReviews, args, ct)).ToLookup(row => row.PlanId);
        copy.Add("plans", new("Progetti individuali", "Individual plans"), (await db.QueryAsync<OwnPlanRow>(SelectPlans, args, ct)).Select(row => new
        {
            row.Number, row.State, row.InForceOn, row.EndedOn, row.ReviewOn, Content = sensitive.Open<PlanContent>(row.Content), Closing = sensitive.OpenText(row.Closing),
            Signatures = signatures[row.Id].Select(one => new { By = one.UserId is { } account ? Who(account) : sensitive.OpenText(one.Name), one.Way, one.SignedOn }).ToArray(),
            Reviews = reviews[row.Id].Select(one => new { one.HeldOn, Note = sensitive.OpenText(one.Note), one.NextOn, By = Who(one.WrittenBy) }).ToArray(),
        }));
        copy.Add("planSteps", new("Azioni del progetto", "Actions of the plan"), (await db.QueryAsync<PlanStepRow>(SelectPlanSteps, args, ct)).Select(row => new
        {
            row.Action, row.State, row.StateOn, Note = sensitive.OpenText(row.Note),
        }));
        foreach (var scan in signatures.SelectMany(plan => plan).Select(one => one.DocumentId).OfType<Guid>())
        {
            copy.Add(new CopiedFile(scan, "plans"));
        }

        copy.Add("assessments", new("Valutazioni", "Assessments"), (await db.QueryAsync<OwnAssessmentRow>(SelectAssessments, args, ct)).Select(row => new
        {
            row.Kind, row.Moment, row.HeldOn, row.State, row.SignedOn, By = Who(row.CreatedBy), Content = sensitive.Open<AssessmentContent>(row.Content),
        }));
        var diary = await db.QueryAsync<DiaryRow>(new ListSql(SelectDiary).OnlyVisibleEntries(needToKnow).OrderBy(DiaryOrder), args, ct);
        var hidden = await db.ScalarAsync<int>(CountDiary, args, ct) - diary.Count;
        copy.Add("diary", new("Diario", "Diary"), diary.Select(row => new { On = row.HappenedOn, row.Kind, Text = sensitive.OpenText(row.Text), WrittenBy = Who(row.WrittenBy), row.Present }));
        copy.Add("appointments", new("Appuntamenti", "Appointments"), (await db.QueryAsync<AppointmentRow>(SelectAppointments, args, ct)).Select(row => new
        {
            row.Kind, row.StartsAt, By = Who(row.UserId), row.State, row.ToldAt, Sealed = Node(row.Details),
        }));
        await jobSearch.AddAsync(args, copy, Who, ct);
        var rights = await mediator.Send(new GetRights(id), ct);
        copy.Add("consents", new("Consensi", "Consents"), rights.Consents);
        copy.Add("marks", new("Opposizioni e limitazioni", "Objections and restrictions"), rights.Marks);
        copy.Add("rectifications", new("Rettifiche", "Corrections"), (await db.QueryAsync<FormerRow>(SelectFormer, args, ct)).Select(row => new
        {
            Fields = row.Fields.Split(','), Former = Node(row.Former), At = row.ChangedAt, By = Who(row.ChangedBy),
        }));
        var documents = await db.QueryAsync<DocumentRow>(SelectDocuments, args, ct);
        copy.Add("documents", new("Elenco dei documenti", "List of documents"), documents.Select(row => new { Title = sensitive.OpenText(row.Title), row.Kind, row.ValidUntil, AddedOn = row.AddedAt.InItaly() }));
        foreach (var document in documents)
        {
            copy.Add(new CopiedFile(document.Id, "documents"));
        }

        foreach (var attachment in await db.QueryAsync<Guid>(SelectAttachments, args, ct))
        {
            copy.Add(new CopiedFile(attachment, "referrals"));
        }

        copy.Add("emergencyAccesses", new("Accessi di emergenza", "Emergency accesses"), (await db.QueryAsync<EmergencyRow>(SelectEmergencies, args, ct)).Select(row => new
        {
            At = row.BeganAt, By = Who(row.UserId), Reason = sensitive.OpenText(row.Reason),
        }));
        copy.Add("mergedRecords", new("Schede unite a questa", "Records merged into this one"), (await merged.FormerAsync(id, ct)).Select(former => new
        {
            former.MergedAt, By = Who(former.MergedBy), Reason = sensitive.OpenText(former.Reason), former.Surname, former.Name, former.BirthDate, Identifiers = Node(former.Identifiers),
            Contacts = Node(former.Contacts), Addresses = Node(former.Addresses), Sections = former.Sections.Select(section => new { Section = section.Code, Content = Node(section.Cipher) }).ToArray(),
        }));
        copy.Add("accesses", new("Chi ha letto o cambiato i dati", "Who read or changed the data"), (await history.OfAsync("beneficiary", await merged.OneAsync(id, ct), null, MostAccesses, ct)).Select(access => new
        {
            access.At, By = access.ActorId is { } actor ? names.GetValueOrDefault(actor) : null, access.Kind, access.Purpose,
        }));
        return hidden;
    }

    private async Task<Dictionary<Guid, string>> BodiesAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var asked = ids.Distinct().ToArray();
        return asked.Length == 0 ? [] : (await mediator.Send(new DescribePartnerBodies(asked), ct)).ToDictionary(body => body.Id, body => body.Name);
    }

    private object Plain(SealedRow row) => new { Section = row.Code, Content = Node(row.Cipher), At = row.At };

    private JsonNode? Node(string? cipher) => sensitive.OpenText(cipher) is { } json ? JsonNode.Parse(json) : null;

    private static object[] Some(object? record) => record is null ? [] : [record];

    private sealed record PersonRow(
        string Surname, string Name, string? PreferredName, string Sex, string Gender, DateOnly BirthDate, string? Birthplace, string? Citizenship, string? Education, DateOnly? UnemployedSince,
        int? MinorChildren, bool? SingleParent, string? Mobility, string? WishedSectors, DateTimeOffset RegisteredAt, string? Identifiers, string? Contacts, string? Addresses);

    private sealed record SealedRow(string Code, string Cipher, DateTimeOffset At);

    private sealed record AttestationRow(string Details, DateOnly ValidFrom, DateOnly? ValidTo);

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

    private sealed record CandidatureRow(
        Guid Id, string Programme, string Selection, int Number, string Body, DateOnly ProposedOn, DateOnly ConsentOn, string ConsentKind, string State, int? Position, int? Points, string? Lines);

    private sealed record CandidateStoryRow(Guid CandidateId, string Kind, string? Note, DateTimeOffset At);

    private sealed record ParticipationRow(
        string Programme, DateOnly EnteredOn, int Age, string? Education, string Employment, bool? LongTerm, string? Rural, string? Special, DateOnly? LeftOn, string? Situation, bool? Qualification,
        string? SixMonthsSituation, bool? Improved);

    private sealed record GrantRow(string Programme, string Line, string Kind, DateOnly FromOn, DateOnly ToOn, long Cents, string State, string? Reason);

    private sealed record EmergencyRow(Guid UserId, string Reason, DateTimeOffset BeganAt);

    private sealed record FormerRow(string Fields, string Former, DateTimeOffset ChangedAt, Guid ChangedBy);

    private sealed record DocumentRow(Guid Id, string Title, string Kind, DateOnly? ValidUntil, DateTimeOffset AddedAt);
}
