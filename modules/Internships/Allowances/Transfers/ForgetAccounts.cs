using MediatR;

namespace InclusionPlatform.Internships.Allowances.Transfers;

/// <summary>
/// Takes the accounts out of payments that the books need no longer: ten years from the transfer (c.c. art. 2220), for everybody, anonymous or not. Amounts stay.
/// What still waits to leave keeps its account.
/// </summary>
internal sealed record ForgetAccounts : ICommand;

internal sealed class ForgetAccountsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ForgetAccounts, Unit>
{
    private const int YearsOfBooks = 10;

    private const string Forget = """
        update internships_allowance_payment
        set    account_cipher = null, account_mask = null
        where  account_cipher is not null and state <> 'pending'
               and run_id in (select run.id from internships_allowance_run run where run.state = 'frozen' and run.execute_on < @Before)
        """;

    public async Task<Unit> Handle(ForgetAccounts request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Forget, new { Before = clock.Today().AddYears(-YearsOfBooks) }, cancellationToken);
        return Unit.Value;
    }
}
