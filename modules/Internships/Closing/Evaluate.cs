using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Closing.Skills;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Tutors;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Writes the evaluation of the educator, or that of the intern, given together.</summary>
internal sealed record Evaluate(Guid Id, EvaluationStage Stage, Evaluator Author, int Version, EvaluationSheet? Sheet) : ICommand;

/// <summary>Sends the host's tutor the link with which they evaluate. Sent again it is a reminder.</summary>
internal sealed record RequestEvaluation(Guid Id, EvaluationStage Stage, string? Email) : ICommand<SentTutorLink>;

/// <summary>Takes the link back.</summary>
internal sealed record RevokeEvaluationLink(Guid Id, EvaluationStage Stage) : ICommand;

/// <summary>Reads the evaluations with what is needed to write one.</summary>
internal sealed record GetEvaluations(Guid Id) : IQuery<InternshipEvaluations>;

/// <summary>The evaluations of an internship.</summary>
/// <param name="Items">Those that were given.</param>
/// <param name="Skills">The catalogue: what is offered, and what these evaluations named.</param>
/// <param name="Objectives">Of the project.</param>
/// <param name="Intermediate">The tutor and the link for the evaluation on the way.</param>
/// <param name="Final">The tutor and the link for the evaluation at the end.</param>
/// <param name="IntermediateFrom">The first day on which the one on the way is awaited; null of an internship so short that none is.</param>
/// <param name="FinalFrom">The first day on which the one at the end is taken.</param>
internal sealed record InternshipEvaluations(
    IReadOnlyList<ShownEvaluation> Items, IReadOnlyList<SkillName> Skills, IReadOnlyList<string> Objectives, TutorReach Intermediate, TutorReach Final, DateOnly? IntermediateFrom, DateOnly FinalFrom);

internal static class EvaluateEndpoint
{
    internal sealed record WrittenEvaluation(EvaluationSheet? Sheet);

    internal sealed record EvaluationRequest(string? Email = null);

    public static void MapEvaluate(this IEndpointRouteBuilder internships)
    {
        internships.MapGet("/{id:guid}/evaluations", Read).WithName("getEvaluations").WithSummary("Read the evaluations of an internship").RequireRight(InternshipsModule.Read);
        internships.MapPut("/{id:guid}/evaluations/{stage}/{author}", Write)
            .WithName("evaluateInternship").WithSummary("Write the evaluation of the educator or of the intern").RequireRight(InternshipsModule.Write);
        internships.MapPost("/{id:guid}/evaluations/{stage}/tutor-link", Send)
            .WithName("requestEvaluation").WithSummary("Send the host's tutor a link to evaluate, or remind them").RequireRight(InternshipsModule.Write);
        internships.MapDelete("/{id:guid}/evaluations/{stage}/tutor-link", Revoke)
            .WithName("revokeEvaluationLink").WithSummary("Take back the link to evaluate").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<InternshipEvaluations>> Read(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetEvaluations(id), ct));

    private static async Task<NoContent> Write(Guid id, string stage, string author, WrittenEvaluation body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new Evaluate(id, StageOf(stage), QueryCode.Read<Evaluator>(author, "author") ?? throw new NotFoundException("evaluation"), match.Version, body.Sheet), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SentTutorLink>> Send(Guid id, string stage, EvaluationRequest body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new RequestEvaluation(id, StageOf(stage), body.Email), ct));

    private static async Task<NoContent> Revoke(Guid id, string stage, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeEvaluationLink(id, StageOf(stage)), ct);
        return TypedResults.NoContent();
    }

    private static EvaluationStage StageOf(string stage) => QueryCode.Read<EvaluationStage>(stage, "stage") ?? throw new NotFoundException("evaluation");
}

internal sealed class EvaluateValidator : AbstractValidator<Evaluate>
{
    public EvaluateValidator()
    {
        RuleFor(evaluation => evaluation.Sheet).NotNull();
        RuleFor(evaluation => evaluation.Sheet!).SetValidator(new EvaluationSheetValidator()).When(evaluation => evaluation.Sheet is not null);
        RuleFor(evaluation => evaluation.Author).NotEqual(Evaluator.Tutor)
            .WithErrorCode("evaluation.of-the-tutor")
            .WithMessage(_ => new Words("La valutazione del tutor aziendale arriva dal suo link.", "The host's tutor evaluates through their link.").ToString());
    }
}

internal sealed class RequestEvaluationValidator : AbstractValidator<RequestEvaluation>
{
    public RequestEvaluationValidator() => RuleFor(request => request.Email).IsAnAddress();
}

internal sealed class EvaluateHandler(VisibleInternships internships, EvaluationBook book, SkillTable skills, TutorLinks links, IMediator mediator, IColleagues colleagues, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<Evaluate, Unit>, IRequestHandler<RequestEvaluation, SentTutorLink>, IRequestHandler<RevokeEvaluationLink, Unit>, IRequestHandler<GetEvaluations, InternshipEvaluations>
{
    public async Task<Unit> Handle(Evaluate request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        await book.WriteAsync(row, request.Stage, request.Author, request.Version, request.Sheet!, null, cancellationToken);
        Changed(row);
        return Unit.Value;
    }

    public async Task<SentTutorLink> Handle(RequestEvaluation request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is InternshipState.Proposed or InternshipState.Cancelled)
        {
            throw WrongState.Of(row.State);
        }

        EvaluationIsDue.Check(request.Stage, row.StartsOn, row.EndedOn ?? row.EndsOn, clock.Today());
        var known = await links.EmailAsync(row, cancellationToken);
        var email = TutorEmail.Or(request.Email, known);
        if (email != known)
        {
            await links.RememberAsync(row, email, cancellationToken);
        }

        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), cancellationToken)) is [var label, ..] ? label.Name : "";
        var sent = await links.SendAsync(
            row, TutorTask.Evaluation, request.Stage.Code(), email, new(forCase.DisplayName, company), ClosingMail.Evaluation, clock.GetUtcNow() + ClosingMail.Life, cancellationToken);
        Changed(row);
        return sent;
    }

    public async Task<Unit> Handle(RevokeEvaluationLink request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        await links.RevokeAsync(row, TutorTask.Evaluation, request.Stage.Code(), cancellationToken);
        Changed(row);
        return Unit.Value;
    }

    public async Task<InternshipEvaluations> Handle(GetEvaluations request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "evaluations");
        audit.Reads("beneficiary", row.BeneficiaryId, "internship-evaluations");
        var names = await colleagues.NamesAsync(cancellationToken);
        var given = await book.AllAsync(row.Id, names, cancellationToken);
        var lastDay = row.EndedOn ?? row.EndsOn;
        return new(
            given, (await skills.ReadAsync(cancellationToken)).Offered(given.SelectMany(one => one.Sheet.Skills).Select(skill => skill.Code).ToHashSet()), ProjectObjectives.Of(row.Objectives),
            await links.ReachAsync(row, TutorTask.Evaluation, EvaluationStage.Intermediate.Code(), cancellationToken),
            await links.ReachAsync(row, TutorTask.Evaluation, EvaluationStage.Final.Code(), cancellationToken),
            EvaluationIsAwaited.AsksHalfway(row.StartsOn, lastDay) ? EvaluationIsAwaited.From(EvaluationStage.Intermediate, row.StartsOn, lastDay) : null,
            EvaluationIsAwaited.From(EvaluationStage.Final, row.StartsOn, lastDay));
    }

    private void Changed(InternshipRow row)
    {
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
