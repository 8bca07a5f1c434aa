using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>The pay lists, the last month first.</summary>
/// <param name="ProgrammeId">Of one programme.</param>
/// <param name="State">Where they stand.</param>
/// <param name="ByOthers">Only those that whoever asks neither reckoned nor sent on: who prepared a list does not approve it.</param>
/// <param name="Unsettled">Only approved ones of which the bank's answer is not recorded for every payment.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="Limit">How many.</param>
/// <param name="Total">Count them too.</param>
internal sealed record ListRuns(Guid? ProgrammeId, RunState? State, bool ByOthers, bool Unsettled, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedRun>>;

/// <summary>A pay list in the list. <c>Returned</c> counts the transfers that came back and that no list pays again yet.</summary>
/// <param name="People">How many people it pays.</param>
/// <param name="Problems">How many payments have a problem.</param>
/// <param name="Returned">How many transfers came back that no list pays again yet.</param>
/// <param name="ExecuteOn">Day on which the bank is to pay; null if none was said.</param>
internal sealed record ListedRun(Guid Id, Guid ProgrammeId, string ProgrammeName, string Month, RunState State, long Cents, int People, int Problems, int Unsettled, int Returned, DateOnly? ExecuteOn);

internal static class ListRunsEndpoint
{
    public static void MapListRuns(this IEndpointRouteBuilder runs) => runs
        .MapGet("/", Handle)
        .WithName("listAllowanceRuns")
        .WithSummary("List the pay lists, the last month first")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<Page<ListedRun>>> Handle(Guid? programmeId, string? state, bool? byOthers, bool? unsettled, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListRuns(programmeId, QueryCode.Read<RunState>(state, "state"), byOthers ?? false, unsettled ?? false, cursor, limit, total), ct));
}

internal sealed class ListRunsHandler(IDbSession db, IMediator mediator, ICurrentUser user) : IRequestHandler<ListRuns, Page<ListedRun>>
{
    private const string Select = """
        select run.id as Id, run.programme_id as ProgrammeId, run.month as Month, run.state as State, run.cents as Cents, run.people as People, run.execute_on as ExecuteOn,
               (select count(*) from internships_allowance_payment p where p.run_id = run.id and p.problem is not null) as Problems,
               (select count(*) from internships_allowance_payment p where p.run_id = run.id and p.state = 'pending') as Unsettled,
               (select count(*) from internships_allowance_payment p where p.run_id = run.id and p.state = 'returned' and p.repaid_in is null) as Returned
        from   internships_allowance_run run
        where  1 = 1
        """;

    private const string Count = "select count(*) from internships_allowance_run run where 1 = 1";
    private const string ByProgramme = "and run.programme_id = @ProgrammeId";
    private const string ByState = "and run.state = @State";
    internal const string ByOthers = "and (run.submitted_by is null or run.submitted_by <> @Me) and run.computed_by <> @Me";
    internal const string IsUnsettled = "and run.state = 'frozen' and exists (select 1 from internships_allowance_payment p where p.run_id = run.id and p.state = 'pending')";
    private const string After = "and run.month <= @AfterMonth and (run.month < @AfterMonth or run.id < @AfterId)";
    private const string Order = "order by run.month desc, run.id desc";

    public async Task<Page<ListedRun>> Handle(ListRuns request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        Guid? afterId = Guid.TryParse(after?[1], out var id) ? id : null;
        var args = new { request.ProgrammeId, State = request.State?.Code(), Me = user.Id, AfterMonth = after?[0], AfterId = afterId };
        ListSql Filtered(string select) => new ListSql(select).When(request.ProgrammeId is not null, ByProgramme).When(request.State is not null, ByState).When(request.ByOthers, ByOthers).When(request.Unsettled, IsUnsettled);
        var rows = await db.TopAsync<Row>(Filtered(Select).When(after is not null, After).OrderBy(Order), args, limit + 1, cancellationToken);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(Count).ToString(), args, cancellationToken) : null;
        var names = rows.Count == 0 ? [] : (await mediator.Send(new DescribeProgrammes([.. rows.Select(row => row.ProgrammeId).Distinct()]), cancellationToken)).ToDictionary(one => one.Id, one => one.Name);
        var page = Paging.Page(rows, limit, row => [row.Month, row.Id.ToString()], total);
        return new(
            [.. page.Items.Select(row => new ListedRun(
                row.Id, row.ProgrammeId, names.GetValueOrDefault(row.ProgrammeId, ""), row.Month, row.State, row.Cents, row.People, row.Problems, row.State is RunState.Frozen ? row.Unsettled : 0, row.Returned,
                row.ExecuteOn))],
            page.NextCursor, page.Total);
    }

    private sealed record Row(Guid Id, Guid ProgrammeId, string Month, RunState State, long Cents, int People, DateOnly? ExecuteOn, int Problems, int Unsettled, int Returned);
}
