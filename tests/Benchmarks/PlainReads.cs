using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.Benchmarks;

/// <summary>
/// The second yardstick: the same rows of the same file read by Dapper alone, without sign-in, rights, audit, messages or statements kept. What it reaches is what the
/// machine gives; what we reach of it is what our layers cost.
/// </summary>
internal static class PlainReads
{
    public const string Company = "/plain/company/", Page = "/plain/page";

    private const string Columns = """
        id as Id, version as Version, name as Name, vat_number as VatNumber, tax_code as TaxCode, kind as Kind, sector as Sector, address as Address, cap as Cap, municipality as Municipality,
        province as Province, permanent_staff as PermanentStaff, phone as Phone, email as Email, website as Website, notes as Notes, available_places as AvailablePlaces,
        available_until as AvailableUntil, next_contact_on as NextContactOn, last_contact_at as LastContactAt, last_outcome as LastOutcome, unreached_in_a_row as UnreachedInARow
        """;

    private const string SelectCompany = $"select {Columns} from company_network_company where id = @Id";
    private const string SelectPage = $"select {Columns} from company_network_company where municipality = @Municipality order by sort_name, id limit 25";

    public static void MapPlainReads(this WebApplication app, string database)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly }.ToString();
        app.MapGet(Company + "{id}", async (string id) =>
        {
            await using var connection = new SqliteConnection(connectionString);
            return Results.Json(await connection.QuerySingleOrDefaultAsync<Row>(SelectCompany, new { Id = id.ToUpperInvariant() }));
        });
        app.MapGet(Page, async (string municipality) =>
        {
            await using var connection = new SqliteConnection(connectionString);
            return Results.Json(await connection.QueryAsync<Row>(SelectPage, new { Municipality = municipality }));
        });
    }

    private sealed class Row
    {
        public string? Id { get; set; }

        public long Version { get; set; }

        public string? Name { get; set; }

        public string? VatNumber { get; set; }

        public string? TaxCode { get; set; }

        public string? Kind { get; set; }

        public string? Sector { get; set; }

        public string? Address { get; set; }

        public string? Cap { get; set; }

        public string? Municipality { get; set; }

        public string? Province { get; set; }

        public long? PermanentStaff { get; set; }

        public string? Phone { get; set; }

        public string? Email { get; set; }

        public string? Website { get; set; }

        public string? Notes { get; set; }

        public long AvailablePlaces { get; set; }

        public string? AvailableUntil { get; set; }

        public string? NextContactOn { get; set; }

        public string? LastContactAt { get; set; }

        public string? LastOutcome { get; set; }

        public long UnreachedInARow { get; set; }
    }
}
