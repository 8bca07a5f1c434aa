using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Allowances.Overpayments;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Internships of somebody who was made anonymous are still counted; what was written freely, the signed sheets and the protocol that names the person go.</summary>
internal sealed class PersonBecomesAnonymous(IDbSession db, IFieldCipher cipher, IDocumentStore documents) : INotificationHandler<PersonAnonymised>
{
    private const string SelectScans = """
        select m.scan_id
        from   internships_attendance_month m
        join   internships_internship i on i.id = m.internship_id
        where  i.beneficiary_id = @BeneficiaryId and m.scan_id is not null
        union
        select r.scan_id
        from   internships_attendance_reopening r
        join   internships_internship i on i.id = r.internship_id
        where  i.beneficiary_id = @BeneficiaryId and r.scan_id is not null
        union
        select s.scan_id
        from   internships_signature s
        join   internships_internship i on i.id = s.internship_id
        where  i.beneficiary_id = @BeneficiaryId and s.scan_id is not null
        """;

    private const string SelectPapers = """
        select p.document_id
        from   internships_paper p
        join   internships_internship i on i.id = p.internship_id
        where  i.beneficiary_id = @BeneficiaryId
        union
        select p.signed_id
        from   internships_paper p
        join   internships_internship i on i.id = p.internship_id
        where  i.beneficiary_id = @BeneficiaryId and p.signed_id is not null
        """;

