using System.Text.Json;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.Spreadsheets;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>The rows that could not be imported, in the file's own columns, each with the reason: to be corrected and uploaded again.</summary>
internal sealed record GetWrongRows(Guid Id) : IQuery<WrongRows>;

internal sealed record WrongRows(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows);

internal static class GetWrongRowsEndpoint
{
    public static void MapGetWrongRows(this IEndpointRouteBuilder imports) => imports
        .MapGet("/{importId:guid}/wrong-rows", Handle)
        .WithName("getWrongImportRows")
        .WithSummary("Download the wrong rows as XLSX, with the reason of each")
        .Produces(StatusCodes.Status200OK, contentType: SpreadsheetWriter.XlsxMediaType)
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<FileContentHttpResult> Handle(Guid importId, IMediator mediator, CancellationToken ct)
    {
        var wrong = await mediator.Send(new GetWrongRows(importId), ct);
        using var file = new MemoryStream();
        await SpreadsheetWriter.WriteXlsxAsync(file, Words.English ? "Wrong rows" : "Righe errate", wrong.Headers, wrong.Rows, ct);
        return TypedResults.File(file.ToArray(), SpreadsheetWriter.XlsxMediaType, Words.English ? "wrong-rows.xlsx" : "righe-errate.xlsx");
    }
}

internal sealed class GetWrongRowsHandler(ImportDesk desk, IAuditTrail audit) : IRequestHandler<GetWrongRows, WrongRows>
{
    public async Task<WrongRows> Handle(GetWrongRows request, CancellationToken cancellationToken)
    {
        var import = await desk.OpenAsync(request.Id, cancellationToken);
        var headers = JsonSerializer.Deserialize<string[]>(import.Headers)!;
        var mapping = import.Mapping;
        audit.Exports("company-import-rows", "correct-wrong-rows");
        var wrong = await desk.EvaluateAsync(import, cancellationToken).Where(row => row.State is RowState.Wrong).Select(row => Cells(row, headers.Length, mapping)).ToListAsync(cancellationToken);
        return new([.. headers, new Words("Motivo", "Reason").ToString()], wrong);
    }

    private static IReadOnlyList<object?> Cells(EvaluatedRow row, int width, ColumnMapping mapping)
    {
        var sheet = row.Stored.Sheet;
        var fieldOf = mapping.Columns.ToDictionary(column => column.Column, column => column.Field);
        return
        [
            .. Enumerable.Range(0, width).Select(column => fieldOf.TryGetValue(column, out var field) ? row.Text(field) : sheet[column]),
            string.Join(" ", row.Reading.Errors.Select(error => $"{FieldLabels.Of(error.Field, typeof(CompanyNetworkModule).Assembly) ?? error.Field}: {error.Message}")),
        ];
    }
}
