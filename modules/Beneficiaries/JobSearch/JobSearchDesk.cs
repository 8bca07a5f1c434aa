using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>A path as it is kept.</summary>
internal sealed record JobPathRow(
    Guid Id, int Version, Guid CaseId, JobPathState State, Guid UserId, string Content, DateOnly OpenedOn, DateOnly? ClosedOn, JobPathOutcome? Outcome, string? Closing)
{
    /// <summary>The beginning of every query of paths; conditions follow.</summary>
    public const string Select = """
        select j.id as Id, j.version as Version, j.case_id as CaseId, j.state as State, j.user_id as UserId, j.content_cipher as Content, j.opened_on as OpenedOn, j.closed_on as ClosedOn,
               j.outcome as Outcome, j.closing_cipher as Closing
        from   beneficiaries_job_path j
        where  1 = 1
        """;

    /// <summary>A path ends with its case, whatever was written last.</summary>
    public JobPathRow OfCase(SeenCase seen) => State is JobPathState.Open && seen.ClosedOn is { } day ? this with { State = JobPathState.Closed, ClosedOn = day } : this;
}

/// <summary>A session as it is kept.</summary>
internal sealed record JobSessionRow(Guid Id, int Version, JobSessionState State, JobSessionWay Way, DateTimeOffset StartsAt, int Minutes, Guid UserId, string Details)
{
    /// <summary>The sessions of a path; conditions follow.</summary>
    public const string Select = """
        select s.id as Id, s.version as Version, s.state as State, s.way as Way, s.starts_at as StartsAt, s.minutes as Minutes, s.user_id as UserId, s.details_cipher as Details
        from   beneficiaries_job_session s
        where  s.path_id = @PathId
        """;
}

/// <summary>
/// What the slices of the job search share. The door of the case comes first: only whoever sees it in full sees that somebody looks for work, where and how. What may not be seen
/// answers as what does not exist, under the path's own name.
/// </summary>
internal sealed class JobSearchDesk(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, TimeProvider clock)
{
    private const string OfId = "and j.id = @Id";

    private const string OfSession = "and s.id = @Id";

    private const string CountMembership = """
        select count(*)
        from   beneficiaries_case_member
        where  case_id = @CaseId and user_id = @UserId and from_on <= @On and (to_on is null or to_on >= @On)
        """;

    private const string TouchCase = "update beneficiaries_case set last_activity_on = @On where id = @CaseId and last_activity_on < @On";

    /// <summary>The path and its case, for whoever may read them; being read is logged.</summary>
    /// <exception cref="NotFoundException"><c>job-search-path.not-found</c>: no such path, or none that may be seen.</exception>
    public async Task<(SeenCase Seen, JobPathRow Path)> ReadAsync(Guid id, string purpose, CancellationToken ct)
    {
        var (seen, path) = await EnterAsync(id, "job-search-path", ct);
        audit.Reads("beneficiary", seen.BeneficiaryId, purpose);
        return (seen, path.OfCase(seen));
    }

    /// <summary>As <see cref="ReadAsync"/>, for what belongs to the person and only hangs on the path: curricula, the mailbox. Not for a former équipe.</summary>
    /// <exception cref="NotFoundException"><c>job-search-path.not-found</c>.</exception>
    public async Task<(SeenCase Seen, JobPathRow Path)> ReadPersonAsync(Guid id, string purpose, CancellationToken ct)
    {
        var (seen, path) = await ReadAsync(id, purpose, ct);
        needToKnow.DemandPerson(seen, "job-search-path");
        return (seen, path);
    }

    /// <summary>The path, open, to be changed by the équipe.</summary>
    /// <exception cref="RuleBrokenException"><c>job-search-path.closed</c>.</exception>
    public async Task<(SeenCase Seen, JobPathRow Path)> ChangeAsync(Guid id, CancellationToken ct, string record = "job-search-path")
    {
        var (seen, path) = await EnterAsync(id, record, ct);
        if (path.OfCase(seen).State is JobPathState.Closed)
        {
            throw new RuleBrokenException("job-search-path.closed", new(
                "Questo percorso di ricerca del lavoro è chiuso e resta com'è: per continuare riaprirlo o cominciarne un altro.",
                "This job search is closed and stays as it is: reopen it or begin another to go on."));
        }

        Changed(seen);
        return (seen, path);
    }

    /// <summary>The path behind something that hangs on it, in its own name.</summary>
    public async Task<(SeenCase Seen, JobPathRow Path)> EnterAsync(Guid id, string record, CancellationToken ct)
    {
        var path = await db.FindAsync<JobPathRow>(new ListSql(JobPathRow.Select).When(true, OfId).ToString(), new { Id = id }, ct);
        if (path is null)
        {
            audit.Refuses(record, id);
            throw new NotFoundException(record, id);
        }

        try
        {
            return (await needToKnow.CaseAsync(path.CaseId, Sight.Full, ct), path);
        }
        catch (NotFoundException)
        {
            // The same answer as where there is nothing at all.
            throw new NotFoundException(record, id);
        }
    }

    /// <summary>The case, open and seen in full.</summary>
    /// <exception cref="RuleBrokenException"><c>case.is-closed</c>.</exception>
    public async Task<SeenCase> OpenCaseAsync(Guid caseId, CancellationToken ct)
    {
        var seen = await needToKnow.CaseAsync(caseId, Sight.Full, ct);
        return seen.ClosedOn is null ? seen : throw new RuleBrokenException("case.is-closed", new(
            "La presa in carico è chiusa: per cercare lavoro insieme aprirne una nuova.", "The case is closed: open a new one to look for work together."));
    }

    /// <summary>A session of the path.</summary>
    /// <exception cref="NotFoundException"><c>job-search-session.not-found</c>.</exception>
    public async Task<JobSessionRow> SessionAsync(Guid pathId, Guid id, CancellationToken ct) =>
        await db.FindAsync<JobSessionRow>(new ListSql(JobSessionRow.Select).When(true, OfSession).ToString(), new { PathId = pathId, Id = id }, ct) ?? throw new NotFoundException("job-search-session");

    /// <summary>Whoever follows the path or meets the person is on the équipe that day.</summary>
    /// <exception cref="FieldException"><c>job-search.not-member</c>.</exception>
    public async Task CheckMemberAsync(Guid caseId, Guid userId, DateOnly on, CancellationToken ct)
    {
        if (await db.ScalarAsync<int>(CountMembership, new { CaseId = caseId, UserId = userId, On = on }, ct) == 0)
        {
            throw new FieldException("userId", "job-search.not-member", new(
                "Chi segue la ricerca deve far parte dell'équipe quel giorno: scegliere dall'elenco o aggiungere prima il collega all'équipe.",
                "Whoever follows the search must be on the team that day: choose from the list, or add the colleague to the team first."));
        }
    }

    /// <summary>Something happened with the person: the case is not stalled.</summary>
    public Task TouchAsync(Guid caseId, DateOnly on, CancellationToken ct) => db.ExecuteAsync(TouchCase, new { CaseId = caseId, On = on <= clock.Today() ? on : clock.Today() }, ct);

    /// <summary>The encrypted part.</summary>
    public JobPathContent Open(JobPathRow row) => sensitive.Open<JobPathContent>(row.Content)!;

    /// <summary>Writes into the access log that the person's data changed.</summary>
    public void Changed(SeenCase seen)
    {
        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
    }

    /// <summary>Trimmed; nothing as null.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
