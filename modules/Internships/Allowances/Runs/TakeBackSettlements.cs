using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>
/// Unsays what was recorded of payments by mistake: they wait again. Without ids, all that are done. What came back and was paid again by an approved list stays as it is; the list that is
/// open and would pay it again is out of date from then on.
/// </summary>
internal sealed record TakeBackSettlements(Guid Id, IReadOnlyList<Guid>? PaymentIds) : ICommand<SettledPayments>;

internal static class TakeBackSettlementsEndpoint
{
    /// <param name="PaymentIds">Ids of the payments concerned.</param>
    internal sealed record SettlementWithdrawal(IReadOnlyList<Guid>? PaymentIds);

    public static void MapTakeBackSettlements(this IEndpointRouteBuilder runs) => runs
        .MapPost("/{id:guid}/settlement-withdrawals", Handle)
        .WithName("takeBackAllowanceSettlements")
        .WithSummary("Unsay what was recorded of payments by mistake; without ids, all that are done")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<SettledPayments>> Handle(Guid id, SettlementWithdrawal body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new TakeBackSettlements(id, body.PaymentIds), ct));
}

internal sealed class TakeBackSettlementsValidator : AbstractValidator<TakeBackSettlements>
{
    public TakeBackSettlementsValidator() => RuleFor(request => request.PaymentIds).Must(ids => ids is null || ids.Count is > 0 and <= SettlePaymentsValidator.MostPayments)
        .WithErrorCode("payment.ids").WithMessage(_ => SettlePaymentsValidator.HowMany);
}

internal sealed class TakeBackSettlementsHandler(IDbSession db, RunBook book, IAuditTrail audit) : IRequestHandler<TakeBackSettlements, SettledPayments>
{
    // The open list that would pay again stays named: should the transfer come back after all, it is paid by that list and by no other. An account that was forgotten after ten years could not be
    // ordered to again.
    private const string TakeBackOne = """
        update internships_allowance_payment
        set    state = 'pending', settled_on = null, return_reason = null
        where  id = @PaymentId and run_id = @Id and state in ('done', 'returned') and account_cipher is not null
               and not exists (select 1 from internships_allowance_run again where again.id = repaid_in and again.state = 'frozen')
        """;

    private const string TakeBackAll = """
        update internships_allowance_payment
        set    state = 'pending', settled_on = null
        where  run_id = @Id and state = 'done' and account_cipher is not null
        """;

    public async Task<SettledPayments> Handle(TakeBackSettlements request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.Id, cancellationToken);
        RunBook.Demand(run, RunState.Frozen);

        // Whoever approves the list that would pay again waits, or is waited for.
        await book.TakeTurnAsync(run.ProgrammeId, cancellationToken);
        audit.Changes("allowance-run", run.Id);
        if (request.PaymentIds is not { } asked)
        {
            return new(await db.ExecuteAsync(TakeBackAll, new { run.Id }, cancellationToken));
        }

        Guid[] ids = [.. asked.Distinct()];
        var taken = await db.ExecuteAsync(TakeBackOne, ids.Select(id => new { PaymentId = id, run.Id }).ToArray(), cancellationToken);
        return taken == ids.Length ? new(taken) : throw new ConflictException("payment.not-taken-back", new(
            "Alcuni di questi pagamenti non hanno nulla da annullare, oppure una lista approvata li ha già ripagati. Nulla è stato cambiato: rileggere la lista.",
            "Some of these payments have nothing to unsay, or an approved list paid them again already. Nothing was changed: read the list again."));
    }
}
