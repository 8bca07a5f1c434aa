using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>Opens a path of active job search.</summary>
internal sealed record GetJobPath(Guid Id) : IQuery<JobPath>;

/// <summary>A path.</summary>
/// <param name="Id">The path.</param>
/// <param name="Version">For changing and closing it.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="DisplayName">Name and surname.</param>
/// <param name="State">Where it stands; a path ends with its case.</param>
/// <param name="CaseClosed">The case is closed.</param>
/// <param name="UserId">Who follows it.</param>
/// <param name="UserName">Their name.</param>
/// <param name="OpenedOn">First day.</param>
/// <param name="ClosedOn">Last day.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ClosingNote">What was written of the end.</param>
/// <param name="Target">What the person looks for.</param>
/// <param name="Places">Names of the municipalities.</param>
/// <param name="Goals">What is to be reached.</param>
/// <param name="Sessions">How many sessions are planned.</param>
/// <param name="Figures">In numbers.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Meetings">The sessions, the latest first.</param>
/// <param name="Team">Who may follow the search today.</param>
internal sealed record JobPath(
    Guid Id, int Version, Guid CaseId, Guid BeneficiaryId, string DisplayName, JobPathState State, bool CaseClosed, Guid UserId, string? UserName, DateOnly OpenedOn, DateOnly? ClosedOn,
    JobPathOutcome? Outcome, string? ClosingNote, JobTarget Target, IReadOnlyList<JobPlace> Places, string? Goals, int? Sessions, JobPathFigures Figures, JobNextStep Next,
    IReadOnlyList<JobSession> Meetings, IReadOnlyList<JobTeamMember> Team);

/// <summary>A municipality with its name.</summary>
/// <param name="Code">ISTAT code of the municipality.</param>
/// <param name="Name">Its name.</param>
internal sealed record JobPlace(string Code, string Name);

/// <summary>Somebody of the équipe.</summary>
internal sealed record JobTeamMember(Guid UserId, string? Name);

/// <summary>A path in numbers.</summary>
/// <param name="Held">Sessions held.</param>
/// <param name="Missed">Sessions missed.</param>
/// <param name="Minutes">Minutes of the sessions held.</param>
/// <param name="Applications">Applications that went out.</param>
/// <param name="Awaited">Of these, without an answer yet.</param>
/// <param name="Interviews">Interviews told of.</param>
internal sealed record JobPathFigures(int Held, int Missed, int Minutes, int Applications, int Awaited, int Interviews);

/// <summary>A session.</summary>
/// <param name="Over">Whether its time has passed.</param>
/// <param name="UserName">Name of the colleague who holds it.</param>
/// <param name="Place">Where, in words.</param>
/// <param name="OutcomeNote">What was written after it.</param>
internal sealed record JobSession(
    Guid Id, int Version, JobSessionState State, JobSessionWay Way, DateOnly On, string At, int Minutes, bool Over, Guid UserId, string? UserName, string? Place, string? Note, string? OutcomeNote);

internal static class GetJobPathEndpoint
{
    public static void MapGetJobPath(this IEndpointRouteBuilder paths) => paths
        .MapGet("/{id:guid}", Handle)
        .WithName("getJobSearchPath")
        .WithSummary("Open a path of active job search; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    // Without an ETag: sessions and applications have versions of their own.
    private static Task<JobPath> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetJobPath(id), ct);
}

internal sealed class GetJobPathHandler(IDbSession db, JobSearchDesk desk, SensitiveFields sensitive, IColleagues colleagues, TimeProvider clock) : IRequestHandler<GetJobPath, JobPath>
{
    private const int MostSessions = 200;

    private const string SelectName = "select surname as Surname, name as Name from beneficiaries_person where id = @Id";

    private const string Order = "order by s.starts_at desc, s.id desc";

    private const string SelectTeam = """
        select user_id
        from   beneficiaries_case_member
        where  case_id = @CaseId and from_on <= @Today and (to_on is null or to_on >= @Today)
        """;

