using FluentValidation;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Tutors;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Reads what a link asks to evaluate, or to answer. Opening it changes nothing.</summary>
internal sealed record ReadTutorTask(TutorTask Task, string? Code) : IQuery<TutorQuestion>;

/// <summary>The tutor evaluates: once, with their name.</summary>
internal sealed record EvaluateByLink(string? Code, string? Name, EvaluationSheet? Sheet) : ICommand;

/// <summary>The tutor says whether the person was hired.</summary>
internal sealed record AnswerHiringByLink(string? Code, string? Name, HiringAnswer? Answer, JobContract? Contract, DateOnly? HiredOn, DateOnly? UntilOn) : ICommand;

/// <summary>What the tutor sees: the intern as in their own firm, and the question.</summary>
internal sealed record TutorQuestion(
    string PersonName, string CompanyName, string ServiceName, DateOnly StartsOn, DateOnly EndsOn, EvaluationStage? Stage, IReadOnlyList<SkillName> Skills, IReadOnlyList<string> Objectives);

internal static class EvaluateByLinkEndpoint
{
    private const string StrictRateLimit = "sign-in";

    /// <param name="Code">The secret of the link.</param>
    internal sealed record TutorTaskCode(string? Code);

    /// <param name="Code">The secret of the link.</param>
    /// <param name="Name">Name and surname, typed as a signature.</param>
    internal sealed record TutorEvaluation(string? Code, string? Name, EvaluationSheet? Sheet);

    /// <param name="Code">The secret of the link.</param>
    /// <param name="Name">Name and surname, typed as a signature.</param>
    internal sealed record TutorHiring(string? Code, string? Name, HiringAnswer? Answer, JobContract? Contract, DateOnly? HiredOn, DateOnly? UntilOn);

    public static void MapEvaluateByLink(this IEndpointRouteBuilder api)
    {
        var evaluations = api.MapGroup("/public/tutor-evaluations").WithTags("Internships").AllowAnonymous().RequireRateLimiting(StrictRateLimit);
        evaluations.MapPost("/question", ReadEvaluation).WithName("readTutorEvaluation").WithSummary("Read what a tutor's link asks to evaluate");
        evaluations.MapPost("/", Evaluate).WithName("evaluateByLink").WithSummary("Evaluate an internship through the tutor's link");
        var hirings = api.MapGroup("/public/tutor-hirings").WithTags("Internships").AllowAnonymous().RequireRateLimiting(StrictRateLimit);
        hirings.MapPost("/question", ReadHiring).WithName("readTutorHiring").WithSummary("Read which hiring a tutor's link asks about");
        hirings.MapPost("/", Answer).WithName("answerHiringByLink").WithSummary("Say through the tutor's link whether the person was hired");
    }

    private static async Task<Ok<TutorQuestion>> ReadEvaluation(TutorTaskCode body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ReadTutorTask(TutorTask.Evaluation, body.Code), ct));

    private static async Task<Ok<TutorQuestion>> ReadHiring(TutorTaskCode body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ReadTutorTask(TutorTask.Hiring, body.Code), ct));

    private static async Task<NoContent> Evaluate(TutorEvaluation body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EvaluateByLink(body.Code, body.Name, body.Sheet), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Answer(TutorHiring body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AnswerHiringByLink(body.Code, body.Name, body.Answer, body.Contract, body.HiredOn, body.UntilOn), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class EvaluateByLinkValidator : AbstractValidator<EvaluateByLink>
{
    public EvaluateByLinkValidator()
    {
        RuleFor(evaluation => evaluation.Name).NotEmpty().MaximumLength(120);
        RuleFor(evaluation => evaluation.Sheet).NotNull();
        RuleFor(evaluation => evaluation.Sheet!).SetValidator(new EvaluationSheetValidator()).When(evaluation => evaluation.Sheet is not null);
    }
}

internal sealed class AnswerHiringByLinkValidator : AbstractValidator<AnswerHiringByLink>
{
    public AnswerHiringByLinkValidator()
    {
        RuleFor(answer => answer.Name).NotEmpty().MaximumLength(120);
        RuleFor(answer => answer.Answer).NotNull();
        RuleFor(answer => answer.Contract).NotNull().When(answer => answer.Answer is HiringAnswer.Hired);
        RuleFor(answer => answer.HiredOn).NotNull().When(answer => answer.Answer is HiringAnswer.Hired);
    }
}

internal sealed class EvaluateByLinkHandler(TutorLinks links, EvaluationBook book, Skills.SkillTable skills, HiringBook hirings, Links.LinkMail mail, INotifications notifications, IAuditTrail audit)
    : IRequestHandler<ReadTutorTask, TutorQuestion>, IRequestHandler<EvaluateByLink, Unit>, IRequestHandler<AnswerHiringByLink, Unit>
{
    public async Task<TutorQuestion> Handle(ReadTutorTask request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(request.Task, request.Code, cancellationToken);
        audit.Reads("internship", link.Row.Id, "tutor-link");
        audit.Reads("beneficiary", link.Row.BeneficiaryId, "tutor-link");
        var evaluates = request.Task is TutorTask.Evaluation;
        return new(
            link.Shown.PersonName, link.Shown.CompanyName, mail.ServiceName, link.Row.StartsOn, link.Row.EndedOn ?? link.Row.EndsOn, evaluates ? StageOf(link) : null,
            evaluates ? (await skills.ReadAsync(cancellationToken)).Offered() : [], evaluates ? ProjectObjectives.Of(link.Row.Objectives) : []);
    }

    public async Task<Unit> Handle(EvaluateByLink request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(TutorTask.Evaluation, request.Code, cancellationToken);
        var stage = StageOf(link);
        var known = (await book.AllAsync(link.Row.Id, new Dictionary<Guid, string>(), cancellationToken)).FirstOrDefault(one => one.Stage == stage && one.Author is Evaluator.Tutor);
        await book.WriteAsync(link.Row, stage, Evaluator.Tutor, known?.Version ?? 0, request.Sheet!, request.Name!.Trim(), cancellationToken);
        await links.UseAsync(link, request.Code, cancellationToken);
        Changed(link);
        await notifications.NotifyAsync([link.Row.PromoterTutorId], "internship.evaluated", link.Shown.CompanyName, $"/internships/{link.Row.Id}", cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(AnswerHiringByLink request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(TutorTask.Hiring, request.Code, cancellationToken);
        await hirings.WriteAsync(link.Row, null, new(request.Answer!.Value, request.Contract, request.HiredOn, request.UntilOn, null, null), HiringSource.Tutor, cancellationToken);
        await links.UseAsync(link, request.Code, cancellationToken);
        Changed(link);
        await notifications.NotifyAsync([link.Row.PromoterTutorId], "internship.hiring-told", link.Shown.CompanyName, $"/internships/{link.Row.Id}", cancellationToken);
        return Unit.Value;
    }

    private static EvaluationStage StageOf(OpenedLink link) => Enum.Parse<EvaluationStage>(link.Subject, ignoreCase: true);

    private void Changed(OpenedLink link)
    {
        audit.Changes("internship", link.Row.Id);
        audit.Changes("beneficiary", link.Row.BeneficiaryId);
    }
}
