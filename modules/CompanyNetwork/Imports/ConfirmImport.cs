using System.Text.Json;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Imports all rows that can be, in one transaction. Confirming twice does nothing more and answers the same.</summary>
internal sealed record ConfirmImport(Guid Id) : ICommand<ImportResult>;

internal static class ConfirmImportEndpoint
{
    public static void MapConfirmImport(this IEndpointRouteBuilder imports) => imports
        .MapPost("/{importId:guid}/confirmation", Handle)
        .WithName("confirmCompanyImport")
        .WithSummary("Import all new and changed companies, all or none")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<ImportResult>> Handle(Guid importId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ConfirmImport(importId), ct));
}

internal sealed class ConfirmImportHandler(IDbSession db, ImportDesk desk, CompanyWriter companies, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ConfirmImport, ImportResult>
{
    // First of all and with its condition: whoever confirms at the same moment waits here and then finds it done.
    private const string Claim = "update company_network_import set confirmed_at = @At, version = version + 1 where id = @Id and confirmed_at is null";
    private const string KeepResult = "update company_network_import set result = @Result where id = @Id";

    private const string UpdateCalls = """
        update company_network_company
        set    next_contact_on = coalesce(@Next, next_contact_on),
               last_contact_at = case when @Last is not null and (last_contact_at is null or last_contact_at < @Last) then @Last else last_contact_at end
        where  id = @Id
        """;

    public async Task<ImportResult> Handle(ConfirmImport request, CancellationToken cancellationToken)
    {
        await desk.OpenAsync(request.Id, cancellationToken);
        if (await db.ExecuteAsync(Claim, new { request.Id, At = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            return JsonSerializer.Deserialize<ImportResult>((await desk.OpenAsync(request.Id, cancellationToken)).Result!)!;
        }

        var rows = await desk.EvaluateAsync(await desk.OpenAsync(request.Id, cancellationToken), cancellationToken);
        var counts = ImportCounts.Of(rows);
        if (counts.Importable == 0)
        {
            throw new RuleBrokenException("company-import.nothing-to-import", new(
                "Non c'è nessuna azienda nuova o da aggiornare: correggere almeno una riga prima di importare.",
                "There is no new or changed company: correct at least one row before importing."));
        }

        audit.Changes("company-import", request.Id);
        foreach (var row in rows.Where(row => row.State is RowState.New or RowState.Updates))
        {
            await WriteAsync(row, cancellationToken);
        }

        var result = new ImportResult(counts.New, counts.Updates, counts.Unchanged, counts.Duplicate, counts.Wrong, counts.Skipped);
        await db.ExecuteAsync(KeepResult, new { request.Id, Result = JsonSerializer.Serialize(result) }, cancellationToken);
        return result;
    }

    private async Task WriteAsync(EvaluatedRow row, CancellationToken ct)
    {
        var data = row.Reading.On(row.Existing?.Data).Tidy();
        Guid id;
        if (row.Existing is { } existing)
        {
            id = existing.Id;
            await companies.UpdateAsync(id, existing.Version, existing.Data, data, ct);
        }
        else
        {
            id = await companies.InsertAsync(data, ct);
        }

        if (row.Reading.NextContactOn is not null || row.Reading.LastContactOn is not null)
        {
            await db.ExecuteAsync(UpdateCalls, new { Id = id, Next = row.Reading.NextContactOn, Last = row.Reading.LastContactOn?.AtInItaly(new(12, 0)) }, ct);
        }
    }
}
