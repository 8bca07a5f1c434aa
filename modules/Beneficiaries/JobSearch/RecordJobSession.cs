using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>Says how a session went: held, missed by the person, or called off; and how long it really was.</summary>
internal sealed record RecordJobSession(Guid PathId, Guid Id, int Version, JobSessionState? Outcome, int? Minutes, string? Note) : ICommand;

/// <summary>Takes a recorded outcome back: it was a mistake.</summary>
internal sealed record TakeBackJobSession(Guid PathId, Guid Id, int Version) : ICommand;

internal static class RecordJobSessionEndpoint
{
    /// <summary>How it went.</summary>
    internal sealed record JobSessionOutcomeBody(JobSessionState? Outcome, int? Minutes, string? Note);

    public static void MapRecordJobSession(this IEndpointRouteBuilder paths)
    {
        paths.MapPost("/{id:guid}/sessions/{sessionId:guid}/outcome", Record).WithName("recordJobSession").WithSummary("Say how a session of a job search went").RequireRight(BeneficiariesModule.Write);
        paths.MapDelete("/{id:guid}/sessions/{sessionId:guid}/outcome", TakeBack).WithName("takeBackJobSession").WithSummary("Take the outcome of a session back").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<NoContent> Record(Guid id, Guid sessionId, IfMatch match, JobSessionOutcomeBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordJobSession(id, sessionId, match.Version, body.Outcome, body.Minutes, body.Note), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBack(Guid id, Guid sessionId, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TakeBackJobSession(id, sessionId, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordJobSessionValidator : AbstractValidator<RecordJobSession>
{
    public RecordJobSessionValidator()
    {
        RuleFor(record => record.Outcome).NotNull().IsInEnum();
        RuleFor(record => record.Outcome).Must(outcome => outcome is not JobSessionState.Planned).WithErrorCode("job-session.outcome")
            .WithMessage(_ => new Words("Scegliere com'è andata: svolto, persona assente o annullato.", "Choose how it went: held, missed or cancelled.").ToString());
        RuleFor(record => record.Minutes).InclusiveBetween(5, 480);
        RuleFor(record => record.Note).MaximumLength(2000);
    }
}

internal sealed class RecordJobSessionHandler(IDbSession db, JobSearchDesk desk, SensitiveFields sensitive, TimeProvider clock)
    : IRequestHandler<RecordJobSession, Unit>, IRequestHandler<TakeBackJobSession, Unit>
{
    private const string Update = """
        update beneficiaries_job_session
        set    state = @State, minutes = @Minutes, details_cipher = @Details, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<Unit> Handle(RecordJobSession request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ChangeAsync(request.PathId, cancellationToken);
        var kept = await desk.SessionAsync(request.PathId, request.Id, cancellationToken);
        var outcome = request.Outcome!.Value;
        JobSessionIsPlanned.CheckOutcome(kept.State, outcome, kept.StartsAt, clock.GetUtcNow());
        await WriteAsync(seen, kept, request.Version, outcome, outcome is JobSessionState.Held ? request.Minutes : null, JobSearchDesk.Blank(request.Note), cancellationToken);
        if (outcome is JobSessionState.Held)
        {
            await desk.TouchAsync(seen.Id, kept.StartsAt.InItaly(), cancellationToken);
        }

        return Unit.Value;
    }

    public async Task<Unit> Handle(TakeBackJobSession request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ChangeAsync(request.PathId, cancellationToken);
        var kept = await desk.SessionAsync(request.PathId, request.Id, cancellationToken);
        JobSessionIsPlanned.CheckTakingBack(kept.State);
        await WriteAsync(seen, kept, request.Version, JobSessionState.Planned, null, null, cancellationToken);
        return Unit.Value;
    }

    private async Task WriteAsync(SeenCase seen, JobSessionRow kept, int version, JobSessionState state, int? minutes, string? note, CancellationToken ct)
    {
        var details = sensitive.Open<JobSessionDetails>(kept.Details)! with { OutcomeNote = note };
        var args = new { kept.Id, Version = version, State = state.Code(), Minutes = minutes ?? kept.Minutes, Details = sensitive.Seal(seen.BeneficiaryId, details), Now = clock.GetUtcNow() };
        if (await db.ExecuteAsync(Update, args, ct) == 0)
        {
            throw new StaleVersionException();
        }
    }
}
