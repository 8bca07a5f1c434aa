using System.Text.Json;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>An import's row in the database.</summary>
internal sealed record ImportRecord(
    Guid Id, int Version, Guid OwnerId, string OwnerName, string FileName, string SheetName, string Headers, string Choices, int RowCount, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? ConfirmedAt, string? Result, string? Source, string? Blanks)
{
    public const string Columns = """
        id as Id, version as Version, owner_id as OwnerId, owner_name as OwnerName, file_name as FileName, sheet_name as SheetName, headers as Headers, choices as Choices, row_count as [RowCount],
        created_at as CreatedAt, expires_at as ExpiresAt, confirmed_at as ConfirmedAt, result as Result, source as Source, blanks as Blanks
        """;

    /// <summary>The fields that empty cells blank.</summary>
    public IReadOnlySet<string> BlankFields => (Blanks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    public ColumnMapping Mapping
    {
        get
        {
            var headers = JsonSerializer.Deserialize<string[]>(Headers)!;
            var suggested = ColumnMapping.Suggest(headers, ImportFields.Known, UnnamedColumns.In(headers));
            return Choices == "{}" ? suggested : suggested.With(JsonSerializer.Deserialize<Dictionary<string, int?>>(Choices)!);
        }
    }
}

/// <summary>A row of the spreadsheet as uploaded, with what was corrected in place.</summary>
internal sealed record StoredRow(int RowNumber, string Cells, string? Corrections, bool Skipped)
{
    public const string Columns = "row_number as RowNumber, cells as Cells, corrections as Corrections, skipped as Skipped";

    public Dictionary<string, string> CorrectedFields => Corrections is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(Corrections)!;

    public SpreadsheetRow Sheet => new(RowNumber, JsonSerializer.Deserialize<string[]>(Cells)!);
}

/// <summary>What becomes of a row when the import is confirmed.</summary>
internal enum RowState
{
    /// <summary>A company that is not in the bank yet.</summary>
    New,

    /// <summary>Changes a company of the bank.</summary>
    Updates,

    /// <summary>The company is in the bank, with the same data.</summary>
    Unchanged,

    /// <summary>The same company as an earlier row of the file.</summary>
    Duplicate,

    /// <summary>Something must be corrected first.</summary>
    Wrong,

    /// <summary>A person left it out.</summary>
    Skipped,
}

/// <summary>A field that an import would change.</summary>
/// <param name="Field">The field that changes.</param>
/// <param name="Before">What the record has now; null if nothing.</param>
/// <param name="After">What the row writes; null if it blanks the field.</param>
internal sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>A row with what was understood of it and what would become of it.</summary>
internal sealed record EvaluatedRow(StoredRow Stored, Func<string, string> Text, RowReading Reading)
{
    public RowState State { get; set; }

    public int? DuplicateOf { get; set; }

    public Companies.CompanyRow? Existing { get; set; }

    /// <summary>Whether the row gives its company an id of its source that it has not yet.</summary>
    public bool GivesExternalId { get; set; }

    public IReadOnlyList<FieldChange> Changes { get; set; } = [];
}
