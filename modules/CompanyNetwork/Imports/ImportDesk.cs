using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Opens an import for whoever may see it, and works out what would become of each row as the bank stands now.</summary>
internal sealed class ImportDesk(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const string SelectImport = $"""
        select {ImportRecord.Columns}
        from   company_network_import
        where  id = @Id
        """;

    private const string SelectRows = $"""
        select {StoredRow.Columns}
        from   company_network_import_row
        where  import_id = @Id
        order by row_number
        """;

    /// <summary>The import, if it is one's own or one is a coordinator.</summary>
    public async Task<ImportRecord> OpenAsync(Guid id, CancellationToken ct)
    {
        var import = await db.FindAsync<ImportRecord>(SelectImport, new { Id = id }, ct);
        return import is not null && import.ExpiresAt > clock.GetUtcNow() && (import.OwnerId == user.Id || user.Roles.Contains(Role.Coordinator))
            ? import
            : throw new NotFoundException("company-import");
    }

    /// <summary>As <see cref="OpenAsync"/>, for changing it: a confirmed one stays as it is.</summary>
    public async Task<ImportRecord> OpenForChangeAsync(Guid id, CancellationToken ct)
    {
        var import = await OpenAsync(id, ct);
        return import.ConfirmedAt is null ? import : throw new RuleBrokenException("company-import.confirmed", new(
            "Questa importazione è già stata confermata: non si può più modificare. Per altre righe, caricare un altro file.",
            "This import was confirmed already and cannot be changed any more. For further rows upload another file."));
    }

    public async Task<IReadOnlyList<EvaluatedRow>> EvaluateAsync(ImportRecord import, CancellationToken ct) =>
        await EvaluateAsync(import.Mapping, await db.QueryAsync<StoredRow>(SelectRows, new { import.Id }, ct), ct);

    private async Task<IReadOnlyList<EvaluatedRow>> EvaluateAsync(ColumnMapping mapping, IReadOnlyList<StoredRow> stored, CancellationToken ct)
    {
        var reader = new RowReader(clock.Today());
        var rows = stored.Select(row =>
        {
            var (sheet, corrected) = (row.Sheet, row.CorrectedFields);
            string Text(string field) => corrected.TryGetValue(field, out var text) ? text : mapping.Text(sheet, field);
            return new EvaluatedRow(row, Text, reader.Read(Text));
        }).ToList();
        var bank = await BankLookup.ForAsync(db, [.. rows.Select(row => row.Reading)], ct);
        var duplicates = new FileDuplicates();
        foreach (var row in rows)
        {
            Judge(row, bank, duplicates);
        }

        return rows;
    }

    private static void Judge(EvaluatedRow row, BankLookup bank, FileDuplicates duplicates)
    {
        if (row.Stored.Skipped)
        {
            row.State = RowState.Skipped;
            return;
        }

        var company = row.Reading.Errors.Count == 0 ? bank.Find(row.Reading) : null;
        if (company is { ArchivedAt: not null })
        {
            row.Reading.Wrong(ImportFields.Name, ArchivedCompanyStaysAsItIs.Code, ImportWords.Archived);
        }
        else if (row.Reading.Errors.Count == 0 && bank.IsTaxCodeElsewhere(row.Reading, company))
        {
            row.Reading.Wrong(ImportFields.TaxCode, "company.tax-code-taken", ImportWords.TaxCodeElsewhere);
        }

        if (row.Reading.Errors.Count > 0)
        {
            row.State = RowState.Wrong;
            return;
        }

        row.Existing = company;
        row.DuplicateOf = duplicates.FindOrClaim(row.Stored.RowNumber, row.Reading, company?.Id);
        row.Changes = company is null ? [] : Differences.Between(company, row.Reading);
        row.State = row.DuplicateOf is not null ? RowState.Duplicate
            : company is null ? RowState.New
            : row.Changes.Count > 0 ? RowState.Updates
            : RowState.Unchanged;
    }
}
