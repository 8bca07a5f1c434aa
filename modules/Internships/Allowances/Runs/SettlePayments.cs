using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Records what the bank did with payments of a frozen list: done, or sent back. What came back goes on the next list, once the account that it could not reach was changed.</summary>
internal sealed record SettlePayments(Guid Id, IReadOnlyList<Guid>? PaymentIds, PaymentState? Outcome, DateOnly? On, ReturnReason? Reason) : ICommand<SettledPayments>;

/// <param name="Payments">How many payments were written.</param>
internal sealed record SettledPayments(int Payments);

internal static class SettlePaymentsEndpoint
{
    /// <param name="PaymentIds">Ids of the payments concerned.</param>
    internal sealed record Settlement(IReadOnlyList<Guid>? PaymentIds, PaymentState? Outcome, DateOnly? On, ReturnReason? Reason);

    public static void MapSettlePayments(this IEndpointRouteBuilder runs) => runs
        .MapPost("/{id:guid}/settlements", Handle)
        .WithName("settleAllowancePayments")
        .WithSummary("Record payments of a frozen pay list as done or sent back; without ids, all that are waiting")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<SettledPayments>> Handle(Guid id, Settlement body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SettlePayments(id, body.PaymentIds, body.Outcome, body.On, body.Reason), ct));
}

internal sealed class SettlePaymentsValidator : AbstractValidator<SettlePayments>
{
    internal const int MostPayments = 1000;

    internal static string HowMany => new Words("Indicare da 1 a {0} pagamenti, oppure nessuno per tutti.", "Name between 1 and {0} payments, or none for all.").With(MostPayments).ToString();

    public SettlePaymentsValidator()
    {
        RuleFor(settlement => settlement.PaymentIds).Must(ids => ids is null || ids.Count is > 0 and <= MostPayments).WithErrorCode("payment.ids").WithMessage(_ => HowMany);
        RuleFor(settlement => settlement.Outcome).NotNull();
        RuleFor(settlement => settlement.Outcome)
            .Must(outcome => outcome is null or PaymentState.Done or PaymentState.Returned).WithErrorCode("payment.outcome")
            .WithMessage(_ => new Words("Un pagamento è eseguito oppure restituito.", "A payment is done or sent back.").ToString());
        RuleFor(settlement => settlement.PaymentIds).NotNull().When(settlement => settlement.Outcome is PaymentState.Returned);
        RuleFor(settlement => settlement.Reason).NotNull().When(settlement => settlement.Outcome is PaymentState.Returned);
        RuleFor(settlement => settlement.Reason).IsInEnum();
        RuleFor(settlement => settlement.On).NotNull();
    }
}

internal sealed class SettlePaymentsHandler(IDbSession db, RunBook book, IAuditTrail audit, TimeProvider clock) : IRequestHandler<SettlePayments, SettledPayments>
{
    private const string SettleOne = """
        update internships_allowance_payment
        set    state = @State, settled_on = @SettledOn, return_reason = @Reason
        where  id = @PaymentId and run_id = @Id and state in ('pending', 'done') and (state = 'pending' or @State = 'returned')
        """;

    private const string SettleAll = """
        update internships_allowance_payment
        set    state = 'done', settled_on = @SettledOn
        where  run_id = @Id and state = 'pending'
        """;

    public async Task<SettledPayments> Handle(SettlePayments request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.Id, cancellationToken);
        RunBook.Demand(run, RunState.Frozen);
        if (request.On > clock.Today() || request.On < run.ApprovedAt!.Value.InItaly())
        {
            throw new FieldException("on", "payment.settled-on", new("Il giorno va dall'approvazione della lista a oggi.", "The day is between the list's approval and today."));
        }

        audit.Changes("allowance-run", run.Id);
        if (request.PaymentIds is not { } ids)
        {
            return new(await db.ExecuteAsync(SettleAll, new { run.Id, SettledOn = request.On }, cancellationToken));
        }

        var settled = await db.ExecuteAsync(SettleOne, ids.Distinct().Select(id => new
        {
            PaymentId = id,
            run.Id,
            State = request.Outcome!.Value.Code(),
            SettledOn = request.On,
            Reason = request.Outcome is PaymentState.Returned ? request.Reason?.Code() : null,
        }).ToArray(), cancellationToken);
        return settled == ids.Distinct().Count() ? new(settled) : throw new ConflictException("payment.settled", new(
            "Alcuni di questi pagamenti sono già stati registrati: rileggere la lista.", "Some of these payments are recorded already: read the list again."));
    }
}
