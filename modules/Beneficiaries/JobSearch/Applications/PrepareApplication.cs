using FluentValidation;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>Prepares an application by mail, or records one that was made otherwise. The same opening is never applied to twice by mistake.</summary>
internal sealed record PrepareApplication(Guid PathId, JobApplicationDraft Draft) : ICommand<PreparedApplication>;

internal sealed record PreparedApplication(Guid Id, JobApplicationState State);

/// <summary>Corrects an application that was not sent; the opening stays.</summary>
internal sealed record ChangeApplication(Guid Id, int Version, JobApplicationDraft Draft) : ICommand;

/// <summary>Throws an application away that was not sent.</summary>
internal sealed record DiscardApplication(Guid Id, int Version) : ICommand;

internal static class PrepareApplicationEndpoint
{
    /// <summary>The path and the application.</summary>
    internal sealed record JobApplicationBody(Guid PathId, JobApplicationDraft Application);

    public static void MapPrepareApplication(this IEndpointRouteBuilder applications)
    {
        applications.MapPost("/", Prepare).WithName("prepareJobApplication").WithSummary("Prepare an application by mail, or record one made otherwise").RequireRight(BeneficiariesModule.Write);
        applications.MapPut("/{id:guid}", Change).WithName("changeJobApplication").WithSummary("Correct an application that was not sent").RequireRight(BeneficiariesModule.Write);
        applications.MapDelete("/{id:guid}", Discard).WithName("discardJobApplication").WithSummary("Throw an application away that was not sent").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<Created<PreparedApplication>> Prepare(JobApplicationBody body, IMediator mediator, CancellationToken ct)
    {
        var prepared = await mediator.Send(new PrepareApplication(body.PathId, body.Application), ct);
        return TypedResults.Created($"/api/v1/job-applications/{prepared.Id}", prepared);
    }

    private static async Task<NoContent> Change(Guid id, IfMatch match, JobApplicationDraft body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeApplication(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Discard(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DiscardApplication(id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class JobApplicationDraftValidator : AbstractValidator<JobApplicationDraft>
{
    public JobApplicationDraftValidator(TimeProvider clock)
    {
        RuleFor(draft => draft.Opening).NotNull().IsInEnum();
        RuleFor(draft => draft.OpeningId).NotNull().When(draft => draft.Opening is not null and not JobOpeningKind.Other);
        RuleFor(draft => draft.Employer).NotEmpty().When(draft => draft.Opening is JobOpeningKind.Other);
        RuleFor(draft => draft.Employer).MaximumLength(200);
        RuleFor(draft => draft.Reference).MaximumLength(200);
        RuleFor(draft => draft.Duty).NotEmpty().MaximumLength(120);
        RuleFor(draft => draft.Duty).Must(OneLine.Holds).WithErrorCode("job-application.duty-line")
            .WithMessage(_ => new Words("La mansione sta su una riga, perché va nell'oggetto del messaggio: togliere gli a capo e gli altri caratteri invisibili.", "The duty is one line, because it goes into the subject of the mail: take out line breaks and other invisible characters.").ToString());
        RuleFor(draft => draft.Channel).NotNull().IsInEnum();
        RuleFor(draft => draft.Portal).MaximumLength(300);
        RuleFor(draft => draft.Note).MaximumLength(2000);
        RuleFor(draft => draft.AttachAs).IsInEnum();
        When(draft => draft.Channel is JobChannel.Email, () =>
        {
            RuleFor(draft => draft.Email).NotEmpty();
            RuleFor(draft => draft.Email).Must(address => string.IsNullOrEmpty(address) || Shared.Mail.Mailbox.IsAddress(address.Trim())).WithErrorCode("email.form")
                .WithMessage(_ => new Words("Questo indirizzo e-mail non è scritto bene.", "This e-mail address is not well written.").ToString());
            RuleFor(draft => draft.Text).NotEmpty().MaximumLength(4000);
            RuleFor(draft => draft.CvId).NotNull();
        });
        When(draft => draft.Channel is not null and not JobChannel.Email, () =>
        {
            RuleFor(draft => draft.AppliedOn).NotNull();
            RuleFor(draft => draft.AppliedOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("job-application.in-future")
                .WithMessage(_ => new Words("Si registra una candidatura già fatta: il giorno non può essere dopo oggi.", "An application that was made is recorded: the day cannot be after today.").ToString());
        });
        RuleFor(draft => draft.AppliedOn).IsLikelyDay();
        RuleFor(draft => draft.AnswerDueOn).Must(day => day is null || (day > clock.Today().AddYears(-1) && day < clock.Today().AddYears(1))).WithErrorCode("appointment.far")
            .WithMessage(_ => new Words("La data è troppo lontana: controllare l'anno.", "The date is too far away: check the year.").ToString());
    }
}

internal sealed class PrepareApplicationValidator(TimeProvider clock) : Carries<PrepareApplication, JobApplicationDraft>(command => command.Draft, new JobApplicationDraftValidator(clock));

internal sealed class ChangeApplicationValidator(TimeProvider clock) : Carries<ChangeApplication, JobApplicationDraft>(command => command.Draft, new JobApplicationDraftValidator(clock));

internal sealed class PrepareApplicationHandler(
    IDbSession db, JobSearchDesk paths, ApplicationDesk desk, SensitiveFields sensitive, BeneficiariesOptions options, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<PrepareApplication, PreparedApplication>, IRequestHandler<ChangeApplication, Unit>, IRequestHandler<DiscardApplication, Unit>
{
    private const string SelectBefore = """
        select coalesce(max(round), 0) as Round, max(coalesce(applied_on, @Today)) as LastOn
        from   beneficiaries_job_application
        where  beneficiary_id = @PersonId and opening_key = @Key
        """;

    private const string Insert = """
        insert into beneficiaries_job_application (
            id, version, path_id, beneficiary_id, opening_kind, opening_id, company_id, opening_key, round, channel, state, cv_id, mail_id, applied_on, answer_due_on, interview_at, closed_on, outcome,
            details_cipher, created_at, created_by, changed_at)
        values (
            @Id, 1, @PathId, @PersonId, @OpeningKind, @OpeningId, @CompanyId, @Key, @Round, @Channel, @State, @CvId, null, @AppliedOn, @AnswerDueOn, null, null, null,
            @Details, @Now, @Me, @Now)
        """;

    private const string Update = """
        update beneficiaries_job_application
        set    cv_id = @CvId, details_cipher = @Details, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'draft'
        """;

    private const string Delete = "delete from beneficiaries_job_application where id = @Id and version = @Version and state = 'draft'";

    public async Task<PreparedApplication> Handle(PrepareApplication request, CancellationToken cancellationToken)
    {
        var draft = request.Draft;
        var (seen, path) = await paths.ChangeAsync(request.PathId, cancellationToken);
        await desk.DemandConsentAsync(seen.BeneficiaryId, cancellationToken);
        if (draft.Channel is not JobChannel.Email && draft.AppliedOn < path.OpenedOn)
        {
            throw new FieldException("appliedOn", "job-application.before-path", new Words(
                "Il percorso di ricerca è cominciato il {0:dd/MM/yyyy}: la candidatura è da quel giorno in poi.", "The job search began on {0:dd/MM/yyyy}: the application is on that day or later.").With(path.OpenedOn));
        }

        var opening = await desk.OpeningAsync(draft, cancellationToken);
        ApplicationDesk.CheckContact(opening, draft.Channel!.Value);
        await CheckTextAsync(seen.BeneficiaryId, draft, cancellationToken);
        var today = clock.Today();
        var before = (await db.FindAsync<BeforeRow>(SelectBefore, new { PersonId = seen.BeneficiaryId, opening.Key, Today = today }, cancellationToken))!;
        if (before.Round > 0)
        {
            CheckAgain(draft.Again, before.LastOn!.Value, today);
        }

        var now = clock.GetUtcNow();
        var byMail = draft.Channel is JobChannel.Email;
        var prepared = new PreparedApplication(Guid.CreateVersion7(now), byMail ? JobApplicationState.Draft : JobApplicationState.Sent);
        var args = new
        {
            prepared.Id, request.PathId, PersonId = seen.BeneficiaryId, OpeningKind = draft.Opening!.Value.Code(), OpeningId = draft.Opening is JobOpeningKind.Other ? null : draft.OpeningId, opening.CompanyId,
            opening.Key, Round = before.Round + 1, Channel = draft.Channel.Value.Code(), State = prepared.State.Code(), draft.CvId, AppliedOn = byMail ? null : draft.AppliedOn,
            AnswerDueOn = byMail ? draft.AnswerDueOn : draft.AnswerDueOn ?? draft.AppliedOn!.Value.AddDays(options.ApplicationAnswerDays), Details = Seal(seen.BeneficiaryId, draft, opening.Employer, opening.Place),
            Now = now, Me = user.Id,
        };
        await db.ExecuteAsync(Insert, args, cancellationToken, AlreadySent);
        if (!byMail)
        {
            await desk.TellAsync(prepared.Id, seen.BeneficiaryId, JobNewsKind.Sent, draft.AppliedOn!.Value, null, cancellationToken);
            await paths.TouchAsync(path.CaseId, draft.AppliedOn.Value, cancellationToken);
        }

        return prepared;
    }

    public async Task<Unit> Handle(ChangeApplication request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.Id, cancellationToken);
        CheckDraft(row.State);
        await CheckTextAsync(seen.BeneficiaryId, request.Draft, cancellationToken);
        var kept = desk.Open(row);
        var args = new { request.Id, request.Version, request.Draft.CvId, Details = Seal(seen.BeneficiaryId, request.Draft, kept.Employer, kept.Place) , Now = clock.GetUtcNow() };
        if (await db.ExecuteAsync(Update, args, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    public async Task<Unit> Handle(DiscardApplication request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.Id, cancellationToken);
        CheckDraft(row.State);
        if (await db.ExecuteAsync(Delete, request, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    public static ConflictException AlreadySent() => new("job-application.already-sent", new(
        "Per questa persona c'è già una candidatura a questa opportunità, inviata o in preparazione: aprirla dall'elenco.",
        "There is an application of this person to this opening already, sent or being prepared: open it from the list."));

    private void CheckAgain(bool again, DateOnly lastOn, DateOnly today)
    {
        if (!again)
        {
            throw AlreadySent();
        }

        if (lastOn.AddMonths(options.ApplicationAgainMonths) > today)
        {
            throw new ConflictException("job-application.too-soon", new Words(
                "Ci si può ricandidare qui dopo {0} mesi dall'ultima candidatura.", "One can apply here again {0} months after the last application.").With(options.ApplicationAgainMonths));
        }
    }

    private static void CheckDraft(JobApplicationState state)
    {
        if (state is not JobApplicationState.Draft)
        {
            throw new RuleBrokenException("job-application.sent", new("Questa candidatura è già partita e resta com'è.", "This application has gone out already and stays as it is."));
        }
    }

    private async Task CheckTextAsync(Guid personId, JobApplicationDraft draft, CancellationToken ct)
    {
        var (surname, name) = await desk.NameAsync(personId, ct);
        SubjectNamesNobody.Check(draft.Duty!, surname, name);
        if (draft.Channel is JobChannel.Email)
        {
            NothingOfHealthOrPenalFacts.Check("text", draft.Text);
        }

        await desk.CheckCvAsync(personId, draft.CvId, ct);
    }

    private string Seal(Guid personId, JobApplicationDraft draft, string employer, string? place) => sensitive.Seal(personId, new JobApplicationDetails(
        employer, place, JobSearchDesk.Blank(draft.Reference), draft.Duty!.Trim(), JobSearchDesk.Blank(draft.Email), JobSearchDesk.Blank(draft.Text),
        draft.Channel is JobChannel.Email ? draft.AttachAs ?? Curricula.CvFormat.Pdf : null, JobSearchDesk.Blank(draft.Portal), JobSearchDesk.Blank(draft.Note)))!;

    private sealed record BeforeRow(int Round, DateOnly? LastOn);
}
