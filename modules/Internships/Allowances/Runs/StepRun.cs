using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>What is done to an open list.</summary>
internal enum RunStep
{
    ReckonAgain,
    Submit,
    GiveBack,
    Approve,
    ThrowAway,
}

/// <summary>Takes a list one step on; each step is all or nothing.</summary>
internal sealed record StepRun(Guid Id, int Version, RunStep Step, DateOnly? ExecuteOn = null) : ICommand;

internal static class StepRunEndpoints
{
    internal sealed record RunApproval(DateOnly? ExecuteOn);

    public static void MapStepRun(this IEndpointRouteBuilder runs)
    {
        runs.MapPost("/{id:guid}/recomputation", ReckonAgain).WithName("recomputeAllowanceRun").WithSummary("Reckon an open pay list again").RequireRight(InternshipsModule.Pay);
        runs.MapPost("/{id:guid}/submission", Submit).WithName("submitAllowanceRun").WithSummary("Hand a checked pay list over to who approves it").RequireRight(InternshipsModule.Pay);
        runs.MapPost("/{id:guid}/rejection", GiveBack).WithName("rejectAllowanceRun").WithSummary("Give a pay list back to who prepared it").RequireRight(InternshipsModule.Pay);
        runs.MapPost("/{id:guid}/approval", Approve).WithName("approveAllowanceRun").WithSummary("Approve and freeze a pay list; who prepared it cannot").RequireRight(InternshipsModule.Pay);
        runs.MapDelete("/{id:guid}", ThrowAway).WithName("deleteAllowanceRun").WithSummary("Throw an open pay list away").RequireRight(InternshipsModule.Pay);
    }

    private static Task<NoContent> ReckonAgain(Guid id, IfMatch match, IMediator mediator, CancellationToken ct) => SendAsync(new(id, match.Version, RunStep.ReckonAgain), mediator, ct);

    private static Task<NoContent> Submit(Guid id, IfMatch match, IMediator mediator, CancellationToken ct) => SendAsync(new(id, match.Version, RunStep.Submit), mediator, ct);

    private static Task<NoContent> GiveBack(Guid id, IfMatch match, IMediator mediator, CancellationToken ct) => SendAsync(new(id, match.Version, RunStep.GiveBack), mediator, ct);

    private static Task<NoContent> Approve(Guid id, RunApproval body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        SendAsync(new(id, match.Version, RunStep.Approve, body.ExecuteOn), mediator, ct);

    private static Task<NoContent> ThrowAway(Guid id, IfMatch match, IMediator mediator, CancellationToken ct) => SendAsync(new(id, match.Version, RunStep.ThrowAway), mediator, ct);

    private static async Task<NoContent> SendAsync(StepRun step, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(step, ct);
        return TypedResults.NoContent();
    }
}

internal sealed class StepRunHandler(IDbSession db, RunBook book, IAuditTrail audit) : IRequestHandler<StepRun, Unit>
{
    private const string CountProblems = "select count(*) from internships_allowance_payment where run_id = @Id and problem is not null";

    public async Task<Unit> Handle(StepRun request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.Id, cancellationToken);
        audit.Changes("allowance-run", run.Id);
        if (request.Step is not RunStep.ThrowAway)
        {
            RunBook.DemandOpen(run);
        }

        RunBook.DemandVersion(run, request.Version);
        await (request.Step switch
        {
            RunStep.ReckonAgain => book.ReckonAgainAsync(run, cancellationToken),
            RunStep.Submit => book.SubmitAsync(run, await db.ScalarAsync<int>(CountProblems, new { run.Id }, cancellationToken), cancellationToken),
            RunStep.GiveBack => book.GiveBackAsync(run, cancellationToken),
            RunStep.Approve => book.ApproveAsync(run, request.ExecuteOn, cancellationToken),
            _ => book.ThrowAwayAsync(run, request.Version, cancellationToken),
        });
        return Unit.Value;
    }
}
