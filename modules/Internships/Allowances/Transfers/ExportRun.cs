using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Runs;
using MediatR;

namespace InclusionPlatform.Internships.Allowances.Transfers;

/// <summary>A pay list as a sheet: one row for each month of each person. Accounts are masked; in clear they are only in the bank's file.</summary>
internal sealed record ExportRun(Guid RunId) : IQuery<ExportedRun>;

internal sealed record ExportedRun(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows);

internal static class ExportRunEndpoint
{
    private static readonly Words[] Headers =
    [
        new("Persona", "Person"), new("Mese", "Month"), new("Voce", "Item"), new("Ore fatte", "Hours done"), new("Ore previste", "Hours planned"), new("Importo", "Amount"), new("Messo da parte", "Kept"),
        new("Conto", "Account"), new("Stato", "State"), new("Da correggere", "To be mended"), new("Data", "Date"),
    ];

    public static void MapExportRun(this IEndpointRouteBuilder runs) => runs
        .MapGet("/{id:guid}/sheet", Handle)
        .WithName("exportAllowanceRun")
        .WithSummary("Download a pay list as a sheet, xlsx or csv, with masked accounts")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<SheetFile> Handle(Guid id, string? format, IMediator mediator, CancellationToken ct)
    {
        var file = QueryCode.Read<SheetFormat>(format, "format") ?? SheetFormat.Xlsx;
        var exported = await mediator.Send(new ExportRun(id), ct);
        return new(file, exported.Name, [.. Headers.Select(header => header.ToString())], exported.Rows.ToAsyncEnumerable());
    }
}

internal sealed class ExportRunHandler(IDbSession db, RunBook book, IMediator mediator, IAuditTrail audit) : IRequestHandler<ExportRun, ExportedRun>
{
    private const decimal CentsInAEuro = 100m;

    private const string Select = """
        select   payment.beneficiary_id as BeneficiaryId, item.month as Month, item.kind as Kind, item.worked_minutes as WorkedMinutes, item.planned_minutes as PlannedMinutes, item.cents as Cents,
                 item.kept_cents as KeptCents, payment.account_mask as Mask, payment.state as State, payment.problem as Problem, payment.settled_on as SettledOn
        from     internships_allowance_item item
        join     internships_allowance_payment payment on payment.id = item.payment_id
        where    item.run_id = @Id
        order by payment.place, item.month, item.id
        """;

    public async Task<ExportedRun> Handle(ExportRun request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.RunId, cancellationToken);
        var rows = await db.QueryAsync<Row>(Select, new { run.Id }, cancellationToken);
        var names = (await mediator.Send(new NamePayees([.. rows.Select(row => row.BeneficiaryId).Distinct()], "pay-list-export"), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        audit.Exports("allowance-run", "pay-allowance");
        return new($"{new Words("indennita", "allowances")}-{run.Month}", [.. rows.Select(IReadOnlyList<object?> (row) =>
        [
            names.GetValueOrDefault(row.BeneficiaryId, ""), row.Month, KindWords(row.Kind).ToString(), Hours(row.WorkedMinutes), Hours(row.PlannedMinutes), row.Cents / CentsInAEuro,
            row.KeptCents / CentsInAEuro, row.Mask, StateWords(row.State).ToString(), row.Problem is { } problem ? ProblemWords(problem).ToString() : null, row.SettledOn,
        ])]);
    }

    private static decimal Hours(int minutes) => decimal.Round(minutes / (decimal)TimeUnits.MinutesInAnHour, 2);

    private static Words KindWords(ItemKind kind) => kind switch
    {
        ItemKind.Month => new("Indennità del mese", "Allowance of the month"),
        ItemKind.Difference => new("Differenza", "Difference"),
        ItemKind.DowryRelease => new("Dote messa da parte", "Dowry that was kept"),
        _ => new("Bonifico ripetuto", "Transfer made again"),
    };

    private static Words StateWords(PaymentState state) => state switch
    {
        PaymentState.Pending => new("Da pagare", "To be paid"),
        PaymentState.Done => new("Pagato", "Paid"),
        PaymentState.Returned => new("Tornato indietro", "Sent back"),
        _ => new("Nulla da pagare", "Nothing to pay"),
    };

    private static Words ProblemWords(PayeeProblem problem) => problem switch
    {
        PayeeProblem.AccountMissing => new("Manca il conto", "Account missing"),
        PayeeProblem.IbanInvalid => new("IBAN non valido", "IBAN not valid"),
        PayeeProblem.TownMissing => new("Manca il comune di residenza", "Town of residence missing"),
        PayeeProblem.AccountClosed => new("Il conto è chiuso: ne serve un altro", "The account is closed: another is needed"),
        PayeeProblem.AccountWrong => new("Il conto è sbagliato: correggere l'IBAN", "The account is wrong: correct the IBAN"),
        PayeeProblem.HolderDiffers => new("L'intestatario è diverso: correggere conto o intestatario", "The holder is another: correct account or holder"),
        _ => new("L'intestatario non è scritto in lettere latine", "The holder is not written in Latin letters"),
    };

    private sealed record Row(
        Guid BeneficiaryId, string Month, ItemKind Kind, int WorkedMinutes, int PlannedMinutes, long Cents, long KeptCents, string? Mask, PaymentState State, PayeeProblem? Problem, DateOnly? SettledOn);
}
