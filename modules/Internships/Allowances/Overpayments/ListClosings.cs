using System.Globalization;
using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Overpayments;

/// <summary>
/// What was recorded of overpayments, the last first; what was taken back too. A renouncement that awaits a second person stands with what is still open, where it is confirmed, and here only once
/// nothing is to be given back there any more.
/// </summary>
internal sealed record ListClosings(Guid? ProgrammeId, string? Cursor, int? Limit, bool? Total) : IQuery<Page<ListedClosing>>;

/// <summary>A closing with whom and what it is of.</summary>
/// <param name="Closing">What was recorded.</param>
/// <param name="InternshipId">The internship.</param>
/// <param name="BeneficiaryId">Who had been paid too much.</param>
/// <param name="Name">Their name.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="ProgrammeName">Its name.</param>
/// <param name="MayWithdraw">Nothing followed from it yet: it may be taken back.</param>
internal sealed record ListedClosing(ShownClosing Closing, Guid InternshipId, Guid BeneficiaryId, string Name, Guid ProgrammeId, string ProgrammeName, bool MayWithdraw);

internal static class ListClosingsEndpoint
{
    public static void MapListClosings(this IEndpointRouteBuilder overpayments) => overpayments
        .MapGet("/closings", Handle)
        .WithName("listOverpaymentClosings")
        .WithSummary("List what was given back or renounced of overpayments, the last first")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Ok<Page<ListedClosing>>> Handle(Guid? programmeId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListClosings(programmeId, cursor, limit, total), ct));
}

internal sealed class ListClosingsHandler(IDbSession db, ClosingBook book, OverpaymentDesk desk, IMediator mediator) : IRequestHandler<ListClosings, Page<ListedClosing>>
{
    private const string Count = "select count(*) from internships_allowance_closing closing where 1 = 1";
    private const string IsToConfirm = "and closing.state = 'toConfirm'";
    private const string ByProgramme = "and closing.programme_id = @ProgrammeId";
    private const string After = "and closing.recorded_at <= @AfterAt and (closing.recorded_at < @AfterAt or closing.id < @AfterId)";
    private const string Order = "order by closing.recorded_at desc, closing.id desc";

    public async Task<Page<ListedClosing>> Handle(ListClosings request, CancellationToken cancellationToken)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 2);
        var args = new
        {
            request.ProgrammeId,
            AfterAt = DateTimeOffset.TryParse(after?[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null,
            AfterId = Guid.TryParse(after?[1], out var id) ? id : (Guid?)null,
        };
        ListSql Filtered(string select) => new ListSql(select).When(request.ProgrammeId is not null, ByProgramme);
        var elsewhere = await ToConfirmAmongOpenAsync(request.ProgrammeId, cancellationToken);
        var rows = (await db.TopAsync<ClosingRow>(Filtered(ClosingRow.Columns).When(after is not null, After).OrderBy(Order), args, limit + 1 + elsewhere.Count, cancellationToken)).Where(row => !elsewhere.Contains(row.Id)).Take(limit + 1);
        int? total = request.Total == true ? await db.ScalarAsync<int>(Filtered(Count).ToString(), args, cancellationToken) - elsewhere.Count : null;
        var page = Paging.Page([.. rows], limit, row => [row.RecordedAt.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()], total);
        if (page.Items.Count == 0)
        {
            return new([], null, page.Total);
        }

        var shown = (await book.ShowAsync(page.Items, cancellationToken)).ToDictionary(one => one.Id);
        var people = (await mediator.Send(new NamePayees([.. page.Items.Select(row => row.BeneficiaryId).Distinct()], ClosingBook.Purpose), cancellationToken)).ToDictionary(payee => payee.BeneficiaryId, payee => payee.DisplayName);
        var programmes = (await mediator.Send(new DescribeProgrammes([.. page.Items.Select(row => row.ProgrammeId).Distinct()]), cancellationToken)).ToDictionary(one => one.Id, one => one.Name);
        return new(
            [.. page.Items.Select(row => new ListedClosing(
                shown[row.Id], row.InternshipId, row.BeneficiaryId, people.GetValueOrDefault(row.BeneficiaryId, ""), row.ProgrammeId, programmes.GetValueOrDefault(row.ProgrammeId, ""),
                row.State is not ClosingState.Withdrawn && row.ListedAfter is null))],
            page.NextCursor, page.Total);
    }

    /// <summary>Those that stand with what is still open. What is open is reckoned only where something waits.</summary>
    private async Task<HashSet<Guid>> ToConfirmAmongOpenAsync(Guid? programmeId, CancellationToken ct)
    {
        var waiting = await db.QueryAsync<ClosingRow>(new ListSql(ClosingRow.Columns).When(true, IsToConfirm).When(programmeId is not null, ByProgramme).ToString(), new { ProgrammeId = programmeId }, ct);
        if (waiting.Count == 0)
        {
            return [];
        }

        var open = (await desk.OpenAsync(programmeId, ct)).Select(one => (one.InternshipId, one.Month)).ToHashSet();
        return [.. waiting.Where(row => open.Contains((row.InternshipId, row.Month))).Select(row => row.Id)];
    }
}
