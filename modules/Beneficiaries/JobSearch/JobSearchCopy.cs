using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.JobSearch.Applications;
using InclusionPlatform.Beneficiaries.JobSearch.Curricula;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights.Copy;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>The job search in the copy of a person's data: paths, sessions, curricula, applications. The password of the mailbox is not in it: it is shown on the screen only.</summary>
internal sealed class JobSearchCopy(IDbSession db, SensitiveFields sensitive)
{
    private const string SelectPaths = $"""
        select j.id as Id, j.state as State, j.opened_on as OpenedOn, j.closed_on as ClosedOn, j.outcome as Outcome, j.user_id as UserId, j.content_cipher as Content, j.closing_cipher as Closing
        from   beneficiaries_job_path j
        join   beneficiaries_case c on c.id = j.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by j.opened_on, j.id
        """;

    private const string SelectSessions = $"""
        select s.path_id as PathId, s.state as State, s.way as Way, s.starts_at as StartsAt, s.minutes as Minutes, s.user_id as UserId, s.details_cipher as Details
        from   beneficiaries_job_session s
        join   beneficiaries_job_path j on j.id = s.path_id
        join   beneficiaries_case c on c.id = j.case_id
        where  c.beneficiary_id = @Id
               {CasesInFull.Only}
        order by s.starts_at, s.id
        """;

    private const string SelectCvs = "select number as Number, content_cipher as Content, created_at as CreatedAt, created_by as CreatedBy from beneficiaries_job_cv where beneficiary_id = @Id order by number";

    private const string SelectMailbox = "select details_cipher from beneficiaries_job_mailbox where beneficiary_id = @Id";

    private const string SelectUses = "select purpose as Purpose, used_at as UsedAt, used_by as UsedBy from beneficiaries_job_mailbox_use where beneficiary_id = @Id order by used_at, id";

    private const string SelectApplications = $"""
        select a.id as Id, a.channel as Channel, a.state as State, a.applied_on as AppliedOn, a.answer_due_on as AnswerDueOn, a.interview_at as InterviewAt, a.closed_on as ClosedOn,
               a.outcome as Outcome, a.details_cipher as Details, a.created_by as CreatedBy
        from   beneficiaries_job_application a
        join   beneficiaries_job_path j on j.id = a.path_id
        join   beneficiaries_case c on c.id = j.case_id
        where  a.beneficiary_id = @Id
               {CasesInFull.Only}
        order by a.id
        """;

    private const string SelectEvents = """
        select e.application_id as ApplicationId, e.kind as Kind, e.happened_on as HappenedOn, e.note_cipher as Note, e.written_by as WrittenBy
        from   beneficiaries_job_application_event e
        join   beneficiaries_job_application a on a.id = e.application_id
        where  a.beneficiary_id = @Id
        order by e.written_at, e.id
        """;

    /// <summary>Adds the paths of the cases; the parameters are those of <see cref="CasesInFull"/>.</summary>
    public async Task AddAsync(object args, PersonCopy copy, Func<Guid, string> who, CancellationToken ct)
    {
        var sessions = (await db.QueryAsync<SessionRow>(SelectSessions, args, ct)).ToLookup(row => row.PathId);
        copy.Add("jobSearches", new("Ricerca del lavoro", "Job search"), (await db.QueryAsync<PathRow>(SelectPaths, args, ct)).Select(row => new
        {
            row.State, row.OpenedOn, row.ClosedOn, row.Outcome, By = who(row.UserId), Content = OpenOrNone<JobPathContent>(row.Content), Closing = sensitive.OpenText(row.Closing),
            Sessions = sessions[row.Id].Select(one => new { one.State, one.Way, one.StartsAt, one.Minutes, By = who(one.UserId), Sealed = OpenOrNone<JobSessionDetails>(one.Details) }).ToArray(),
        }), PartWords.JobSearch);
        var events = (await db.QueryAsync<EventRow>(SelectEvents, args, ct)).ToLookup(row => row.ApplicationId);
        copy.Add("applications", new("Candidature", "Applications"), (await db.QueryAsync<ApplicationRow>(SelectApplications, args, ct)).Select(row => new
        {
            row.Channel, row.State, row.AppliedOn, row.AnswerDueOn, row.InterviewAt, row.ClosedOn, row.Outcome, By = who(row.CreatedBy), Content = sensitive.Open<JobApplicationDetails>(row.Details),
            Events = events[row.Id].Select(one => new { one.Kind, On = one.HappenedOn, Note = sensitive.OpenText(one.Note), By = who(one.WrittenBy) }).ToArray(),
        }), PartWords.JobSearch);
    }

    /// <summary>Adds what belongs to the person, whichever équipe helps them look for work.</summary>
    public async Task AddOfPersonAsync(Guid id, PersonCopy copy, Func<Guid, string> who, CancellationToken ct)
    {
        var args = new { Id = id };
        copy.Add("curricula", new("Curriculum", "Curricula"), (await db.QueryAsync<CvRow>(SelectCvs, args, ct)).Select(row => new
        {
            row.Number, At = row.CreatedAt, By = who(row.CreatedBy), Content = AsRead(sensitive.Open<CvContent>(row.Content)!),
        }), PartWords.Curricula);
        var uses = await db.QueryAsync<UseRow>(SelectUses, args, ct);
        var mailbox = sensitive.Open<Mailboxes.MailboxDetails>(await db.ScalarAsync<string>(SelectMailbox, args, ct));
        if (mailbox is not null || uses.Count > 0)
        {
            copy.Add("mailbox", new("Casella di posta per le candidature", "Mailbox for applications"), [new
            {
                mailbox?.Address, mailbox?.Provider, mailbox?.Note, Uses = uses.Select(use => new { At = use.UsedAt, By = who(use.UsedBy), use.Purpose }).ToArray(),
            }], PartWords.JobSearch);
        }
    }

    // Nothing is left of what was sealed once somebody was made anonymous.
    private T? OpenOrNone<T>(string sealedText) where T : class => sealedText.Length == 0 ? null : sensitive.Open<T>(sealedText);

    /// <summary>What the curriculum says; what was chosen while writing it says nothing of the person.</summary>
    private static object AsRead(CvContent cv) => new
    {
        cv.Facts.Name, cv.Draft.Headline, cv.Facts.Phone, cv.Facts.Email, cv.Facts.Municipality, cv.Facts.BirthDate, cv.Facts.Citizenship, cv.Draft.Profile, cv.Facts.Works, cv.Facts.Courses,
        cv.Facts.Education, cv.Facts.Skills, cv.Facts.Languages, cv.Facts.Licences, cv.Draft.Availability, TargetedPlacement = cv.Facts.TargetedPlacement ? true : (bool?)null,
    };

    private sealed record PathRow(Guid Id, string State, DateOnly OpenedOn, DateOnly? ClosedOn, string? Outcome, Guid UserId, string Content, string? Closing);

    private sealed record SessionRow(Guid PathId, string State, string Way, DateTimeOffset StartsAt, int Minutes, Guid UserId, string Details);

    private sealed record CvRow(int Number, string Content, DateTimeOffset CreatedAt, Guid CreatedBy);

    private sealed record UseRow(string Purpose, DateTimeOffset UsedAt, Guid UsedBy);

    private sealed record ApplicationRow(
        Guid Id, string Channel, string State, DateOnly? AppliedOn, DateOnly? AnswerDueOn, DateTimeOffset? InterviewAt, DateOnly? ClosedOn, string? Outcome, string Details, Guid CreatedBy);

    private sealed record EventRow(Guid ApplicationId, string Kind, DateOnly HappenedOn, string? Note, Guid WrittenBy);
}
