using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.JobSearch;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Today's sessions and interviews of the job searches that somebody follows, sessions that are over without an outcome, and answers that are overdue.</summary>
internal sealed class DueJobSearch(IDbSession db, TimeProvider clock) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectSessions = """
        select j.id as Id, p.surname as Surname, p.name as Name, s.way as Way, s.starts_at as StartsAt, s.minutes as Minutes
        from   beneficiaries_job_session s
        join   beneficiaries_job_path j on j.id = s.path_id
        join   beneficiaries_case c on c.id = j.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  s.user_id = @Me and s.state = 'planned' and s.starts_at < @Before and j.state = 'open' and c.closed_on is null
        """;

    private const string SessionOrder = "order by s.starts_at, s.id";

    private const string SelectInterviews = """
        select a.id as Id, p.surname as Surname, p.name as Name, a.interview_at as InterviewAt
        from   beneficiaries_job_application a
        join   beneficiaries_job_path j on j.id = a.path_id
        join   beneficiaries_case c on c.id = j.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  j.user_id = @Me and a.state = 'interview' and a.interview_at < @Before and c.closed_on is null
        """;

    private const string InterviewOrder = "order by a.interview_at, a.id";

    private const string CountAnswers = """
        select count(*)
        from   beneficiaries_job_application a
        join   beneficiaries_job_path j on j.id = a.path_id
        join   beneficiaries_case c on c.id = j.case_id
        where  j.user_id = @Me and a.state in ('sent', 'answered') and a.answer_due_on <= @Today and j.state = 'open' and c.closed_on is null
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var now = clock.GetUtcNow();
        var args = new { Me = user.Id, Today = today, Before = today.AddDays(1).StartInItaly() };
        var sessions = await db.TopAsync<SessionRow>(new ListSql(SelectSessions).When(true, VisibleCases.Mine).OrderBy(SessionOrder), args, Most, ct);
        var interviews = await db.TopAsync<InterviewRow>(new ListSql(SelectInterviews).When(true, VisibleCases.Mine).OrderBy(InterviewOrder), args, Most, ct);
        var answers = await db.ScalarAsync<int>(new ListSql(CountAnswers).When(true, VisibleCases.Mine).ToString(), args, ct);
        DueTask[] tasks =
        [
            .. interviews.Where(row => row.On < today).Select(row => new DueTask("job-search.interview-to-record", row.Called, AppointmentDesk.Clock(row.InterviewAt), row.On, Urgency.Late, $"/job-search/applications/{row.Id}")),
            .. interviews.Where(row => row.On >= today).Select(row => new DueTask("job-search.interview-today", row.Called, AppointmentDesk.Clock(row.InterviewAt), row.On, Urgency.Today, $"/job-search/applications/{row.Id}")),
            .. sessions.Where(row => row.EndsAt <= now).Select(row => new DueTask("job-search.session-to-record", row.Called, row.Detail, row.On, row.On < today ? Urgency.Late : Urgency.Today, $"/job-search/{row.Id}")),
            .. sessions.Where(row => row.EndsAt > now).Select(row => new DueTask("job-search.session-today", row.Called, row.Detail, row.On, Urgency.Today, $"/job-search/{row.Id}")),
        ];
        return new([.. tasks.Take(Most)], answers == 0 ? [] : [new DueCounter("job-search.answers-due", answers, Urgency.Late, "/job-search/applications?show=answerDue", "beneficiaries")]);
    }

    private sealed record SessionRow(Guid Id, string Surname, string Name, JobSessionWay Way, DateTimeOffset StartsAt, int Minutes)
    {
        public string Called => $"{Surname} {Name}";

        public string Detail => $"{Way.Label()} · {AppointmentDesk.Clock(StartsAt)}";

        public DateOnly On => StartsAt.InItaly();

        public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);
    }

    private sealed record InterviewRow(Guid Id, string Surname, string Name, DateTimeOffset InterviewAt)
    {
        public string Called => $"{Surname} {Name}";

        public DateOnly On => InterviewAt.InItaly();
    }
}
