using System.Globalization;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>The payments of a list by name, with what each is for. Accounts are masked.</summary>
/// <param name="RunId">The list.</param>
/// <param name="Text">Words of a name: the bank tells of who it could not pay by name.</param>
/// <param name="State">Where they stand.</param>
/// <param name="OnlyProblems">Only those that cannot be paid as things are.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">How many.</param>
/// <param name="Total">Count them too.</param>
internal sealed record ListPayments(Guid RunId, string? Text, PaymentState? State, bool OnlyProblems, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedPayment>>;

/// <summary>A line of a reckoning, in words.</summary>
/// <param name="Step">Stable code of the step.</param>
/// <param name="Text">The step in words.</param>
internal sealed record ReckoningLine(string Step, string Text, long? Cents, string? Act);

/// <summary>What a payment is for, line by line.</summary>
internal sealed record PaidItem(Guid? InternshipId, string Month, ItemKind Kind, int WorkedMinutes, int PlannedMinutes, long Cents, long KeptCents, IReadOnlyList<ReckoningLine> Lines);

/// <summary>A payment.</summary>
/// <param name="Name">Whole name of the person who is paid.</param>
/// <param name="AccountMask">Last signs of the account; null without one.</param>
/// <param name="Problem">What keeps it from being paid; null if nothing does.</param>
/// <param name="SettledOn">Day on which the bank paid it or sent it back; null until that is told.</param>
/// <param name="PaidAgain">Whether another list pays again what came back.</param>
/// <param name="Items">What it is for, month by month.</param>
internal sealed record ListedPayment(
    Guid Id, Guid BeneficiaryId, string Name, long Cents, string? AccountMask, PayeeProblem? Problem, PaymentState State, DateOnly? SettledOn, ReturnReason? ReturnReason, bool PaidAgain,
    IReadOnlyList<PaidItem> Items)
{
    /// <summary>There is a problem, and whoever asks may see the person whose account or address is to be corrected.</summary>
    public bool MayOpenPerson { get; init; }

    /// <summary>What the bank did may be unsaid: no approved list has paid again what came back.</summary>
    public bool MayTakeBack { get; init; }
}

internal static class ListPaymentsEndpoint
{
    /// <param name="Text">Beginnings of names; in the body, so that they are in no address.</param>
    /// <param name="Problems">Only payments with a problem.</param>
    internal sealed record PaymentSearch(string? Text, PaymentState? State = null, bool? Problems = null, string? Cursor = null, int? Limit = null, bool? Total = null);

    public static void MapListPayments(this IEndpointRouteBuilder runs)
    {
        runs.MapGet("/{id:guid}/payments", Handle)
            .WithName("listAllowancePayments")
            .WithSummary("List the payments of a pay list by name, with the reckoning of each")
            .RequireRight(InternshipsModule.Pay);
        runs.MapPost("/{id:guid}/payments/search", Search)
            .WithName("searchAllowancePayments")
            .WithSummary("Find payments of a pay list by the person's name; the text is in the body because names may not be in addresses")
            .RequireRight(InternshipsModule.Pay);
    }

    private static async Task<Ok<Page<ListedPayment>>> Handle(Guid id, string? state, bool? problems, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListPayments(id, null, QueryCode.Read<PaymentState>(state, "state"), problems ?? false, cursor, limit, total), ct));

    private static async Task<Ok<Page<ListedPayment>>> Search(Guid id, PaymentSearch body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListPayments(id, body.Text, body.State, body.Problems ?? false, body.Cursor, body.Limit, body.Total), ct));
}

internal sealed class ListPaymentsHandler(IDbSession db, RunBook book, IMediator mediator) : IRequestHandler<ListPayments, Page<ListedPayment>>
{
    private const string Purpose = "pay-list";

    private const string Select = """
        select payment.id as Id, payment.place as Place, payment.beneficiary_id as BeneficiaryId, payment.cents as Cents, payment.account_mask as Mask, payment.problem as Problem, payment.state as State,
               payment.settled_on as SettledOn, payment.return_reason as ReturnReason, again.state as RepaidState
        from   internships_allowance_payment payment
        left join internships_allowance_run again on again.id = payment.repaid_in
        where  payment.run_id = @RunId
        """;

    private const string Count = "select count(*) from internships_allowance_payment payment where payment.run_id = @RunId";
    private const string ByState = "and payment.state = @State";
    private const string WithProblem = "and payment.run_id = @RunId and payment.problem is not null";
    private const string After = "and payment.place > @After";
    private const string SelectPeople = "select payment.beneficiary_id from internships_allowance_payment payment where payment.run_id = @RunId";
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
        Page<Row> page;
        IReadOnlyList<PayeeName>? named = null;
        if (SearchText.Words(request.Text).Count > 0)
        {
            var people = await db.QueryAsync<Guid>(Filtered(SelectPeople).ToString(), args, cancellationToken);
            named = await mediator.Send(new NamePayees(people, Purpose) { Matching = request.Text }, cancellationToken);
            var theirs = named.Select(payee => payee.BeneficiaryId).ToHashSet();
            Row[] found = [.. (await db.QueryAsync<Row>(Filtered(Select).OrderBy(Order), args, cancellationToken)).Where(row => theirs.Contains(row.BeneficiaryId))];
            page = Paging.Page([.. found.Where(row => row.Place > args.After || after is null).Take(limit + 1)], limit, PlaceOf, request.Total == true ? found.Length : null);
        }
        else
        {
            var rows = await db.TopAsync<Row>(Filtered(Select).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
            page = Paging.Page(rows, limit, PlaceOf, request.Total == true ? await db.ScalarAsync<int>(Filtered(Count).ToString(), args, cancellationToken) : null);
        }

        if (page.Items.Count == 0)
        {
            return new([], null, page.Total);
        }

        var items = (await db.QueryInBatchesAsync<Guid, ItemRow>(SelectItems, page.Items.Select(row => row.Id), new { RunId = run.Id }, cancellationToken)).ToLookup(row => row.PaymentId);
        var names = (named ?? await mediator.Send(new NamePayees([.. page.Items.Select(row => row.BeneficiaryId)], Purpose), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        var open = await VisibleAsync([.. page.Items.Where(row => row.Problem is not null || row.State is PaymentState.Returned).Select(row => row.BeneficiaryId)], cancellationToken);
        return new(
            [.. page.Items.Select(row => new ListedPayment(
                row.Id, row.BeneficiaryId, names.GetValueOrDefault(row.BeneficiaryId, ""), row.Cents, row.Mask, row.Problem, row.State, row.SettledOn, row.ReturnReason, row.RepaidState is RunState.Frozen,
                [.. items[row.Id].Select(Shown)])
            {
                MayOpenPerson = open.Contains(row.BeneficiaryId),
                MayTakeBack = row.Mask is not null && (row.State is PaymentState.Done or PaymentState.Returned) && row.RepaidState is not RunState.Frozen,
            })],
            page.NextCursor, page.Total);
    }

    private static string[] PlaceOf(Row row) => [row.Place.ToString(CultureInfo.InvariantCulture)];

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
        Guid Id, int Place, Guid BeneficiaryId, long Cents, string? Mask, PayeeProblem? Problem, PaymentState State, DateOnly? SettledOn, ReturnReason? ReturnReason, RunState? RepaidState);

    private sealed record ItemRow(Guid PaymentId, Guid? InternshipId, string Month, ItemKind Kind, int WorkedMinutes, int PlannedMinutes, long Cents, long KeptCents, string Reckoning);
}
