using System.Globalization;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>An import as its wizard shows it.</summary>
/// <param name="SheetName">Sheet of the file that was read.</param>
/// <param name="OwnerName">Name of who brought the file.</param>
/// <param name="Result">What the confirmation did; null until then.</param>
/// <param name="Source">Where the data come from, in words.</param>
internal sealed record ImportView(
    Guid Id, int Version, string FileName, string SheetName, string OwnerName, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? ConfirmedAt, ImportResult? Result,
    string? Source, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportField> Fields, ImportCounts Counts, Page<ImportRowView> Rows) : IVersioned;

/// <summary>A column of the file and the field for which it was taken; <c>BlanksEmpty</c> when its empty cells blank that field.</summary>
/// <param name="Column">Its place in the file.</param>
/// <param name="Header">What its first row says.</param>
/// <param name="Field">Field that it fills; null if it is not read.</param>
/// <param name="Confidence">How sure that is, from 0 to 1; 1 when the name is a known one or a person chose it.</param>
/// <param name="IsAmbiguous">Whether another column could fill the field as well.</param>
/// <param name="BlanksEmpty">Whether its empty cells blank the field.</param>
/// <param name="Samples">Up to three of its values.</param>
internal sealed record ImportColumn(int Column, string Header, string? Field, double? Confidence, MappingSource? Source, bool IsAmbiguous, bool BlanksEmpty, IReadOnlyList<string> Samples);

/// <summary>A field that a column can fill.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsRequired">Whether every row must fill it.</param>
/// <param name="CanBlank">Whether an empty cell may blank it.</param>
internal sealed record ImportField(string Field, bool IsRequired, bool CanBlank);

/// <summary>How many rows are in each state; the importable ones are those new and those that update.</summary>
/// <param name="Total">All rows.</param>
/// <param name="New">Rows that make a new company.</param>
/// <param name="Updates">Rows that change a company.</param>
/// <param name="Unchanged">Rows that say what is there already.</param>
/// <param name="Duplicate">Rows that say again what another row says.</param>
/// <param name="Wrong">Rows with something to correct.</param>
/// <param name="Skipped">Rows that somebody left out.</param>
/// <param name="Importable">Rows that a confirmation would write: new ones and those that change a company.</param>
internal sealed record ImportCounts(int Total, int New, int Updates, int Unchanged, int Duplicate, int Wrong, int Skipped, int Importable);

/// <summary>Counts the rows as they go by, so that none need be held.</summary>
internal sealed class ImportTally
{
    private readonly int[] by = new int[Enum.GetValues<RowState>().Length];

    public ImportCounts Counts => new(by.Sum(), Of(RowState.New), Of(RowState.Updates), Of(RowState.Unchanged), Of(RowState.Duplicate), Of(RowState.Wrong), Of(RowState.Skipped), Of(RowState.New) + Of(RowState.Updates));

    public void Add(EvaluatedRow row) => by[(int)row.State]++;

    private int Of(RowState state) => by[(int)state];
}

/// <summary>What a confirmation did.</summary>
/// <param name="Created">Companies made.</param>
/// <param name="Updated">Companies changed.</param>
/// <param name="Unchanged">Rows that said what was there already.</param>
/// <param name="Duplicates">Rows that said again what another row says.</param>
/// <param name="Wrong">Rows left out because something was wrong with them.</param>
/// <param name="Skipped">Rows that somebody left out.</param>
internal sealed record ImportResult(int Created, int Updated, int Unchanged, int Duplicates, int Wrong, int Skipped);

/// <summary>A row with what was understood of it.</summary>
/// <param name="Number">Number of the row in the file.</param>
/// <param name="DuplicateOf">Number of the row that says the same; null if none does.</param>
/// <param name="CompanyId">Id of the company that it would change; null for a new one.</param>
/// <param name="IsCorrected">Whether somebody corrected a value of it here.</param>
/// <param name="Values">What is in the row, by field.</param>
/// <param name="Errors">What keeps it from being imported.</param>
/// <param name="Remarks">What to look at, though it can be imported.</param>
/// <param name="Changes">What it would change.</param>
/// <param name="MunicipalitySuggestions">What may have been meant, where the municipality is not recognised.</param>
internal sealed record ImportRowView(
    int Number, RowState State, int? DuplicateOf, Guid? CompanyId, bool IsCorrected, IReadOnlyDictionary<string, string> Values, IReadOnlyList<FieldRemark> Errors, IReadOnlyList<FieldRemark> Remarks,
    IReadOnlyList<FieldChange> Changes, IReadOnlyList<SuggestedMunicipality> MunicipalitySuggestions)
{
    public static ImportRowView Of(EvaluatedRow row)
    {
        var values = ImportFields.Known.Select(known => (known.Field, Text: row.Text(known.Field))).Where(value => value.Text.Length > 0).ToDictionary(value => value.Field, value => value.Text);
        ShowDay(ImportFields.LastContactOn, row.Reading.LastContactOn);
        ShowDay(ImportFields.NextContactOn, row.Reading.NextContactOn);
        var placeIsWrong = row.Reading.Errors.Any(error => error.Field == ImportFields.Municipality);
        return new(
            row.Stored.RowNumber, row.State, row.DuplicateOf, row.Existing?.Id, row.Stored.Corrections is not null, values, row.Reading.Errors, row.Reading.Remarks, row.Changes,
            placeIsWrong
                ? [.. Imports.MunicipalitySuggestions.For(row.Text(ImportFields.Municipality), row.Text(ImportFields.Province)).Select(place => new SuggestedMunicipality(place.Istat!, place.NameWithProvince))]
                : []);

        // As understood: nobody checks 45363, or whether 3/4 was meant the American way.
        void ShowDay(string field, DateOnly? day)
        {
            if (day is { } understood)
            {
                values[field] = understood.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            }
        }
    }
}

/// <summary>A municipality that may have been meant.</summary>
/// <param name="Istat">ISTAT code.</param>
/// <param name="Name">Name with its province.</param>
internal sealed record SuggestedMunicipality(string Istat, string Name);

/// <summary>The columns as understood, each with a few of its values.</summary>
internal static class ImportColumns
{
    /// <summary>So many rows are looked through for samples.</summary>
    public const int SampledRows = 50;

    private const int MostSamples = 3;

    public static IReadOnlyList<ImportField> Fields { get; } = [.. ImportFields.Known.Select(known => new ImportField(known.Field, known.Field == ImportFields.Name, ImportFields.Blankable.Contains(known.Field)))];

    public static IReadOnlyList<ImportColumn> Of(ColumnMapping mapping, IReadOnlySet<string> blanks, IReadOnlyList<SpreadsheetRow> sheets)
    {
        IReadOnlyList<string> Samples(int column) => [.. sheets.Select(sheet => sheet[column]).Where(text => text.Length > 0).Distinct().Take(MostSamples)];
        return [.. mapping.Columns
            .Select(column => new ImportColumn(column.Column, column.Header, column.Field, column.Confidence, column.Source, column.IsAmbiguous, blanks.Contains(column.Field), Samples(column.Column)))
            .Concat(mapping.UnmappedColumns.Select(column => new ImportColumn(column.Column, column.Header, null, null, null, false, false, Samples(column.Column))))
            .OrderBy(column => column.Column)];
    }
}
