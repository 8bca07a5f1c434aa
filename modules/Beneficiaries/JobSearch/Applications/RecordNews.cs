using System.Globalization;
using FluentValidation;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch.Applications;

/// <summary>Records what was heard of an application: an answer, a reminder, an interview, how it ended.</summary>
internal sealed record RecordNews(Guid Id, int Version, JobNewsKind? Kind, DateOnly? On, DateOnly? InterviewOn, string? InterviewAt, DateOnly? AnswerDueOn, string? Note) : ICommand;

internal static class RecordNewsEndpoint
{
    /// <summary>What happened.</summary>
    /// <param name="InterviewAt">Time of the interview in Italy, as HH:mm; of news of an interview only.</param>
    internal sealed record JobNewsBody(JobNewsKind? Kind, DateOnly? On, DateOnly? InterviewOn, string? InterviewAt, DateOnly? AnswerDueOn, string? Note);

    public static void MapRecordNews(this IEndpointRouteBuilder applications) => applications
        .MapPost("/{id:guid}/news", Handle)
        .WithName("recordJobNews")
        .WithSummary("Record an answer, a reminder, an interview or the end of an application")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IfMatch match, JobNewsBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordNews(id, match.Version, body.Kind, body.On, body.InterviewOn, body.InterviewAt, body.AnswerDueOn, body.Note), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordNewsValidator : AbstractValidator<RecordNews>
{
    public RecordNewsValidator(TimeProvider clock)
    {
        RuleFor(news => news.Kind).NotNull().IsInEnum();
        RuleFor(news => news.On).NotNull().IsLikelyDay();
        RuleFor(news => news.On).Must(day => day is null || day <= clock.Today()).WithErrorCode("job-application.in-future")
            .WithMessage(_ => new Words("Si registra ciò che è avvenuto: il giorno non può essere dopo oggi.", "What happened is recorded: the day cannot be after today.").ToString());
        When(news => news.Kind is JobNewsKind.InterviewPlanned, () =>
        {
            RuleFor(news => news.InterviewOn).NotNull();
            RuleFor(news => news.InterviewAt).NotEmpty();
            RuleFor(news => news.InterviewAt).Matches("^([01][0-9]|2[0-3]):[0-5][0-9]$").When(news => !string.IsNullOrEmpty(news.InterviewAt)).WithErrorCode("appointment.time")
                .WithMessage(_ => new Words("L'ora si scrive come 09:30.", "Write the time as 09:30.").ToString());
        });
        RuleFor(news => news.InterviewOn).IsLikelyDay();
        RuleFor(news => news.AnswerDueOn).Must(day => day is null || (day >= clock.Today() && day < clock.Today().AddYears(1))).WithErrorCode("job-application.answer-past")
            .WithMessage(_ => new Words("La risposta si aspetta da oggi in poi.", "An answer is awaited from today on.").ToString());
        RuleFor(news => news.Note).MaximumLength(2000);
    }
}

internal sealed class RecordNewsHandler(IDbSession db, JobSearchDesk paths, ApplicationDesk desk, BeneficiariesOptions options, TimeProvider clock) : IRequestHandler<RecordNews, Unit>
{
    private const string Update = """
        update beneficiaries_job_application
        set    state = @State, answer_due_on = @AnswerDueOn, interview_at = @InterviewAt, closed_on = @ClosedOn, outcome = @Outcome, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<Unit> Handle(RecordNews request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.Id, cancellationToken);
        var (kind, on) = (request.Kind!.Value, request.On!.Value);
        var state = NewsFits.After(row.State, kind);
        if (on < row.AppliedOn)
        {
            throw new FieldException("on", "job-application.before-sent", new("Le novità non possono essere prima della candidatura.", "News cannot be before the application."));
        }

        var outcome = NewsFits.OutcomeOf(kind);
        var args = new
        {
            request.Id, request.Version, State = state.Code(), Outcome = outcome?.Code(), ClosedOn = outcome is null ? (DateOnly?)null : on, Now = clock.GetUtcNow(),
            AnswerDueOn = state is JobApplicationState.Sent or JobApplicationState.Answered ? request.AnswerDueOn ?? clock.Today().AddDays(options.ApplicationAnswerDays) : row.AnswerDueOn,
            InterviewAt = kind is JobNewsKind.InterviewPlanned
                ? request.InterviewOn!.Value.AtInItaly(TimeOnly.ParseExact(request.InterviewAt!, "HH:mm", CultureInfo.InvariantCulture))
                : row.InterviewAt,
        };
        if (await db.ExecuteAsync(Update, args, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await desk.TellAsync(request.Id, seen.BeneficiaryId, kind, on, request.Note, cancellationToken);
        await paths.TouchAsync(seen.Id, on, cancellationToken);
        return Unit.Value;
    }
}
