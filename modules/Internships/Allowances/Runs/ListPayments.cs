using System.Globalization;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Reckoning;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>The payments of a list by name, with what each is for. Accounts are masked.</summary>
internal sealed record ListPayments(Guid RunId, PaymentState? State, bool OnlyProblems, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedPayment>>;

/// <summary>A line of a reckoning, in words.</summary>
internal sealed record ReckoningLine(string Step, string Text, long? Cents, string? Act);

/// <summary>What a payment is for, line by line.</summary>
internal sealed record PaidItem(Guid? InternshipId, string Month, ItemKind Kind, int WorkedMinutes, int PlannedMinutes, long Cents, long KeptCents, IReadOnlyList<ReckoningLine> Lines);

/// <summary>A payment.</summary>
internal sealed record ListedPayment(
    Guid Id, Guid BeneficiaryId, string Name, long Cents, string? AccountMask, PayeeProblem? Problem, PaymentState State, DateOnly? SettledOn, ReturnReason? ReturnReason, bool PaidAgain,
    IReadOnlyList<PaidItem> Items)
{
    /// <summary>There is a problem, and whoever asks may see the person whose account or address is to be corrected.</summary>
    public bool MayOpenPerson { get; init; }
}

internal static class ListPaymentsEndpoint
{
    public static void MapListPayments(this IEndpointRouteBuilder runs) => runs
        .MapGet("/{id:guid}/payments", Handle)
        .WithName("listAllowancePayments")
        .WithSummary("List the payments of a pay list by name, with the reckoning of each")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<Page<ListedPayment>>> Handle(Guid id, string? state, bool? problems, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListPayments(id, QueryCode.Read<PaymentState>(state, "state"), problems ?? false, cursor, limit, total), ct));
}

internal sealed class ListPaymentsHandler(IDbSession db, RunBook book, IMediator mediator) : IRequestHandler<ListPayments, Page<ListedPayment>>
{
    private const string Select = """
        select payment.id as Id, payment.place as Place, payment.beneficiary_id as BeneficiaryId, payment.cents as Cents, payment.account_mask as Mask, payment.problem as Problem, payment.state as State,
               payment.settled_on as SettledOn, payment.return_reason as ReturnReason, payment.repaid_in as RepaidIn
        from   internships_allowance_payment payment
        where  payment.run_id = @RunId
        """;

    private const string Count = "select count(*) from internships_allowance_payment payment where payment.run_id = @RunId";
    private const string ByState = "and payment.state = @State";
    private const string WithProblem = "and payment.run_id = @RunId and payment.problem is not null";
    private const string After = "and payment.place > @After";
    private const string Order = "order by payment.place";

    private const string SelectItems = $"""
        select   payment_id as PaymentId, internship_id as InternshipId, month as Month, kind as Kind, worked_minutes as WorkedMinutes, planned_minutes as PlannedMinutes, cents as Cents,
                 kept_cents as KeptCents, reckoning as Reckoning
        from     internships_allowance_item
        where    run_id = @RunId and payment_id in {Batches.Keys}
        order by month, id
        """;

    private const string SelectCases = $"""
        select distinct beneficiary_id as BeneficiaryId, case_id as CaseId
        from   internships_internship
        where  beneficiary_id in {Batches.Keys}
        """;

    public async Task<Page<ListedPayment>> Handle(ListPayments request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.RunId, cancellationToken);
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 1);
        var args = new { RunId = run.Id, State = request.State?.Code(), After = int.TryParse(after?[0], CultureInfo.InvariantCulture, out var place) ? place : 0 };
        ListSql Filtered(string select) => new ListSql(select).When(request.State is not null, ByState).When(request.OnlyProblems, WithProblem);
        var rows = await db.TopAsync<Row>(Filtered(Select).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(Count).ToString(), args, cancellationToken) : null;
        var page = Paging.Page(rows, limit, row => [row.Place.ToString(CultureInfo.InvariantCulture)], total);
        if (page.Items.Count == 0)
        {
            return new([], null, page.Total);
        }

        var items = (await db.QueryInBatchesAsync<Guid, ItemRow>(SelectItems, page.Items.Select(row => row.Id), new { RunId = run.Id }, cancellationToken)).ToLookup(row => row.PaymentId);
        var names = (await mediator.Send(new NamePayees([.. page.Items.Select(row => row.BeneficiaryId)], "pay-list"), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        var open = await VisibleAsync([.. page.Items.Where(row => row.Problem is not null).Select(row => row.BeneficiaryId)], cancellationToken);
        return new(
            [.. page.Items.Select(row => new ListedPayment(
                row.Id, row.BeneficiaryId, names.GetValueOrDefault(row.BeneficiaryId, ""), row.Cents, row.Mask, row.Problem, row.State, row.SettledOn, row.ReturnReason, row.RepaidIn is not null,
                [.. items[row.Id].Select(Shown)]) { MayOpenPerson = open.Contains(row.BeneficiaryId) })],
            page.NextCursor, page.Total);
    }

    /// <summary>Those of the people whose record whoever asks may see.</summary>
    private async Task<IReadOnlySet<Guid>> VisibleAsync(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        if (people.Count == 0)
        {
            return new HashSet<Guid>();
        }

        var cases = await db.QueryInBatchesAsync<Guid, CaseRow>(SelectCases, people, null, ct);
        return (await mediator.Send(new ListVisibleCases([.. cases.Select(row => row.CaseId)]), ct)).Select(seen => seen.BeneficiaryId).ToHashSet();
    }

    private sealed record CaseRow(Guid BeneficiaryId, Guid CaseId);

    private static PaidItem Shown(ItemRow row) => new(
        row.InternshipId, row.Month, row.Kind, row.WorkedMinutes, row.PlannedMinutes, row.Cents, row.KeptCents,
        [.. ReckonedLines.Read(row.Reckoning).Select(line => new ReckoningLine(line.Step.Code(), ReckonedWords.Of(line).ToString(), line.Cents, line.Act))]);

    private sealed record Row(
        Guid Id, int Place, Guid BeneficiaryId, long Cents, string? Mask, PayeeProblem? Problem, PaymentState State, DateOnly? SettledOn, ReturnReason? ReturnReason, Guid? RepaidIn);

    private sealed record ItemRow(Guid PaymentId, Guid? InternshipId, string Month, ItemKind Kind, int WorkedMinutes, int PlannedMinutes, long Cents, long KeptCents, string Reckoning);
}
