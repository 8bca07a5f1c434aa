using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Bulletin.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>An application as it is kept.</summary>
internal sealed record JobApplicationRow(
    Guid Id, int Version, Guid PathId, Guid BeneficiaryId, JobOpeningKind OpeningKind, Guid? OpeningId, Guid? CompanyId, int Round, JobChannel Channel, JobApplicationState State, Guid? CvId, Guid? MailId,
    DateOnly? AppliedOn, DateOnly? AnswerDueOn, DateTimeOffset? InterviewAt, DateOnly? ClosedOn, JobApplicationOutcome? Outcome, string Details)
{
    public const string Columns = """
        a.id as Id, a.version as Version, a.path_id as PathId, a.beneficiary_id as BeneficiaryId, a.opening_kind as OpeningKind, a.opening_id as OpeningId, a.company_id as CompanyId, a.round as Round,
        a.channel as Channel, a.state as State, a.cv_id as CvId, a.mail_id as MailId, a.applied_on as AppliedOn, a.answer_due_on as AnswerDueOn, a.interview_at as InterviewAt, a.closed_on as ClosedOn,
        a.outcome as Outcome, a.details_cipher as Details
        """;

    public const string SelectById = $"select {Columns}\nfrom beneficiaries_job_application a\nwhere a.id = @Id";
}

/// <summary>An opening as the module that knows it tells of it.</summary>
/// <param name="Key">The same for the same opening of the same person.</param>
/// <param name="CompanyId">The company, if it is one of the bank.</param>
/// <param name="Employer">Who offers.</param>
/// <param name="Place">Where.</param>
/// <param name="Email">Where to write.</param>
/// <param name="DoNotContact">The company asked not to be contacted.</param>
internal sealed record FoundOpening(string Key, Guid? CompanyId, string Employer, string? Place, string? Email, bool DoNotContact);

