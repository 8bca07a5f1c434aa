using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Messaging;
using MediatR;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>Which applications a list shows.</summary>
internal enum JobApplicationFilter
{
    Draft,

    /// <summary>Sent, without an answer.</summary>
    Awaiting,

    /// <summary>Whose answer is overdue.</summary>
    AnswerDue,
    Interview,
    Closed,
}

/// <summary>The applications of the searches that one follows, of all one's équipes, or of one path.</summary>
internal sealed record ListApplications(Guid? PathId, JobApplicationFilter? Show, bool Everybody, string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedJobApplication>>;

/// <summary>An application in a list.</summary>
/// <param name="Employer">Who would employ.</param>
/// <param name="Place">Where the work is, by name; null if it is not known.</param>
/// <param name="Duty">What is applied for, in words.</param>
/// <param name="MailState">How its mail stands; null if it is not sent by mail.</param>
/// <param name="AnswerDue">Whether the day has come by which an answer was expected.</param>
/// <param name="InterviewAt">Time of the interview in Italy, as HH:mm; null if none is fixed.</param>
internal sealed record ListedJobApplication(
    Guid Id, Guid PathId, Guid BeneficiaryId, string DisplayName, string Employer, string? Place, string Duty, JobChannel Channel, JobApplicationState State, OutboxState? MailState, DateOnly? AppliedOn,
    DateOnly? AnswerDueOn, bool AnswerDue, DateOnly? InterviewOn, string? InterviewAt, JobApplicationOutcome? Outcome);

internal static class ListApplicationsEndpoint
{
    public static void MapListApplications(this IEndpointRouteBuilder applications) => applications
        .MapGet("/", Handle)
        .WithName("listJobApplications")
        .WithSummary("List the applications of the job searches of one's teams; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedJobApplication>> Handle(Guid? pathId, string? show, bool? everybody, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListApplications(pathId, QueryCode.Read<JobApplicationFilter>(show, "show"), everybody ?? false, cursor, limit, total ?? false), ct);
}

internal sealed class ListApplicationsHandler(IDbSession db, JobSearchDesk paths, ApplicationDesk desk, IOutbox outbox, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListApplications, Page<ListedJobApplication>>
{
    private const string Select = $"select {JobApplicationRow.Columns}, p.surname as Surname, p.name as Name";

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_job_application a
        join   beneficiaries_job_path j on j.id = a.path_id
        join   beneficiaries_case c on c.id = j.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    private const string OfPath = "and a.path_id = @PathId";
    private const string OfMe = "and j.user_id = @Me";
    private const string Draft = "and a.state = 'draft'";
    private const string Awaiting = "and a.state in ('sent', 'answered')";
    private const string AnswerDue = "and a.state in ('sent', 'answered') and a.answer_due_on <= @Today and j.state = 'open' and c.closed_on is null";
    private const string Interview = "and a.state = 'interview'";
    private const string Closed = "and a.state = 'closed'";
    private const string After = "and a.id < @AfterId";
    private const string Order = "order by a.id desc";

    public async Task<Page<ListedJobApplication>> Handle(ListApplications request, CancellationToken cancellationToken)
    {
        if (request.PathId is { } pathId)
        {
            await paths.ReadAsync(pathId, "read-job-applications", cancellationToken);
        }

        var after = Paging.Decode(request.Cursor, 1);
        var limit = Paging.Limit(request.Limit);
        var today = clock.Today();
        var args = new { Me = user.Id, Today = today, request.PathId, AfterId = after is [var text] && Guid.TryParse(text, out var id) ? id : (Guid?)null };
        var rows = await db.TopAsync<Row>(Filtered(new(Select + From)).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).ToString(), args, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.Id.ToString()], total);
        var mails = await outbox.StatesAsync(page.Items.Select(row => row.MailId).OfType<Guid>(), cancellationToken);
        foreach (var person in page.Items.Select(row => row.BeneficiaryId).Distinct())
        {
            audit.Reads("beneficiary", person, "read-job-applications");
        }

        return new([.. page.Items.Select(row => Show(row, mails, today))], page.NextCursor, page.Total);

        ListSql Filtered(ListSql sql) => sql
            .When(request.PathId is not null, OfPath)
            .When(request.PathId is null, VisibleCases.Mine)
            .When(request.PathId is null && !request.Everybody, OfMe)
            .When(request.Show is JobApplicationFilter.Draft, Draft)
            .When(request.Show is JobApplicationFilter.Awaiting, Awaiting)
            .When(request.Show is JobApplicationFilter.AnswerDue, AnswerDue)
            .When(request.Show is JobApplicationFilter.Interview, Interview)
            .When(request.Show is JobApplicationFilter.Closed, Closed);
    }

    private ListedJobApplication Show(Row row, IReadOnlyDictionary<Guid, OutboxState> mails, DateOnly today)
    {
        var details = desk.Open(row.Kept);
        OutboxState? mail = row.MailId is { } id && mails.TryGetValue(id, out var state) ? state : null;
        return new(
            row.Id, row.PathId, row.BeneficiaryId, $"{row.Surname} {row.Name}", details.Employer, details.Place, details.Duty, row.Channel, row.State, mail, row.AppliedOn, row.AnswerDueOn,
            row.State is JobApplicationState.Sent or JobApplicationState.Answered && row.AnswerDueOn <= today, row.InterviewAt?.InItaly(), row.InterviewAt is { } at ? AppointmentDesk.Clock(at) : null,
            row.Outcome);
    }

    private sealed record Row(
        Guid Id, int Version, Guid PathId, Guid BeneficiaryId, JobOpeningKind OpeningKind, Guid? OpeningId, Guid? CompanyId, int Round, JobChannel Channel, JobApplicationState State, Guid? CvId, Guid? MailId,
        DateOnly? AppliedOn, DateOnly? AnswerDueOn, DateTimeOffset? InterviewAt, DateOnly? ClosedOn, JobApplicationOutcome? Outcome, string Details, string Surname, string Name)
    {
        public JobApplicationRow Kept => new(
            Id, Version, PathId, BeneficiaryId, OpeningKind, OpeningId, CompanyId, Round, Channel, State, CvId, MailId, AppliedOn, AnswerDueOn, InterviewAt, ClosedOn, Outcome, Details);
    }
}
