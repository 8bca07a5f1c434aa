using InclusionPlatform.Internships.Allowances.Runs;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Overpayments;

/// <summary>The second person's word on a renouncement: who recorded it cannot give it.</summary>
internal sealed record ConfirmRenouncement(Guid Id, int Version) : ICommand;

/// <summary>Takes back a closing that was recorded by mistake, or a renouncement that is not confirmed. The month is to be closed again.</summary>
internal sealed record WithdrawClosing(Guid Id, int Version) : ICommand;

internal static class StepClosingEndpoints
{
    public static void MapStepClosing(this IEndpointRouteBuilder overpayments)
    {
        overpayments.MapPost("/closings/{id:guid}/confirmation", Confirm)
            .WithName("confirmRenouncement").WithSummary("Confirm that something is not asked back; who recorded it cannot").RequireRight(InternshipsModule.Pay);
        overpayments.MapPost("/closings/{id:guid}/withdrawal", Withdraw)
            .WithName("withdrawOverpaymentClosing").WithSummary("Take back a closing that nothing followed from yet").RequireRight(InternshipsModule.Pay);
    }

    private static async Task<NoContent> Confirm(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ConfirmRenouncement(id, match.Version), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Withdraw(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawClosing(id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class StepClosingHandler(IDbSession db, OverpaymentDesk desk, ClosingBook closings, RunBook book, ProgrammeBudget budget, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ConfirmRenouncement, Unit>, IRequestHandler<WithdrawClosing, Unit>
{
    private const string Close = """
        update internships_allowance_closing
        set    state = 'closed', closed_at = @At, closed_by = @By, version = version + 1
        where  id = @Id and version = @Version and state = 'toConfirm'
        """;

    private const string Undo = """
        update internships_allowance_closing
        set    state = 'withdrawn', withdrawn_at = @At, withdrawn_by = @By, version = version + 1
        where  id = @Id and version = @Version and state <> 'withdrawn'
        """;

    // Whatever else was recorded of the month leaves something again.
    private const string Reopen = "update internships_allowance_closing set register_version = null where internship_id = @InternshipId and month = @Month and state <> 'toConfirm'";

    public async Task<Unit> Handle(ConfirmRenouncement request, CancellationToken cancellationToken)
    {
        var row = await TakeTurnAsync(request.Id, request.Version, cancellationToken);
        if (row.State is not ClosingState.ToConfirm)
        {
            throw WrongState(row.State);
        }

        if (row.RecordedBy == user.Id)
        {
            throw new ForbiddenException("overpayment.same-person", new(
                "Chi ha registrato la rinuncia non la conferma: serve una seconda persona.", "Who recorded the renouncement does not confirm it: a second person is needed."));
        }

        var found = await desk.FindAsync(row.InternshipId, row.Month, cancellationToken);
        if (found?.Cents != row.Cents || found.RegisterVersion != row.RegisterVersion)
        {
            throw new ConflictException("overpayment.changed", new(
                "Da quando la rinuncia è stata registrata, l'importo da restituire è cambiato: ritirarla e, se serve, registrarla di nuovo.",
                "What is to be given back changed since the renouncement was recorded: withdraw it and, if needed, record it again."));
        }

        await WriteAsync(Close, row, cancellationToken);
        return Unit.Value;
    }

    public async Task<Unit> Handle(WithdrawClosing request, CancellationToken cancellationToken)
    {
        var row = await TakeTurnAsync(request.Id, request.Version, cancellationToken);
        if (row.State is ClosingState.Withdrawn)
        {
            throw WrongState(row.State);
        }

        if (row.ListedAfter is { } approved)
        {
            throw new ConflictException("overpayment.listed-after", new Words(
                "Una lista approvata il {0:d} conta già su questa registrazione: non si ritira più. Se il registro è sbagliato, riaprirlo: la differenza va nella prossima lista.",
                "A list approved on {0:d} rests on this record already: it is not withdrawn any more. If the register is wrong, reopen it: the difference goes on the next list.").With(approved.InItaly()));
        }

        if (row is { State: ClosingState.Closed, Kind: ClosingKind.GivenBack })
        {
            await DemandUnspentAsync(row, cancellationToken);
        }

        await WriteAsync(Undo, row, cancellationToken);
        if (row.State is ClosingState.Closed)
        {
            await db.ExecuteAsync(Reopen, new { row.InternshipId, row.Month }, cancellationToken);
        }

        return Unit.Value;
    }

    /// <summary>What came back was of the budget again: once it is spent, taking it back would leave the programme with less than nothing.</summary>
    private async Task DemandUnspentAsync(ClosingRow row, CancellationToken ct)
    {
        var state = await budget.SpentAsync(await budget.ProgrammeAsync(row.ProgrammeId, ct), ct);
        var missing = row.Cents - state.UnspentCents;
        if (missing > 0)
        {
            throw new ConflictException("overpayment.spent-again", new Words(
                "Questi {0:N2} € sono già stati spesi di nuovo: senza, al programma mancherebbero {1:N2} €. Prima aumentare il budget per indennità del programma, o liberare quanto è assegnato alle singole persone; poi ritirare.",
                "These {0:N2} € were spent again already: without them the programme would be short of {1:N2} €. First raise the programme's budget for allowances, or free what is assigned to single people; then withdraw.")
                .With(row.Cents / 100m, missing / 100m));
        }
    }

    /// <summary>As it stands once nobody else works on the programme's money.</summary>
    private async Task<ClosingRow> TakeTurnAsync(Guid id, int version, CancellationToken ct)
    {
        var known = await closings.FindAsync(id, ct);
        await book.TakeTurnAsync(known.ProgrammeId, ct);
        var row = await closings.FindAsync(id, ct);
        return row.Version == version ? row : throw new StaleVersionException();
    }

    private async Task WriteAsync(string step, ClosingRow row, CancellationToken ct)
    {
        if (await db.ExecuteAsync(step, new { row.Id, row.Version, At = clock.GetUtcNow(), By = user.Id }, ct) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("overpayment-closing", row.Id);
        audit.Changes("internship", row.InternshipId);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }

    private static ConflictException WrongState(ClosingState state) => new("overpayment.wrong-state", state switch
    {
        ClosingState.Closed => new("Questa registrazione conta già.", "This record counts already."),
        ClosingState.ToConfirm => new("Questa rinuncia aspetta ancora una seconda persona.", "This renouncement still awaits a second person."),
        _ => new("Questa registrazione è già stata ritirata.", "This record was withdrawn already."),
    });
}
