using InclusionPlatform.Beneficiaries.JobSearch.Curricula;
using InclusionPlatform.Beneficiaries.JobSearch.Mailboxes;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>The mail as it will go out.</summary>
internal sealed record PreviewApplication(Guid Id) : IQuery<ApplicationPreview>;

/// <summary>A mail to be looked at before it goes out.</summary>
/// <param name="From">Sender of the mail.</param>
/// <param name="ReplyTo">Where answers go; null if to the sender.</param>
/// <param name="To">Where the mail goes.</param>
/// <param name="Subject">Subject of the mail.</param>
/// <param name="Text">Text of the mail.</param>
/// <param name="Attachment">Name of the file that goes with it.</param>
/// <param name="CvNumber">Number of the version of the curriculum that is attached.</param>
internal sealed record ApplicationPreview(string From, string? ReplyTo, string To, string Subject, string Text, string Attachment, Guid PathId, Guid CvId, int CvNumber);

/// <summary>Sends a prepared application, once. The curriculum comes as a file, made before: the transaction does not wait for the printer.</summary>
internal sealed record SendApplication(Guid Id, int Version, DocumentContent Curriculum) : ICommand<SentApplication>;

internal sealed record SentApplication(Guid Id, DateOnly AnswerDueOn);

internal static class SendApplicationEndpoint
{
    public static void MapSendApplication(this IEndpointRouteBuilder applications)
    {
        applications.MapGet("/{id:guid}/preview", Preview).WithName("previewJobApplication").WithSummary("Read a prepared application as it will go out").RequireRight(BeneficiariesModule.Write);
        applications.MapPost("/{id:guid}/sending", Send).WithName("sendJobApplication").WithSummary("Send a prepared application by mail, with the curriculum").RequireRight(BeneficiariesModule.Write);
    }

    private static Task<ApplicationPreview> Preview(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new PreviewApplication(id), ct);

    private static async Task<Ok<SentApplication>> Send(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        var curriculum = await mediator.Send(new PrintApplicationCv(id), ct);
        return TypedResults.Ok(await mediator.Send(new SendApplication(id, match.Version, curriculum), ct));
    }
}

/// <summary>The file that goes with an application.</summary>
internal sealed record PrintApplicationCv(Guid Id) : IQuery<DocumentContent>;

internal sealed class SendApplicationHandler(
    IDbSession db, IMediator mediator, JobSearchDesk paths, ApplicationDesk desk, MailboxDesk mailboxes, IOutbox outbox, IOptions<MailOptions> mail, IOptions<ServiceOptions> service, BeneficiariesOptions options,
    TimeProvider clock)
    : IRequestHandler<PreviewApplication, ApplicationPreview>, IRequestHandler<PrintApplicationCv, DocumentContent>, IRequestHandler<SendApplication, SentApplication>
{
    private const string SelectNumber = "select number from beneficiaries_job_cv where id = @Id";

    private const string Claim = """
        update beneficiaries_job_application
        set    state = 'sent', mail_id = @MailId, applied_on = @Today, answer_due_on = @AnswerDueOn, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'draft'
        """;

    public async Task<ApplicationPreview> Handle(PreviewApplication request, CancellationToken cancellationToken)
    {
        var (_, _, row) = await desk.ReadAsync(request.Id, cancellationToken);
        CheckDraft(row.State);
        var letter = await LetterAsync(row, cancellationToken);
        return new(
            letter.From.Address, letter.ReplyTo?.Address, letter.To.Address, letter.Subject, letter.TextBody, FileOf(desk.Open(row)), row.PathId, row.CvId!.Value,
            await db.ScalarAsync<int>(SelectNumber, new { Id = row.CvId }, cancellationToken));
    }

    public async Task<DocumentContent> Handle(PrintApplicationCv request, CancellationToken cancellationToken)
    {
        var (_, _, row) = await desk.ReadAsync(request.Id, cancellationToken);
        CheckDraft(row.State);
        return await mediator.Send(new PrintCv(row.PathId, row.CvId!.Value, desk.Open(row).AttachAs ?? CvFormat.Pdf), cancellationToken);
    }

    public async Task<SentApplication> Handle(SendApplication request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.Id, cancellationToken);
        CheckDraft(row.State);
        await desk.DemandConsentAsync(seen.BeneficiaryId, cancellationToken);
        var details = desk.Open(row);
        if (row.CompanyId is not null)
        {
            // What the company asked for may have changed since the draft was written.
            var opening = await desk.OpeningAsync(new(row.OpeningKind, row.OpeningId, details.Employer, details.Reference, details.Duty, row.Channel, null, null, null, null, null, null, null, null, false), cancellationToken);
            ApplicationDesk.CheckContact(opening, row.Channel);
        }

        var letter = await LetterAsync(row, cancellationToken) with { Attachments = [new MailAttachment(FileOf(details), request.Curriculum.ContentType, request.Curriculum.Content)] };
        var today = clock.Today();
        var due = row.AnswerDueOn > today ? row.AnswerDueOn.Value : today.AddDays(options.ApplicationAnswerDays);
        var mailId = await outbox.EnqueueForAsync(seen.BeneficiaryId, letter, cancellationToken);
        if (await db.ExecuteAsync(Claim, new { request.Id, request.Version, MailId = mailId, Today = today, AnswerDueOn = due, Now = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await desk.TellAsync(request.Id, seen.BeneficiaryId, JobNewsKind.Sent, today, null, cancellationToken);
        await paths.TouchAsync(seen.Id, today, cancellationToken);
        return new(request.Id, due);
    }

    private static void CheckDraft(JobApplicationState state)
    {
        if (state is not JobApplicationState.Draft)
        {
            throw PrepareApplicationHandler.AlreadySent();
        }
    }

    private static string FileOf(JobApplicationDetails details) => details.AttachAs is CvFormat.Docx ? "curriculum.docx" : "curriculum.pdf";

    /// <summary>From the service, which is who really sends; answers go to the mailbox made for the person. Nobody is named in the subject.</summary>
    private async Task<OutgoingMail> LetterAsync(JobApplicationRow row, CancellationToken ct)
    {
        var details = desk.Open(row);
        var from = mail.Value.From.ToMailbox();
        var mailbox = await mailboxes.FindAsync(row.BeneficiaryId, ct);
        return new()
        {
            From = new(from.Address, service.Value.ServiceName),
            ReplyTo = mailbox is null ? null : new(mailbox.Details.Address),
            To = new(details.Email!),
            Subject = new Words("Candidatura – {0}", "Application – {0}").With(OneLine.Of(details.Duty)).ToString(),
            TextBody = details.Text!,
            MessageId = $"application-{row.Id:N}@{from.Address.Split('@')[^1].ToLowerInvariant()}",
            Date = clock.GetUtcNow(),
        };
    }
}