    private const string SelectFacts = """
        select (select count(*) from beneficiaries_job_cv v where v.beneficiary_id = @PersonId) as Cvs,
               (select count(*) from beneficiaries_job_application a where a.path_id = @Id and a.state = 'draft') as Drafts,
               (select count(*) from beneficiaries_job_application a where a.path_id = @Id and a.applied_on is not null) as Applications,
               (select count(*) from beneficiaries_job_application a where a.path_id = @Id and a.state = 'sent') as Awaited,
               (select count(*) from beneficiaries_job_application a where a.path_id = @Id and a.state in ('sent', 'answered') and a.answer_due_on <= @Today) as AnswersDue,
               (select max(a.applied_on) from beneficiaries_job_application a where a.path_id = @Id) as LastAppliedOn,
               (select min(a.answer_due_on) from beneficiaries_job_application a where a.path_id = @Id and a.state in ('sent', 'answered')) as NextAnswerOn,
               (select min(a.interview_at) from beneficiaries_job_application a where a.path_id = @Id and a.state = 'interview' and a.interview_at >= @DayStart) as NextInterviewAt,
               (select count(*) from beneficiaries_job_application_event e join beneficiaries_job_application a on a.id = e.application_id
                where  a.path_id = @Id and e.kind = 'interviewPlanned') as Interviews
        """;

    public async Task<JobPath> Handle(GetJobPath request, CancellationToken cancellationToken)
    {
        var (seen, path) = await desk.ReadAsync(request.Id, "read-job-search", cancellationToken);
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var args = new { request.Id, PathId = request.Id, PersonId = seen.BeneficiaryId, path.CaseId, Today = today, DayStart = today.StartInItaly() };
        var person = (await db.FindAsync<NameRow>(SelectName, new { Id = seen.BeneficiaryId }, cancellationToken))!;
        var sessions = await db.TopAsync<JobSessionRow>(new ListSql(JobSessionRow.Select).OrderBy(Order), args, MostSessions, cancellationToken);
        var facts = (await db.FindAsync<FactsRow>(SelectFacts, args, cancellationToken))!;
        var team = await db.QueryAsync<Guid>(SelectTeam, args, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var content = desk.Open(path);
        var held = sessions.Where(one => one.State is JobSessionState.Held).ToArray();
        var next = NextStep.Of(
            new(
                path.State is JobPathState.Open, content.Target.IsSaid, facts.Cvs > 0, facts.NextInterviewAt?.InItaly(), sessions.Count(one => IsToRecord(one, now)),
                sessions.Any(one => one.State is JobSessionState.Planned), facts.AnswersDue, facts.Drafts, facts.LastAppliedOn, facts.NextAnswerOn),
            today);
        return new(
            path.Id, path.Version, path.CaseId, seen.BeneficiaryId, $"{person.Name} {person.Surname}", path.State, seen.ClosedOn is not null, path.UserId, names.GetValueOrDefault(path.UserId), path.OpenedOn,
            path.ClosedOn, path.Outcome, sensitive.OpenText(path.Closing), content.Target,
            [.. (content.Target.Municipalities ?? []).Select(code => new JobPlace(code, Municipalities.ByIstat(code)?.NameWithProvince ?? code))], content.Goals, content.Sessions,
            new(held.Length, sessions.Count(one => one.State is JobSessionState.Missed), held.Sum(one => one.Minutes), facts.Applications, facts.Awaited, facts.Interviews), next,
            [.. sessions.Select(row => Show(row, names, now))], [.. team.Distinct().Select(id => new JobTeamMember(id, names.GetValueOrDefault(id))).OrderBy(one => one.Name, StringComparer.CurrentCulture)]);
    }

    private static bool IsToRecord(JobSessionRow row, DateTimeOffset now) => row.State is JobSessionState.Planned && row.StartsAt.AddMinutes(row.Minutes) <= now;

    private JobSession Show(JobSessionRow row, IReadOnlyDictionary<Guid, string> names, DateTimeOffset now)
    {
        var details = sensitive.Open<JobSessionDetails>(row.Details)!;
        return new(
            row.Id, row.Version, row.State, row.Way, row.StartsAt.InItaly(), AppointmentDesk.Clock(row.StartsAt), row.Minutes, row.StartsAt.AddMinutes(row.Minutes) <= now, row.UserId,
            names.GetValueOrDefault(row.UserId), details.Place, details.Note, details.OutcomeNote);
    }

    private sealed record NameRow(string Surname, string Name);

    private sealed record FactsRow(
        int Cvs, int Drafts, int Applications, int Awaited, int AnswersDue, DateOnly? LastAppliedOn, DateOnly? NextAnswerOn, DateTimeOffset? NextInterviewAt, int Interviews);
}
