using System.Text.Json;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Spreadsheets;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Keeps a spreadsheet for importing; nothing enters the bank before it is confirmed.</summary>
internal sealed record UploadCompanies(string FileName, SpreadsheetSource Sheet) : ICommand<UploadedCompanies>;

internal sealed record UploadedCompanies(Guid Id);

internal static class UploadCompaniesEndpoint
{
    private const int LongestFileName = 200;

    public static void MapUploadCompanies(this IEndpointRouteBuilder imports) => imports
        .MapPost("/", Handle)
        .DisableAntiforgery()
        .LimitUpload(services => services.GetRequiredService<CompanyNetworkOptions>().ImportMegabytes)
        .WithName("uploadCompanies")
        .WithSummary("Upload a spreadsheet of companies (.xlsx or .csv) and see how it is understood")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<ImportView>> Handle(IFormFile file, IMediator mediator, CompanyNetworkOptions options, CancellationToken ct)
    {
        var name = Path.GetFileName(file.FileName) is { Length: > 0 } given ? given : "file";
        // On disk while it is read: the framework keeps there what is longer than a page or two.
        await using var content = file.OpenReadStream();
        var sheet = UploadedSheet.Open(content, name, options);
        var uploaded = await mediator.Send(new UploadCompanies(name.Length <= LongestFileName ? name : name[^LongestFileName..], sheet), ct);
        return TypedResults.Created($"/api/v1/company-imports/{uploaded.Id}", await mediator.Send(new GetImport(uploaded.Id, null, null, null), ct));
    }
}

internal sealed class UploadCompaniesHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, CompanyNetworkOptions options, TimeProvider clock)
    : IRequestHandler<UploadCompanies, UploadedCompanies>
{
    private const string InsertImport = """
        insert into company_network_import (id, version, owner_id, owner_name, file_name, sheet_name, headers, choices, row_count, created_at, expires_at, confirmed_at, result, source, blanks)
        values (@Id, 1, @Owner, @OwnerName, @FileName, @SheetName, '[]', '{}', 0, @At, @ExpiresAt, null, null, @Source, null)
        """;

    // The list that was imported last is as a rule the one that comes again.
    private const string SelectLastSource = """
        select source as Source
        from   company_network_import
        where  owner_id = @Owner and confirmed_at is not null and source is not null
        order by created_at desc
        """;

    private const string CloseImport = "update company_network_import set row_count = @Count, headers = @Headers where id = @Id";

    // The file is read as its rows are kept: a hundred thousand take no more memory than these.
    private const int RowsAtOnce = 1_000;

    private const string InsertRow = """
        insert into company_network_import_row (import_id, row_number, cells, corrections, skipped)
        values (@Id, @Number, @Cells, null, 0)
        """;

    public async Task<UploadedCompanies> Handle(UploadCompanies request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var sheet = request.Sheet;
        var sheetName = sheet.SheetName.Length <= 200 ? sheet.SheetName : sheet.SheetName[..200];
        var last = await db.TopAsync<string>(SelectLastSource, new { Owner = user.Id }, 1, cancellationToken);
        audit.Changes("company-import", id);
        await db.ExecuteAsync(
            InsertImport,
            new
            {
                Id = id, Owner = user.Id, OwnerName = user.DisplayName, request.FileName, SheetName = sheetName,
                Source = last is [var source] ? source : sheetName.Length <= ExternalIds.LongestSource ? sheetName : sheetName[..ExternalIds.LongestSource], At = now, ExpiresAt = now.AddDays(options.ImportDays),
            },
            cancellationToken);
        var count = 0;
        var columns = new UnnamedColumns(sheet.Header.Cells);
        foreach (var rows in sheet.Rows.Chunk(RowsAtOnce))
        {
            columns.See(rows);
            await db.ExecuteAsync(InsertRow, rows.Select(row => new { Id = id, row.Number, Cells = JsonSerializer.Serialize(row.Cells) }), cancellationToken);
            count += rows.Length;
        }

        await db.ExecuteAsync(CloseImport, new { Id = id, Count = count, Headers = JsonSerializer.Serialize(columns.Headers()) }, cancellationToken);
        return new(id);
    }
}