    private const string DeletePapers = "delete from internships_paper where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    private const string BlankInternships = """
        update internships_internship
        set    duties = '–', objectives = '–', workplace = null, reason_cipher = null, cause_cipher = null, communication_protocol = null, safety_by = null, case_manager = null, host_work = null, host_work_ended_on = null, version = version + 1
        where  beneficiary_id = @BeneficiaryId
        """;

    private const string BlankMonths = """
        update internships_attendance_month
        set    scan_id = null, tutor_name_cipher = null, intern_name_cipher = null
        where  (scan_id is not null or tutor_name_cipher is not null or intern_name_cipher is not null) and internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string BlankReopenings = """
        update internships_attendance_reopening
        set    scan_id = null, reason_cipher = @Nothing
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    // The days on which an internship rested are counted; why it did is not.
    private const string BlankSuspensions = """
        update internships_suspension
        set    reason_cipher = @Other, note_cipher = null
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string BlankExtensions = """
        update internships_extension
        set    reason_cipher = @Nothing, communication_protocol = null
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string BlankAmendments = """
        update internships_amendment
        set    reason_cipher = @Nothing, workplace_before = null, workplace = null, case_manager_before = null, case_manager = null
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string BlankOverrides = """
        update internships_rule_override
        set    reason_cipher = @Nothing
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string BlankClosings = """
        update internships_allowance_closing
        set    reason_cipher = case when reason_cipher is null then null else @OtherReason end, note_cipher = null
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string BlankSignatures = """
        update internships_signature
        set    name_cipher = null, scan_id = null
        where  internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    // Which steps there were stays; the numbers and reasons beside them do not.
    private const string BlankMoments = """
        update internships_moment
        set    subject = null
        where  kind in ('communicationFell', 'communicationCorrected', 'takenBack') and internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)
        """;

    private const string DeleteDrafts = "delete from internships_draft where beneficiary_id = @BeneficiaryId";

    private const string DeleteRequests = "delete from internships_signature_request where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    private const string DeleteEvaluations = "delete from internships_evaluation where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    // That a job came of it is counted; what was said about it is not kept.
    private const string BlankHirings = "update internships_hiring set note_cipher = null where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    private const string DeleteVisits = "delete from internships_visit where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    private const string DeleteExchanges = "delete from internships_exchange where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    private const string DeleteTutorLinks = "delete from internships_tutor_link where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    private const string DeleteTutorContacts = "delete from internships_tutor_contact where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    private const string DeleteInternContacts = "delete from internships_intern_contact where internship_id in (select i.id from internships_internship i where i.beneficiary_id = @BeneficiaryId)";

    public async Task Handle(PersonAnonymised notification, CancellationToken cancellationToken)
    {
        foreach (var scan in await db.QueryAsync<Guid>(SelectScans, new { notification.BeneficiaryId }, cancellationToken))
        {
            await documents.ForgetAsync(scan, cancellationToken);
        }

        foreach (var paper in await db.QueryAsync<Guid>(SelectPapers, new { notification.BeneficiaryId }, cancellationToken))
        {
            await documents.ForgetAsync(paper, cancellationToken);
        }

        await db.ExecuteAsync(BlankMonths, new { notification.BeneficiaryId }, cancellationToken);
        var args = new { notification.BeneficiaryId, Nothing = cipher.Protect("–"), Other = cipher.Protect(SuspensionReason.Other.Code()), OtherReason = cipher.Protect(RenouncementReason.Other.Code()) };
        foreach (var text in new[] { BlankReopenings, BlankSuspensions, BlankExtensions, BlankAmendments, BlankOverrides, BlankClosings, BlankSignatures, BlankMoments, DeleteRequests, DeleteTutorLinks, DeleteTutorContacts, DeleteInternContacts, DeleteVisits, DeleteExchanges, DeleteEvaluations, BlankHirings, DeleteDrafts, DeletePapers, BlankInternships })
        {
            await db.ExecuteAsync(text, args, cancellationToken);
        }
    }
}

/// <summary>Internships, with their signed sheets, in the copy of who did them.</summary>
internal sealed class InternshipsAreCopied(IDbSession db, Closing.Skills.SkillTable skills, IMediator mediator, IFieldCipher cipher) : INotificationHandler<PersonCopyAsked>
{
    private const string Select = $"""
        select id as Id, company_id as CompanyId, kind as Kind, state as State, starts_on as StartsOn, ends_on as EndsOn, weekly_hours as WeeklyHours, duties as Duties, objectives as Objectives,
               programme as Programme, allowance_cents as AllowanceCents, ended_on as EndedOn, outcome as Outcome, contract as Contract, hired_on as HiredOn, reason_cipher as Reason, cause_cipher as Cause, workplace as Workplace,
               week_hours as Hours, safety_general_hours as SafetyGeneralHours, safety_specific_hours as SafetySpecificHours, safety_on as SafetyOn, safety_by as SafetyBy, case_manager as CaseManager, host_work as HostWork, host_work_ended_on as HostWorkEndedOn
        from   internships_internship
        where  case_id in {Batches.Keys}
        order by starts_on, id
        """;

    private const string SelectDays = $"""
        select d.internship_id as InternshipId, d.day as On_, d.minutes as Minutes, d.absence_cipher as Absence
        from   internships_attendance_day d
        join   internships_internship i on i.id = d.internship_id
        where  i.case_id in {Batches.Keys}
        order by d.day, d.internship_id
        """;

    private const string SelectScans = $"""
        select m.scan_id
        from   internships_attendance_month m
        join   internships_internship i on i.id = m.internship_id
        where  i.case_id in {Batches.Keys} and m.scan_id is not null
        order by m.month, m.internship_id
        """;

    private const string SelectSignatures = $"""
        select s.internship_id as InternshipId, s.signer as Signer, s.how as How, s.signed_on as SignedOn, s.name_cipher as Name, s.scan_id as ScanId
        from   internships_signature s
        join   internships_internship i on i.id = s.internship_id
        where  i.case_id in {Batches.Keys}
        order by s.signed_on, s.id
        """;

    // What happened on the way, each with the reason that was given.
    private const string SelectEvents = $"""
        select v.internship_id as InternshipId, 'suspension' as What, v.from_on as From_, v.to_on as To_, v.reason_cipher as Reason, v.note_cipher as Note
        from   internships_suspension v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys} and v.withdrawn_at is null
        union all
        select v.internship_id, 'extension', v.ends_before, v.ends_on, v.reason_cipher, null
        from   internships_extension v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys}
        union all
        select v.internship_id, 'amendment', v.effective_on, null, v.reason_cipher, null
        from   internships_amendment v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys}
        order by 3, 1
        """;

    private const string SelectOverrides = $"""
        select v.internship_id as InternshipId, v.rule_code as Rule_, v.reason_cipher as Reason, v.at as At, case when v.for_extension = 1 then 'forExtension' else 'forStart' end as Occasion, v.extended_to as ExtendedTo, v.withdrawn_at as WithdrawnAt
        from   internships_rule_override v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys}
        order by v.at, v.id
        """;

    // Drafts are not of the service yet.
    private const string SelectSeen = $"""
        select v.internship_id as InternshipId, v.kind as Kind, v.held_on as HeldOn, v.sheet_cipher as Text
        from   internships_visit v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys} and v.state = 'done'
        union all
        select v.internship_id, v.channel, v.held_on, v.note_cipher
        from   internships_exchange v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys}
        order by 3, 1
        """;

    private const string SelectEvaluations = $"""
        select v.internship_id as InternshipId, v.stage as Stage, v.author as Author, v.given_on as GivenOn, v.sheet_cipher as Sheet
        from   internships_evaluation v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys}
        order by v.given_on, v.id
        """;

    private const string SelectHirings = $"""
        select v.internship_id as InternshipId, v.answer as Answer, v.contract as Contract, v.hired_on as HiredOn, v.until_on as UntilOn, v.weekly_hours as WeeklyHours, v.note_cipher as Note
        from   internships_hiring v
        join   internships_internship i on i.id = v.internship_id
        where  i.case_id in {Batches.Keys}
        order by v.at, v.internship_id
        """;

    private const string SelectPapers = $"""
        select p.document_id as DocumentId, p.signed_id as SignedId
        from   internships_paper p
        join   internships_internship i on i.id = p.internship_id
        where  i.case_id in {Batches.Keys}
        order by p.made_at, p.id
        """;

    private const string SelectDrafts = $"select content_cipher as Content, saved_at as SavedAt from internships_draft where beneficiary_id = @BeneficiaryId and case_id in {Batches.Keys} order by saved_at, id";

    private const string SelectPayments = $"""
        select   run.month as Month, payment.cents as Cents, payment.state as State, payment.settled_on as SettledOn, payment.account_mask as Account
        from     internships_allowance_payment payment
        join     internships_allowance_run run on run.id = payment.run_id
        where    payment.beneficiary_id = @BeneficiaryId and run.state = 'frozen'
                 and exists (select 1
                             from   internships_allowance_item item
                             join   internships_internship i on i.id = item.internship_id
                             where  item.run_id = run.id and item.payment_id = payment.id and i.case_id in {Batches.Keys})
        order by run.month, payment.id
        """;

    private const string SelectClosings = $"""
        select   closing.month as Month, closing.kind as Kind, closing.cents as Cents, closing.given_on as GivenOn, closing.how as How, closing.reason_cipher as Reason, closing.note_cipher as Note,
                 closing.state as State, closing.recorded_at as RecordedAt
        from     internships_allowance_closing closing
        join     internships_internship i on i.id = closing.internship_id
        where    i.case_id in {Batches.Keys}
        order by closing.recorded_at, closing.id
        """;

    public async Task Handle(PersonCopyAsked notification, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<T>> OfCases<T>(string sql) => db.QueryInBatchesAsync<Guid, T>(sql, notification.CaseIds, new { notification.BeneficiaryId }, cancellationToken);

        var drafts = await OfCases<DraftText>(SelectDrafts);

        // After what was done: a draft is what was only begun.
        void AddDrafts()
        {
            if (drafts.Count > 0)
            {
                notification.Copy.Add("internship-drafts", new("Bozze di tirocinio", "Drafts of internships"), drafts.Select(draft => new { draft.SavedAt, Draft = JsonNode.Parse(cipher.Unprotect(draft.Content)!) }), CopyWords.Glossary);
            }
        }

        var rows = await OfCases<Row>(Select);
        if (rows.Count == 0)
        {
            AddDrafts();
            return;
        }

        var days = (await OfCases<Day>(SelectDays)).ToLookup(day => day.InternshipId);
        var companies = (await mediator.Send(new DescribeCompanies([.. rows.Select(row => row.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        var signatures = (await OfCases<SignatureRow>(SelectSignatures)).ToLookup(row => row.InternshipId);
        var events = (await OfCases<EventRow>(SelectEvents)).ToLookup(row => row.InternshipId);
        var overrides = (await OfCases<OverrideRow>(SelectOverrides)).ToLookup(row => row.InternshipId);
        var seen = (await OfCases<SeenRow>(SelectSeen)).ToLookup(row => row.InternshipId);
        var evaluations = (await OfCases<EvaluationRow>(SelectEvaluations)).ToLookup(row => row.InternshipId);
        var book = await skills.ReadAsync(cancellationToken);

        // A term of the service is said in its words: no table of the copy knows it.
        Closing.EvaluationSheet Said(Closing.EvaluationSheet sheet) => sheet with
        {
            Skills = [.. sheet.Skills.Select(skill => Closing.SkillCatalogue.Knows(skill.Code) ? skill : skill with { Code = book.WordsOf(skill.Code)?.It ?? skill.Code })],
        };
        var hirings = (await OfCases<HiringRow>(SelectHirings)).ToLookup(row => row.InternshipId);
        notification.Copy.Add("internships", new("Tirocini", "Internships"), rows.Select(row => new
        {
            Company = companies.GetValueOrDefault(row.CompanyId), row.Kind, row.State, row.StartsOn, row.EndsOn, WeeklyHours = Rules.WeekHours.Read(row.Hours)?.Hours ?? row.WeeklyHours, row.Duties, row.Objectives, row.Programme, row.AllowanceCents,
            row.EndedOn, row.Outcome, row.Contract, row.HiredOn, Reason = cipher.Unprotect(row.Reason), Cause = cipher.Unprotect(row.Cause), row.Workplace,
            row.Hours, Timetable = Rules.WeekHours.Read(row.Hours)?.Slots.Select(slot => slot.Said.It).ToArray(), SafetyTraining = new { GeneralHours = row.SafetyGeneralHours, SpecificHours = row.SafetySpecificHours, On = row.SafetyOn, By = row.SafetyBy },
            row.CaseManager, row.HostWork, row.HostWorkEndedOn,
            Register = days[row.Id].Select(day => new { On = day.On_, day.Minutes, Absence = cipher.Unprotect(day.Absence) }).ToArray(),
            Signatures = signatures[row.Id].Select(one => new { one.Signer, one.How, one.SignedOn, Name = cipher.Unprotect(one.Name) }).ToArray(),
            Events = events[row.Id].Select(one => new { one.What, From = one.From_, To = one.To_, Reason = cipher.Unprotect(one.Reason), Note = cipher.Unprotect(one.Note) }).ToArray(),
            Monitoring = seen[row.Id].Select(one => new { one.Kind, one.HeldOn, Text = Readable(cipher.Unprotect(one.Text)!) }).ToArray(),
            Evaluations = evaluations[row.Id].Select(one => new { one.Stage, one.Author, one.GivenOn, Sheet = Said(System.Text.Json.JsonSerializer.Deserialize<Closing.EvaluationSheet>(cipher.Unprotect(one.Sheet)!)!) }).ToArray(),
            Hirings = hirings[row.Id].Select(one => new { one.Answer, one.Contract, one.HiredOn, one.UntilOn, one.WeeklyHours, Note = cipher.Unprotect(one.Note) }).ToArray(),
            Overrides = overrides[row.Id].Select(one => new { Rule = one.Rule_, one.Occasion, one.ExtendedTo, Reason = cipher.Unprotect(one.Reason), one.At, one.WithdrawnAt }).ToArray(),
        }), CopyWords.Glossary);
        AddDrafts();
        notification.Copy.Add("allowances", new("Indennità", "Allowances"), await OfCases<PaymentRow>(SelectPayments), CopyWords.Glossary);
        var closings = await OfCases<ClosingCopy>(SelectClosings);
        if (closings.Count > 0)
        {
            notification.Copy.Add("overpayments", new("Indennità pagate in più", "Allowances paid too much"), closings.Select(one => new
            {
                one.Month, one.Cents, Closing = one.Kind, CameBackOn = one.GivenOn, GivenBackHow = one.How, Renouncement = cipher.Unprotect(one.Reason), Note = cipher.Unprotect(one.Note), Standing = one.State, one.RecordedAt,
            }), CopyWords.Glossary);
        }

        foreach (var scan in signatures.SelectMany(one => one).Select(one => one.ScanId).OfType<Guid>().Distinct())
        {
            notification.Copy.Add(new CopiedFile(scan, "internships"));
        }

        foreach (var paper in await OfCases<PaperFiles>(SelectPapers))
        {
            notification.Copy.Add(new CopiedFile(paper.DocumentId, "internships"));
            if (paper.SignedId is { } signed)
            {
                notification.Copy.Add(new CopiedFile(signed, "internships"));
            }
        }

        foreach (var scan in await OfCases<Guid>(SelectScans))
        {
            notification.Copy.Add(new CopiedFile(scan, "internships"));
        }
    }

    private sealed record Row(
        Guid Id, Guid CompanyId, string Kind, string State, DateOnly StartsOn, DateOnly EndsOn, int WeeklyHours, string Duties, string Objectives, string? Programme, long AllowanceCents,
        DateOnly? EndedOn, string? Outcome, string? Contract, DateOnly? HiredOn, string? Reason, string? Cause, string? Workplace,
        string? Hours, int? SafetyGeneralHours, int? SafetySpecificHours, DateOnly? SafetyOn, string? SafetyBy,
        string? CaseManager, string? HostWork, DateOnly? HostWorkEndedOn);

    private sealed record PaperFiles(Guid DocumentId, Guid? SignedId);

    private sealed record DraftText(string Content, DateTimeOffset SavedAt);

    private sealed record SignatureRow(Guid InternshipId, string Signer, string How, DateOnly SignedOn, string? Name, Guid? ScanId);

    private sealed record EventRow(Guid InternshipId, string What, DateOnly From_, DateOnly? To_, string Reason, string? Note);

    /// <summary>A sheet as the fields that it is made of, a note as it was written.</summary>
    private static object Readable(string text) => text.StartsWith('{') ? System.Text.Json.JsonSerializer.Deserialize<Monitoring.VisitSheet>(text)! : text;

    private sealed record EvaluationRow(Guid InternshipId, string Stage, string Author, DateOnly GivenOn, string Sheet);

    private sealed record HiringRow(Guid InternshipId, string Answer, string? Contract, DateOnly? HiredOn, DateOnly? UntilOn, int? WeeklyHours, string? Note);

    private sealed record SeenRow(Guid InternshipId, string Kind, DateOnly HeldOn, string Text);

    private sealed record OverrideRow(Guid InternshipId, string Rule_, string Reason, DateTimeOffset At, string Occasion, DateOnly? ExtendedTo, DateTimeOffset? WithdrawnAt);

    private sealed record PaymentRow(string Month, long Cents, string State, DateOnly? SettledOn, string? Account);

    private sealed record ClosingCopy(string Month, string Kind, long Cents, DateOnly? GivenOn, string? How, string? Reason, string? Note, string State, DateTimeOffset RecordedAt);

    private sealed record Day(Guid InternshipId, DateOnly On_, int? Minutes, string? Absence);
}
