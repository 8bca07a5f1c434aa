using System.Runtime.CompilerServices;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Opens an import for whoever may see it, and works out what would become of each row as the bank stands now.</summary>
internal sealed class ImportDesk(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const int RowsAtOnce = 2_000;

    private const string SelectImport = $"""
        select {ImportRecord.Columns}
        from   company_network_import
        where  id = @Id
        """;

    private const string SelectRows = $"""
        select {StoredRow.Columns}
        from   company_network_import_row
        where  import_id = @Id and row_number > @After
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

    /// <summary>
    /// The rows in the file's order, each with what would become of it. They are read, understood and looked up some thousands at a time, so that a file of a hundred thousand
    /// rows takes no more memory than a small one.
    /// </summary>
    /// <param name="import">The import.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="made">Companies that this very import made meanwhile: they are not in the bank for the rows that follow.</param>
    public async IAsyncEnumerable<EvaluatedRow> EvaluateAsync(ImportRecord import, [EnumeratorCancellation] CancellationToken ct, IReadOnlySet<Guid>? made = null)
    {
        var (mapping, blanks, reader, duplicates, after) = (import.Mapping, import.BlankFields, new RowReader(clock.Today()), new FileDuplicates(import.RowCount), 0);
        while (true)
        {
            var stored = await db.TopAsync<StoredRow>(SelectRows, new { import.Id, After = after }, RowsAtOnce, ct);
            var rows = stored.Select(row => Understand(row, mapping, blanks, reader)).ToList();
            var bank = await BankLookup.ForAsync(db, [.. rows.Select(row => row.Reading)], ExternalIds.KeyOf(import.Source), made, ct);
            foreach (var row in rows)
            {
                Judge(row, bank, duplicates);
                yield return row;
            }

            if (stored.Count < RowsAtOnce)
            {
                yield break;
            }

            after = stored[^1].RowNumber;
        }
    }

    private static EvaluatedRow Understand(StoredRow row, ColumnMapping mapping, IReadOnlySet<string> blanks, RowReader reader)
    {
        var (sheet, corrected) = (row.Sheet, row.CorrectedFields);
        string Text(string field) => corrected.TryGetValue(field, out var text) ? text : mapping.Text(sheet, field);
        var understood = new EvaluatedRow(row, Text, reader.Read(Text));
        if (blanks.Count > 0)
        {
            understood.Reading.Blanks = blanks.Where(field => mapping.Of(field) is not null && string.IsNullOrWhiteSpace(Text(field))).ToHashSet();
        }

        return understood;
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
        else if (row.Reading.Errors.Count == 0 && bank.IsExternalIdElsewhere(row.Reading, company))
        {
            row.Reading.Wrong(ImportFields.ExternalId, "company.external-id-taken", ImportWords.ExternalIdElsewhere);
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
        var externalId = company is null ? null : bank.ExternalIdOf(company.Id, row.Reading.ExternalId);
        row.GivesExternalId = row.Reading.ExternalId is { } given && given != externalId;
        row.Changes = company is null ? [] : Differences.Between(company, externalId, row.Reading);
        row.State = row.DuplicateOf is not null ? RowState.Duplicate
            : company is null ? RowState.New
            : row.Changes.Count > 0 ? RowState.Updates
            : RowState.Unchanged;
    }
}
