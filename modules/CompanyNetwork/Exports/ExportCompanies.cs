using System.Globalization;
using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Exports;

/// <summary>
/// Writes what a list shows, or the companies chosen in it, into a file. A POST, because the searched text may be a person's name.
/// </summary>
/// <param name="Filters">As for the list; <c>cursor</c>, <c>limit</c> and <c>total</c> do not count here. Without filters: all that are not archived.</param>
/// <param name="Ids">Chosen companies; then the filters do not count.</param>
/// <param name="Columns">Fields in the order of the file; without them the usual ones.</param>
/// <param name="Format">Which file.</param>
internal sealed record ExportCompanies(ListCompanies? Filters, IReadOnlyList<Guid>? Ids, IReadOnlyList<string>? Columns, SheetFormat Format) : IQuery<CompanyExport>;

/// <summary>The file to be: its rows are read while it is written.</summary>
internal sealed record CompanyExport(IReadOnlyList<string> Headers, int Count, IAsyncEnumerable<IReadOnlyList<object?>> Rows);

internal static class ExportCompaniesEndpoint
{
    public static void MapExportCompanies(this IEndpointRouteBuilder exports) => exports
        .MapPost("/", Handle)
        .WithName("exportCompanies")
        .WithSummary("Export the filtered or chosen companies as XLSX or CSV, with the columns wanted")
        .RequireRight(CompanyNetworkModule.ExportCompanies);

    private static async Task<SheetFile> Handle(ExportCompanies body, IMediator mediator, CancellationToken ct)
    {
        var export = await mediator.Send(body, ct);
        return new(body.Format, Words.English ? "companies" : "aziende", export.Headers, export.Rows);
    }
}

internal sealed class ExportCompaniesValidator : AbstractValidator<ExportCompanies>
{
    public ExportCompaniesValidator()
    {
        RuleFor(export => export.Filters!).SetValidator(new ListCompaniesValidator()).When(export => export.Filters is not null);
        RuleFor(export => export.Format).IsInEnum();
        RuleFor(export => export.Ids).Must(ids => ids is null or { Count: > 0 }).WithErrorCode("companies.none-chosen").WithMessage(_ => ChosenCompanies.None.ToString());
        RuleFor(export => export.Ids).Must(ids => ids is null or { Count: <= ChosenCompanies.Most }).WithErrorCode("companies.too-many-chosen").WithMessage(_ => ChosenCompanies.TooMany.ToString());
        RuleFor(export => export.Columns).Must(columns => columns is null || columns.All(ExportColumns.Exists)).WithErrorCode("company-export.column-unknown")
            .WithMessage(_ => new Words("Una delle colonne richieste non esiste: sceglierle dall'elenco.", "One of the columns does not exist: choose them from the list.").ToString());
    }
}

internal sealed class ExportCompaniesHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ExportCompanies, CompanyExport>
{
    private const string SelectByIds = $"""
        select {CompanySql.Columns}
        from   company_network_company c
        where  c.id in {Batches.Keys}
        """;

    public async Task<CompanyExport> Handle(ExportCompanies request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var columns = ExportColumns.Of(request.Columns is { Count: > 0 } chosen ? chosen : ExportColumns.Usual);
        var (count, rows) = request.Ids is { Count: > 0 } ids ? await ChosenAsync(ids, cancellationToken) : await FilteredAsync(request.Filters ?? new(), today, cancellationToken);
        audit.Exports("companies", string.Create(CultureInfo.InvariantCulture, $"{(request.Ids is { Count: > 0 } ? "chosen" : "list")}; rows={count}; format={request.Format.Code()}"));
        return new([.. columns.Select(column => column.Header.ToString())], count, Cells(rows, columns, today));
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Cells(IAsyncEnumerable<CompanyRow> rows, IReadOnlyList<ExportColumn> columns, DateOnly today)
    {
        await foreach (var row in rows)
        {
            var company = row.Show(today);
            yield return [.. columns.Select(column => column.Cell(company))];
        }
    }

    private async Task<(int, IAsyncEnumerable<CompanyRow>)> ChosenAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var companies = await db.QueryInBatchesAsync<Guid, CompanyRow>(SelectByIds, ids, null, ct);
        return (companies.Count, companies.OrderBy(company => CompanyWords.SortName(company.Name), StringComparer.Ordinal).ToAsyncEnumerable());
    }

    private async Task<(int, IAsyncEnumerable<CompanyRow>)> FilteredAsync(ListCompanies filters, DateOnly today, CancellationToken ct)
    {
        var list = CompanyListSql.Of(filters with { Cursor = null }, today, user.Id);
        return (await db.ScalarAsync<int>(list.CountText, list.Arguments, ct), StreamAsync(list, ct));
    }

    // The list's own text says which and in what order, so that the file is what was on the screen; the whole records follow fifty at a time.
    private async IAsyncEnumerable<CompanyRow> StreamAsync(CompanyListSql list, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var batch in db.StreamAsync<CompanyListRow>(list.Text, list.Arguments).Chunk(Batches.Size).WithCancellation(ct))
        {
            var companies = (await db.QueryInBatchesAsync<Guid, CompanyRow>(SelectByIds, batch.Select(row => row.Id), null, ct)).ToDictionary(company => company.Id);
            foreach (var row in batch)
            {
                if (companies.TryGetValue(row.Id, out var company))
                {
                    yield return company;
                }
            }
        }
    }
}
