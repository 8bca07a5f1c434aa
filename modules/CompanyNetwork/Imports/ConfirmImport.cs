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
    private const int RowsAtOnce = 2_000;

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

        audit.Changes("company-import", request.Id);
        var import = await desk.OpenAsync(request.Id, cancellationToken);
        var (tally, made, waiting) = (new ImportTally(), new HashSet<Guid>(import.RowCount), new List<EvaluatedRow>());
        await foreach (var row in desk.EvaluateAsync(import, cancellationToken, made))
        {
            tally.Add(row);
            if (row.State is RowState.New or RowState.Updates)
            {
                waiting.Add(row);
            }

            if (waiting.Count == RowsAtOnce)
            {
                await WriteAsync(waiting, import, made, cancellationToken);
                waiting.Clear();
            }
        }

        var counts = tally.Counts;
        if (counts.Importable == 0)
        {
            throw new RuleBrokenException("company-import.nothing-to-import", new(
                "Non c'è nessuna azienda nuova o da aggiornare: correggere almeno una riga prima di importare.",
                "There is no new or changed company: correct at least one row before importing."));
        }

        await WriteAsync(waiting, import, made, cancellationToken);
        var result = new ImportResult(counts.New, counts.Updates, counts.Unchanged, counts.Duplicate, counts.Wrong, counts.Skipped);
        await db.ExecuteAsync(KeepResult, new { request.Id, Result = JsonSerializer.Serialize(result) }, cancellationToken);
        return result;
    }

    // Each statement is prepared once and run for all rows of the batch.
    private async Task WriteAsync(List<EvaluatedRow> rows, ImportRecord import, HashSet<Guid> made, CancellationToken ct)
    {
        var source = ExternalIds.KeyOf(import.Source);
        var added = rows.Where(row => row.Existing is null).ToList();
        var changed = rows.Where(row => row.Existing is not null).ToList();
        var ids = await companies.InsertAllAsync([.. added.Select(row => row.Reading.On(null).Tidy())], ct);
        made.UnionWith(ids);
        await companies.UpdateAllAsync([.. changed.Select(row => new CompanyUpdate(row.Existing!.Id, row.Existing.Version, row.Existing.Data, row.Reading.On(row.Existing.Data).Tidy()))], ct);

        var written = added.Zip(ids, (row, id) => (Row: row, Id: id)).Concat(changed.Select(row => (Row: row, row.Existing!.Id))).ToList();
        var calls = written.Where(one => one.Row.Reading is not { NextContactOn: null, LastContactOn: null })
            .Select(one => new { one.Id, Next = one.Row.Reading.NextContactOn, Last = one.Row.Reading.LastContactOn?.AtInItaly(new(12, 0)) });
        await db.ExecuteAsync(UpdateCalls, calls, ct);

        var own = written.Where(one => one.Row.GivesExternalId).Select(one => new { Id = Guid.CreateVersion7(), Source = source, one.Row.Reading.ExternalId, CompanyId = one.Id }).ToList();
        await db.ExecuteAsync(ExternalId.Delete, own, ct);
        await db.ExecuteAsync(ExternalId.Insert, own, ct);
    }
}