/// <summary>What the slices of applications share.</summary>
internal sealed class ApplicationDesk(IDbSession db, JobSearchDesk desk, IMediator mediator, SensitiveFields sensitive, MarkBook marks, IKeyedHash hash, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string Record = "job-application";

    private const string SelectName = "select surname as Surname, name as Name from beneficiaries_person where id = @Id";

    private const string CountConsents = "select count(*) from beneficiaries_consent where beneficiary_id = @Id and purpose = 'applicationsOnBehalf' and withdrawn_on is null";

    private const string CountCvs = "select count(*) from beneficiaries_job_cv where beneficiary_id = @Id and id = @CvId";

    private const string InsertEvent = """
        insert into beneficiaries_job_application_event (id, application_id, kind, happened_on, note_cipher, written_at, written_by)
        values (@EventId, @Id, @Kind, @On, @Note, @Now, @Me)
        """;

    /// <summary>The application and its path, for whoever may read them; being read is logged.</summary>
    public async Task<(SeenCase Seen, JobPathRow Path, JobApplicationRow Row)> ReadAsync(Guid id, CancellationToken ct)
    {
        var row = await FindAsync(id, ct);
        var (seen, path) = await desk.EnterAsync(row.PathId, Record, ct);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-job-application");
        return (seen, path.OfCase(seen), row);
    }

    /// <summary>The application of an open path, to be changed.</summary>
    public async Task<(SeenCase Seen, JobApplicationRow Row)> ChangeAsync(Guid id, CancellationToken ct)
    {
        var row = await FindAsync(id, ct);
        var (seen, _) = await desk.ChangeAsync(row.PathId, ct, Record);
        return (seen, row);
    }

    /// <summary>The encrypted part.</summary>
    public JobApplicationDetails Open(JobApplicationRow row) => sensitive.Open<JobApplicationDetails>(row.Details)!;

    /// <summary>Name and surname of the person.</summary>
    public async Task<(string Surname, string Name)> NameAsync(Guid personId, CancellationToken ct)
    {
        var row = (await db.FindAsync<NameRow>(SelectName, new { Id = personId }, ct))!;
        return (row.Surname, row.Name);
    }

    /// <summary>One writes in the person's place only with their consent (GDPR art. 6(1)(a), 7), and not against an objection to being matched with companies, or a restriction (art. 18, 21).</summary>
    /// <exception cref="RuleBrokenException"><c>job-application.no-consent</c>, <c>job-application.objection</c>.</exception>
    public async Task DemandConsentAsync(Guid personId, CancellationToken ct)
    {
        var args = new { Id = personId, Today = clock.Today() };
        if (await db.ScalarAsync<int>(CountConsents, args, ct) == 0)
        {
            throw new RuleBrokenException("job-application.no-consent", new(
                "Manca il consenso della persona alle candidature per suo conto: registrarlo nella scheda, tra i diritti della persona.",
                "The person's consent to applications on their behalf is missing: record it in the file, among the person's rights."))
            {
                Act = "Reg. (UE) 2016/679, artt. 6 e 7",
            };
        }

        if (await marks.BarsAsync(personId, ObjectionScope.CompanyMatching, ct))
        {
            throw new RuleBrokenException("job-application.objection", new(
                "La persona ha chiesto di limitare l'uso dei suoi dati o si è opposta all'abbinamento con le aziende: finché vale, non si inviano candidature.",
                "The person asked to restrict the use of their data, or objected to being matched with companies: while that holds no application is sent."))
            {
                Act = "Reg. (UE) 2016/679, artt. 18 e 21",
            };
        }
    }

    /// <summary>The curriculum is one of this person.</summary>
    public async Task CheckCvAsync(Guid personId, Guid? cvId, CancellationToken ct)
    {
        if (cvId is not null && await db.ScalarAsync<int>(CountCvs, new { Id = personId, CvId = cvId }, ct) == 0)
        {
            throw new FieldException("cvId", "cv.not-found", new("Questa versione del curriculum non c'è: sceglierne un'altra.", "This version of the curriculum is not there: choose another."));
        }
    }

    /// <summary>The opening, asked of the module that knows it.</summary>
    /// <exception cref="FieldException"><c>job-application.opening-gone</c>.</exception>
    public async Task<FoundOpening> OpeningAsync(JobApplicationDraft draft, CancellationToken ct)
    {
        var id = draft.OpeningId ?? Guid.Empty;
        switch (draft.Opening)
        {
            case JobOpeningKind.Opportunity:
                var opportunity = await mediator.Send(new FindOpenOpportunity(id), ct) ?? throw Gone();
                return new(KeyOf(JobOpeningKind.Opportunity, id), null, opportunity.Organiser, opportunity.MunicipalityName, opportunity.ApplyEmail, false);
            case JobOpeningKind.Availability:
                var offering = await mediator.Send(new FindEmployer(null, id), ct) ?? throw Gone();
                return new(KeyOf(JobOpeningKind.Availability, id), offering.Id, offering.Name, offering.MunicipalityName, offering.Email, offering.DoNotContact);
            case JobOpeningKind.Company:
                var company = await mediator.Send(new FindEmployer(id, null), ct) ?? throw Gone();
                return new(KeyOf(JobOpeningKind.Company, id), company.Id, company.Name, company.MunicipalityName, company.Email, company.DoNotContact);
            case JobOpeningKind.Agency:
                var agency = await mediator.Send(new FindAgency(id), ct) ?? throw Gone();
                return new(KeyOf(JobOpeningKind.Agency, id), null, agency.Name, agency.MunicipalityName, agency.Email, false);
            default:
                var said = $"{SearchText.Normalize(draft.Employer)}|{SearchText.Normalize(draft.Reference ?? draft.Duty)}";
                return new($"other:{hash.Of("job-opening", said)}", null, draft.Employer!.Trim(), null, null, false);
        }
    }

    /// <summary>What a company that asked not to be contacted is spared.</summary>
    /// <exception cref="RuleBrokenException"><c>job-application.do-not-contact</c>.</exception>
    public static void CheckContact(FoundOpening opening, JobChannel channel)
    {
        if (opening.DoNotContact && channel is not JobChannel.Portal)
        {
            throw new RuleBrokenException("job-application.do-not-contact", new(
                "Questa azienda ha chiesto di non essere contattata: si può solo registrare una candidatura fatta sul suo portale.",
                "This company asked not to be contacted: only an application made on its portal can be recorded."));
        }
    }

    /// <summary>The key of an opening that a module knows.</summary>
    public static string KeyOf(JobOpeningKind kind, Guid id) => $"{kind.Code()}:{id:N}";

    /// <summary>Writes down what happened.</summary>
    public Task TellAsync(Guid applicationId, Guid personId, JobNewsKind kind, DateOnly on, string? note, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.ExecuteAsync(
            InsertEvent, new { EventId = Guid.CreateVersion7(now), Id = applicationId, Kind = kind.Code(), On = on, Note = sensitive.SealText(personId, JobSearchDesk.Blank(note)), Now = now, Me = user.Id }, ct);
    }

    private async Task<JobApplicationRow> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindAsync<JobApplicationRow>(JobApplicationRow.SelectById, new { Id = id }, ct) is { } row)
        {
            return row;
        }

        audit.Refuses(Record, id);
        throw new NotFoundException(Record);
    }

    private static FieldException Gone() => new("openingId", "job-application.opening-gone", new(
        "Questa opportunità non c'è più o è scaduta: ricaricare l'elenco e sceglierne un'altra.", "This opening is gone or over: load the list again and choose another."));

    private sealed record NameRow(string Surname, string Name);
}
