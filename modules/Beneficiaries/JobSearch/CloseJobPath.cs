using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>Ends a path with its outcome; sessions still planned are called off.</summary>
internal sealed record CloseJobPath(Guid Id, int Version, DateOnly? ClosedOn, JobPathOutcome? Outcome, string? Note) : ICommand, IGoesOnWhileRestricted;

/// <summary>Opens a closed path again: it was closed by mistake, or the search goes on.</summary>
internal sealed record ReopenJobPath(Guid Id, int Version) : ICommand;

internal static class CloseJobPathEndpoint
{
    /// <summary>How it ended.</summary>
    internal sealed record JobPathClosingBody(DateOnly? ClosedOn, JobPathOutcome? Outcome, string? Note);

    public static void MapCloseJobPath(this IEndpointRouteBuilder paths)
    {
        paths.MapPost("/{id:guid}/closure", Close).WithName("closeJobSearchPath").WithSummary("End a path with its outcome").RequireRight(BeneficiariesModule.Write);
        paths.MapDelete("/{id:guid}/closure", Reopen).WithName("reopenJobSearchPath").WithSummary("Open a closed path again").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<NoContent> Close(Guid id, IfMatch match, JobPathClosingBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CloseJobPath(id, match.Version, body.ClosedOn, body.Outcome, body.Note), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Reopen(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReopenJobPath(id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CloseJobPathValidator : AbstractValidator<CloseJobPath>
{
    public CloseJobPathValidator(TimeProvider clock)
    {
        RuleFor(close => close.ClosedOn).NotNull().IsLikelyDay();
        RuleFor(close => close.ClosedOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("job-search.closed-in-future")
            .WithMessage(_ => new Words("La chiusura si registra quando è avvenuta: il giorno non può essere dopo oggi.", "An end is recorded once it happened: the day cannot be after today.").ToString());
        RuleFor(close => close.Outcome).NotNull().IsInEnum();
        RuleFor(close => close.Note).MaximumLength(2000);
        RuleFor(close => close.Note).NotEmpty().When(close => close.Outcome is JobPathOutcome.Interrupted or JobPathOutcome.Other);
    }
}

internal sealed class CloseJobPathHandler(IDbSession db, JobSearchDesk desk, SensitiveFields sensitive, TimeProvider clock) : IRequestHandler<CloseJobPath, Unit>, IRequestHandler<ReopenJobPath, Unit>
{
    private const string Update = """
        update beneficiaries_job_path
        set    state = 'closed', closed_on = @ClosedOn, outcome = @Outcome, closing_cipher = @Note, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'open'
        """;

    private const string CallOff = """
        update beneficiaries_job_session
        set    state = 'cancelled', changed_at = @Now, version = version + 1
        where  path_id = @Id and state = 'planned'
        """;

    private const string Reopen = """
        update beneficiaries_job_path
        set    state = 'open', closed_on = null, outcome = null, closing_cipher = null, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version and state = 'closed'
        """;

    public async Task<Unit> Handle(CloseJobPath request, CancellationToken cancellationToken)
    {
        var (seen, path) = await desk.ChangeAsync(request.Id, cancellationToken);
        if (request.ClosedOn < path.OpenedOn)
        {
            throw new FieldException("closedOn", "job-search.closed-before", new("La chiusura non può essere prima dell'inizio del percorso.", "The end cannot be before the beginning of the path."));
        }

        var args = new
        {
            request.Id, request.Version, request.ClosedOn, Outcome = request.Outcome!.Value.Code(), Note = sensitive.SealText(seen.BeneficiaryId, JobSearchDesk.Blank(request.Note)), Now = clock.GetUtcNow(),
        };
        if (await db.ExecuteAsync(Update, args, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(CallOff, args, cancellationToken);
        await desk.TouchAsync(seen.Id, request.ClosedOn!.Value, cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(ReopenJobPath request, CancellationToken cancellationToken)
    {
        var (seen, path) = await desk.EnterAsync(request.Id, "job-search-path", cancellationToken);
        await desk.OpenCaseAsync(seen.Id, cancellationToken);
        if (path.State is JobPathState.Open)
        {
            throw new RuleBrokenException("job-search-path.open", new("Questo percorso è già aperto.", "This path is open already."));
        }

        if (await db.ExecuteAsync(Reopen, new { request.Id, request.Version, Now = clock.GetUtcNow() }, cancellationToken, OpenJobPathHandler.OneAtATime) == 0)
        {
            throw new StaleVersionException();
        }

        desk.Changed(seen);
        return Unit.Value;
    }
}
