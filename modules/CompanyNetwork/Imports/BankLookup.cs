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

    private readonly Dictionary<string, CompanyRow> byVat;
    private readonly Dictionary<string, CompanyRow> byTax;
    private readonly ILookup<string, CompanyRow> byName;

    private BankLookup(IEnumerable<CompanyRow> byVat, IEnumerable<CompanyRow> byTax, IEnumerable<CompanyRow> byName)
    {
        this.byVat = byVat.ToDictionary(company => company.VatNumber!);
        this.byTax = byTax.ToDictionary(company => company.TaxCode!);
        this.byName = byName.ToLookup(company => CompanyWords.SortName(company.Name));
    }

    public static async Task<BankLookup> ForAsync(IDbSession db, IReadOnlyCollection<RowReading> rows, CancellationToken ct) => new(
        await db.QueryInBatchesAsync<string, CompanyRow>(SelectByVat, rows.Select(row => row.VatNumber).OfType<string>(), null, ct),
        await db.QueryInBatchesAsync<string, CompanyRow>(SelectByTax, rows.Select(row => row.TaxCode).OfType<string>(), null, ct),
        await db.QueryInBatchesAsync<string, CompanyRow>(SelectByName, rows.Select(row => row.SortName).Where(name => name.Length > 0), null, ct));

    /// <summary>By VAT number, else by tax code, else by name and municipality if their numbers do not tell them apart.</summary>
    public CompanyRow? Find(RowReading row) =>
        (row.VatNumber is { } vat ? byVat.GetValueOrDefault(vat) : null)
        ?? (row.TaxCode is { } tax ? byTax.GetValueOrDefault(tax) : null)
        ?? byName[row.SortName]
            .Where(company => company.Municipality == row.Municipality && (row.VatNumber is null || company.VatNumber is null) && (row.TaxCode is null || company.TaxCode is null || company.TaxCode == row.TaxCode))
            .OrderBy(company => company.ArchivedAt is not null)
            .FirstOrDefault();

    /// <summary>Another company than this one holds the tax code.</summary>
    public bool IsTaxCodeElsewhere(RowReading row, CompanyRow? company) => row.TaxCode is { } tax && byTax.TryGetValue(tax, out var holder) && holder.Id != company?.Id;
}
