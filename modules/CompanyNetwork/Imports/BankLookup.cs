using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>The companies of the bank that the rows of a file may be: looked up fifty at a time, never one by one.</summary>
internal sealed class BankLookup
{
    private const string SelectByVat = $"""
        select {CompanySql.Columns}
        from   company_network_company c
        where  c.vat_number in {Batches.Keys}
        """;

    private const string SelectByTax = $"""
        select {CompanySql.Columns}
        from   company_network_company c
        where  c.tax_code in {Batches.Keys}
        """;

    private const string SelectByName = $"""
        select {CompanySql.Columns}
        from   company_network_company c
        where  c.sort_name in {Batches.Keys}
        """;

    private const string SelectById = $"""
        select {CompanySql.Columns}
        from   company_network_company c
        where  c.id in {Batches.Keys}
        """;

    private readonly Dictionary<string, CompanyRow> byVat;
    private readonly Dictionary<string, CompanyRow> byTax;
    private readonly ILookup<string, CompanyRow> byName;
    private readonly Dictionary<string, CompanyRow> byExternalId;
    private readonly ILookup<Guid, string> externalIds;

    private BankLookup(IEnumerable<CompanyRow> byVat, IEnumerable<CompanyRow> byTax, IEnumerable<CompanyRow> byName, Dictionary<string, CompanyRow> byExternalId, IEnumerable<ExternalId> externalIds)
    {
        this.byVat = byVat.ToDictionary(company => company.VatNumber!);
        this.byTax = byTax.ToDictionary(company => company.TaxCode!);
        this.byName = byName.ToLookup(company => CompanyWords.SortName(company.Name));
        this.byExternalId = byExternalId;
        this.externalIds = externalIds.ToLookup(one => one.CompanyId, one => one.Id);
    }

    /// <param name="db">The session.</param>
    /// <param name="rows">The rows to be found.</param>
    /// <param name="source">Whose ids the rows carry.</param>
    /// <param name="made">Companies to look past.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<BankLookup> ForAsync(IDbSession db, IReadOnlyCollection<RowReading> rows, string source, IReadOnlySet<Guid>? made, CancellationToken ct)
    {
        async Task<IReadOnlyList<CompanyRow>> Companies<TKey>(string sql, IEnumerable<TKey> keys) where TKey : notnull
        {
            var found = await db.QueryInBatchesAsync<TKey, CompanyRow>(sql, keys, null, ct);
            return made is { Count: > 0 } ? [.. found.Where(company => !made.Contains(company.Id))] : found;
        }

        var byVat = await Companies(SelectByVat, rows.Select(row => row.VatNumber).OfType<string>());
        var byTax = await Companies(SelectByTax, rows.Select(row => row.TaxCode).OfType<string>());
        var byName = await Companies(SelectByName, rows.Select(row => row.SortName).Where(name => name.Length > 0));
        var ids = rows.Select(row => row.ExternalId).OfType<string>().ToList();
        if (ids.Count == 0)
        {
            return new(byVat, byTax, byName, [], []);
        }

        var known = await db.QueryInBatchesAsync<string, ExternalId>(ExternalId.SelectByIds, ids, new { Source = source }, ct);
        var byId = (await Companies(SelectById, known.Select(one => one.CompanyId))).ToDictionary(company => company.Id);
        var candidates = byVat.Concat(byTax).Concat(byName).Select(company => company.Id).Concat(byId.Keys);
        var theirs = await db.QueryInBatchesAsync<Guid, ExternalId>(ExternalId.SelectByCompanies, candidates, new { Source = source }, ct);
        return new(
            byVat, byTax, byName,
            known.Where(one => byId.ContainsKey(one.CompanyId)).ToDictionary(one => one.Id, one => byId[one.CompanyId]),
            theirs);
    }

    /// <summary>By VAT number, else by the sheet's own id, else by tax code, else by name and municipality if their numbers and ids do not tell them apart.</summary>
    public CompanyRow? Find(RowReading row) =>
        (row.VatNumber is { } vat ? byVat.GetValueOrDefault(vat) : null)
        ?? HolderOf(row.ExternalId)
        ?? (row.TaxCode is { } tax ? byTax.GetValueOrDefault(tax) : null)
        ?? byName[row.SortName]
            .Where(company => company.Municipality == row.Municipality && (row.VatNumber is null || company.VatNumber is null) && (row.TaxCode is null || company.TaxCode is null || company.TaxCode == row.TaxCode))
            .Where(company => row.ExternalId is null || ExternalIdOf(company.Id, null) is null)
            .OrderBy(company => company.ArchivedAt is not null)
            .FirstOrDefault();

    /// <summary>Another company than this one holds the tax code.</summary>
    public bool IsTaxCodeElsewhere(RowReading row, CompanyRow? company) => row.TaxCode is { } tax && byTax.TryGetValue(tax, out var holder) && holder.Id != company?.Id;

    /// <summary>Another company than this one has the sheet's id.</summary>
    public bool IsExternalIdElsewhere(RowReading row, CompanyRow? company) => HolderOf(row.ExternalId) is { } holder && holder.Id != company?.Id;

    /// <summary>The id that a company has in the source: the one at hand if it is among them, for two companies that became one have both their ids.</summary>
    public string? ExternalIdOf(Guid company, string? atHand) => externalIds[company].OrderByDescending(id => id == atHand).FirstOrDefault();

    private CompanyRow? HolderOf(string? externalId) => externalId is null ? null : byExternalId.GetValueOrDefault(externalId);
}
