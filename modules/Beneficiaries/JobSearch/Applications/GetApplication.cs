using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.JobSearch.Curricula;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Messaging;
using MediatR;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>Opens an application.</summary>
internal sealed record GetApplication(Guid Id) : IQuery<JobApplication>;

/// <summary>An application.</summary>
/// <param name="PathOpen">Whether the job search that it is of is still open.</param>
/// <param name="OpeningId">Id of what is applied for, of the kind that <c>opening</c> says; null for what no module knows.</param>
/// <param name="CompanyId">Id of the company, if it is on file.</param>
/// <param name="Employer">Who would employ.</param>
/// <param name="Place">Where the work is, by name; null if it is not known.</param>
/// <param name="Reference">Number or title of the notice, where no module knows it.</param>
/// <param name="Duty">What is applied for, in words.</param>
/// <param name="MailState">How its mail stands; null if it is not sent by mail.</param>
/// <param name="Email">Where its mail goes.</param>
/// <param name="Text">Text of the mail or of what was sent otherwise.</param>
/// <param name="Portal">Portal where it was sent; null if it was sent otherwise.</param>
/// <param name="InterviewAt">Time of the interview in Italy, as HH:mm; null if none is fixed.</param>
/// <param name="News">What happened of it, step by step.</param>
internal sealed record JobApplication(
    Guid Id, int Version, Guid PathId, bool PathOpen, Guid BeneficiaryId, string DisplayName, JobOpeningKind Opening, Guid? OpeningId, Guid? CompanyId, string Employer, string? Place, string? Reference,
    string Duty, JobChannel Channel, JobApplicationState State, OutboxState? MailState, string? Email, string? Text, Guid? CvId, CvFormat? AttachAs, string? Portal, string? Note, int Round, DateOnly? AppliedOn,
    DateOnly? AnswerDueOn, DateOnly? InterviewOn, string? InterviewAt, DateOnly? ClosedOn, JobApplicationOutcome? Outcome, IReadOnlyList<JobNews> News) : IVersioned;

/// <summary>Something that happened of it.</summary>
internal sealed record JobNews(JobNewsKind Kind, DateOnly On, string? Note, DateTimeOffset WrittenAt, string? WrittenByName);

internal static class GetApplicationEndpoint
{
    public static void MapGetApplication(this IEndpointRouteBuilder applications) => applications
        .MapGet("/{id:guid}", Handle)
        .WithName("getJobApplication")
        .WithSummary("Open an application; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    // Without an ETag: how its mail stands changes by itself.
    private static Task<JobApplication> Handle(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetApplication(id), ct);
}

internal sealed class GetApplicationHandler(IDbSession db, ApplicationDesk desk, SensitiveFields sensitive, IOutbox outbox, IColleagues colleagues) : IRequestHandler<GetApplication, JobApplication>
{
    private const string SelectEvents = """
        select kind as Kind, happened_on as HappenedOn, note_cipher as Note, written_at as WrittenAt, written_by as WrittenBy
        from   beneficiaries_job_application_event
        where  application_id = @Id
        order by written_at desc, id desc
        """;

    public async Task<JobApplication> Handle(GetApplication request, CancellationToken cancellationToken)
    {
        var (seen, path, row) = await desk.ReadAsync(request.Id, cancellationToken);
        var (surname, name) = await desk.NameAsync(seen.BeneficiaryId, cancellationToken);
        var events = await db.QueryAsync<EventRow>(SelectEvents, new { request.Id }, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        OutboxState? mail = row.MailId is { } mailId && (await outbox.StatesAsync([mailId], cancellationToken)).TryGetValue(mailId, out var state) ? state : null;
        var details = desk.Open(row);
        return new(
            row.Id, row.Version, row.PathId, path.State is JobPathState.Open, seen.BeneficiaryId, $"{name} {surname}", row.OpeningKind, row.OpeningId, row.CompanyId, details.Employer, details.Place,
            details.Reference, details.Duty, row.Channel, row.State, mail, details.Email, details.Text, row.CvId, details.AttachAs, details.Portal, details.Note, row.Round, row.AppliedOn, row.AnswerDueOn,
            row.InterviewAt?.InItaly(), row.InterviewAt is { } at ? AppointmentDesk.Clock(at) : null, row.ClosedOn, row.Outcome,
            [.. events.Select(one => new JobNews(one.Kind, one.HappenedOn, sensitive.OpenText(one.Note), one.WrittenAt, names.GetValueOrDefault(one.WrittenBy)))]);
    }

    private sealed record EventRow(JobNewsKind Kind, DateOnly HappenedOn, string? Note, DateTimeOffset WrittenAt, Guid WrittenBy);
}
