using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Shared.Identifiers;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Transfers;

/// <summary>The credit transfer file of a frozen list, for the bank: the payments that wait.</summary>
internal sealed record GetTransferFile(Guid RunId) : IQuery<WrittenTransfers>;

internal sealed record WrittenTransfers(string Name, byte[] Content);

internal static class GetTransferFileEndpoint
{
    public static void MapGetTransferFile(this IEndpointRouteBuilder runs) => runs
        .MapGet("/{id:guid}/transfer", Handle)
        .WithName("downloadAllowanceTransfer")
        .WithSummary("Download the credit transfer file of a frozen pay list")
        .Produces(StatusCodes.Status200OK, contentType: "application/xml")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<FileContentHttpResult> Handle(Guid id, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var written = await mediator.Send(new GetTransferFile(id), ct);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(written.Content, "application/xml", written.Name);
    }
}

internal sealed class GetTransferFileHandler(IDbSession db, RunBook book, PayeeAccounts accounts, AllowancesOptions options, IAuditTrail audit, TimeProvider clock) : IRequestHandler<GetTransferFile, WrittenTransfers>
{
    private const int CbiCodeLength = 8;

    private const string Select = """
        select   id as Id, beneficiary_id as BeneficiaryId, cents as Cents, account_cipher as Account
        from     internships_allowance_payment
        where    run_id = @Id and state = 'pending'
        order by place
        """;

    private const string SelectMonths = """
        select   item.payment_id as PaymentId, item.month as Month
        from     internships_allowance_item item
        join     internships_allowance_payment payment on payment.id = item.payment_id
        where    item.run_id = @Id and item.cents <> 0 and payment.state = 'pending'
        order by item.payment_id, item.month
        """;

    public async Task<WrittenTransfers> Handle(GetTransferFile request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.RunId, cancellationToken);
        RunBook.Demand(run, RunState.Frozen);
        DemandPayer();
        var rows = await db.QueryAsync<Row>(Select, new { run.Id }, cancellationToken);
        if (rows.Count == 0)
        {
            throw new ConflictException("transfer.nothing", new("Nessun pagamento di questa lista aspetta di partire.", "No payment of this list waits to leave."));
        }

        var months = (await db.QueryAsync<MonthRow>(SelectMonths, new { run.Id }, cancellationToken)).ToLookup(row => row.PaymentId, row => RegisterMonth.Read(row.Month));
        var transfers = new List<Transfer>(rows.Count);
        foreach (var row in rows)
        {
            audit.Reads("beneficiary", row.BeneficiaryId, "transfer-file");
            transfers.Add(new(row.Id, row.Cents, accounts.Open(row.Account)!, Remittance.Of(months[row.Id])));
        }

        audit.Exports("allowance-transfer", "pay-allowance");
        var today = clock.Today();
        var executeOn = run.ExecuteOn is { } day && day >= today ? day : BankingDays.After(today);
        var content = TransferFile.Write(options, new(run.Id, clock.GetUtcNow(), executeOn, transfers));
        if (TransferCheck.Problems(content) is { Count: > 0 } problems)
        {
            throw new RuleBrokenException("transfer.refused", new Words(
                "Il file non passa i controlli della banca ({0}): nulla è stato scaricato.", "The file does not pass the bank's checks ({0}): nothing was downloaded.")
                .With(new Words(string.Join(", ", problems.Select(code => Said(code).It)), string.Join(", ", problems.Select(code => Said(code).En)))));
        }

        return new($"{(options.TransferFormat is TransferFormat.Cbi ? "CBI" : "pain")}-{run.Month}-{TransferFile.Id(run.Id)[^8..]}.xml", content);
    }

    private static Words Said(string code) => code switch
    {
        "transfer.iban" => new("un IBAN non valido", "an IBAN that is not valid"),
        "transfer.town" => new("un comune o una nazione che manca", "a town or country that is missing"),
        "transfer.name" => new("un nome che manca", "a name that is missing"),
        "transfer.amount" => new("un importo che la banca non accetta", "an amount that the bank does not take"),
        "transfer.totals" => new("totali che non tornano", "totals that do not add up"),
        _ => new("la forma del file", "the form of the file"),
    };

    private void DemandPayer()
    {
        var payer = options.Payer;
        if (string.IsNullOrWhiteSpace(payer.Name) || string.IsNullOrWhiteSpace(payer.Town) || payer.Country.Length != 2 || !Iban.TryParse(payer.Iban, out _, out _)
            || (options.TransferFormat is TransferFormat.Cbi && payer.CbiCode.Length != CbiCodeLength))
        {
            throw new RuleBrokenException("transfer.payer-missing", new(
                "Mancano i dati di chi paga: nome, conto, comune, nazione e codice CBI si scrivono nella configurazione (Allowances:Payer).",
                "The payer's data are missing: name, account, town, country and CBI code are written in the configuration (Allowances:Payer)."));
        }
    }

    private sealed record MonthRow(Guid PaymentId, string Month);

    private sealed record Row(Guid Id, Guid BeneficiaryId, long Cents, string Account);
}
