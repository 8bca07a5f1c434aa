using System.Globalization;
using FluentValidation;
using InclusionPlatform.Shared.Http;
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
        var rows = await desk.EvaluateAsync(import, cancellationToken);
        return Show(import, rows, request);
    }

    private static ImportView Show(ImportRecord import, IReadOnlyList<EvaluatedRow> rows, GetImport request)
    {
        var limit = Paging.Limit(request.Limit);
        var after = Paging.Decode(request.Cursor, 1) is [var part] && int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var shown = rows.Where(row => row.Stored.RowNumber > after && (request.State is null || row.State == request.State)).Take(limit + 1).Select(ImportRowView.Of).ToList();
        return new(
            import.Id, import.Version, import.FileName, import.SheetName, import.OwnerName, import.CreatedAt, import.ExpiresAt, import.ConfirmedAt,
            import.Result is null ? null : System.Text.Json.JsonSerializer.Deserialize<ImportResult>(import.Result),
            ImportColumns.Of(import.Mapping, rows), ImportColumns.Fields, ImportCounts.Of(rows),
            Paging.Page(shown, limit, row => [row.Number.ToString(CultureInfo.InvariantCulture)]));
    }
}
