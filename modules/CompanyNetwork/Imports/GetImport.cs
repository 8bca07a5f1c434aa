using System.Globalization;
using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Spreadsheets;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Reads an import: its columns, its counts and a page of its rows.</summary>
internal sealed record GetImport(Guid Id, RowState? State, string? Cursor, int? Limit) : IQuery<ImportView>;

internal static class GetImportEndpoint
{
    public static void MapGetImport(this IEndpointRouteBuilder imports) => imports
        .MapGet("/{importId:guid}", Handle)
        .WithName("getCompanyImport")
        .WithSummary("Read an import and a page of its rows, of one state if asked for")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<ImportOk> Handle(Guid importId, string? state, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new GetImport(importId, QueryCode.Read<RowState>(state, "state"), cursor, limit), ct));
}

internal sealed class GetImportValidator : AbstractValidator<GetImport>
{
    public GetImportValidator() => RuleFor(import => import.State).IsInEnum();
}

internal sealed class GetImportHandler(ImportDesk desk) : IRequestHandler<GetImport, ImportView>
{
    public async Task<ImportView> Handle(GetImport request, CancellationToken cancellationToken)
    {
        var import = await desk.OpenAsync(request.Id, cancellationToken);
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 1) is [var part] && int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var tally = new ImportTally();
        var samples = new List<SpreadsheetRow>();
        var shown = new List<ImportRowView>();
        await foreach (var row in desk.EvaluateAsync(import, cancellationToken))
        {
            tally.Add(row);
            if (samples.Count < ImportColumns.SampledRows)
            {
                samples.Add(row.Stored.Sheet);
            }

            if (shown.Count <= limit && row.Stored.RowNumber > after && (request.State is null || row.State == request.State))
            {
                shown.Add(ImportRowView.Of(row));
            }
        }

        return new(
            import.Id, import.Version, import.FileName, import.SheetName, import.OwnerName, import.CreatedAt, import.ExpiresAt, import.ConfirmedAt,
            import.Result is null ? null : System.Text.Json.JsonSerializer.Deserialize<ImportResult>(import.Result),
            import.Source, ImportColumns.Of(import.Mapping, import.BlankFields, samples), ImportColumns.Fields, tally.Counts,
            Paging.Page(shown, limit, row => [row.Number.ToString(CultureInfo.InvariantCulture)]));
    }
}
