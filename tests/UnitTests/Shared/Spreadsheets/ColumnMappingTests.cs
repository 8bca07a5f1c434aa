using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.Spreadsheets;

namespace InclusionPlatform.UnitTests.Shared.Spreadsheets;

internal sealed class ColumnMappingTests
{
    [TestCase("Rag. Sociale", "name")]
    [TestCase("RAGIONE SOCIALE", "name")]
    [TestCase("Ragione_sociale", "name")]
    [TestCase("Ragone sociale", "name")]
    [TestCase("Aziende", "name")]
    [TestCase("Denominazione azienda", "name")]
    [TestCase("P.IVA", "vatNumber")]
    [TestCase("P. IVA", "vatNumber")]
    [TestCase("PIVA", "vatNumber")]
    [TestCase("Part. IVA", "vatNumber")]
    [TestCase("partita iva", "vatNumber")]
    [TestCase("vatNumber", "vatNumber")]
    [TestCase("Cod. Fisc.", "taxCode")]
    [TestCase("CF", "taxCode")]
    [TestCase("Tel.", "phone")]
    [TestCase("Telefono ufficio", "phone")]
    [TestCase("e mail", "email")]
    [TestCase("Citta'", "municipality")]
    [TestCase("Comune sede operativa", "municipality")]
    [TestCase("Nr. dipendenti", "employees")]
    [TestCase("Data ult. contatto", "lastContactOn")]
    [TestCase("Osservazione", "notes")]
    public void Header_InTheSpellingsOfServices_IsUnderstood(string header, string field)
    {
        var column = ColumnMapping.Suggest(["Colore", header], Sheets.CompanyColumns).Columns.Single();

        Assert.That((column.Field, column.Column), Is.EqualTo((field, 1)));
    }

    [TestCase("Colore preferito")]
    [TestCase("Provincia")]
    [TestCase("PEC")]
    [TestCase("ID")]
    [TestCase("")]
    [TestCase("---")]
    public void Header_ThatNamesNoField_IsLeftUnmapped(string header) =>
        Assert.That(ColumnMapping.Suggest([header], Sheets.CompanyColumns).Columns, Is.Empty);

    [Test]
    public void Suggestion_ForARealHeader_SaysWhatIsSureWhatIsLikelyAndWhatIsLeft()
    {
        var mapping = ColumnMapping.Suggest(["N.", "Comune", "Rag. Sociale", "P.IVA", "Tel.", "Referente"], Sheets.CompanyColumns);

        Assert.That(mapping.Columns.Select(column => (column.Field, column.Column)), Is.EqualTo(new[] { ("municipality", 1), ("name", 2), ("vatNumber", 3), ("phone", 4) }));
        Assert.That(mapping.Of("vatNumber"), Has.Property("Source").EqualTo(MappingSource.Exact).And.Property("Confidence").EqualTo(1));
        Assert.That(mapping.Of("name"), Has.Property("Source").EqualTo(MappingSource.Similar).And.Property("Confidence").InRange(0.8, 0.99));
        Assert.That(mapping.UnmappedColumns.Select(column => column.Header), Is.EqualTo(new[] { "N.", "Referente" }));
        Assert.That(mapping.UnmappedFields, Does.Contain("email").And.Not.Contain("name"));
        Assert.That(mapping.Text(new SpreadsheetRow(2, ["1", "Fano", "Uno"]), "name"), Is.EqualTo("Uno"));
        Assert.That(mapping.Text(new SpreadsheetRow(2, ["1", "Fano", "Uno"]), "email"), Is.Empty);
    }

    [Test]
    public void TwoHeaders_ForOneField_TheKnownNameWinsAndTheOtherIsLeft()
    {
        var mapping = ColumnMapping.Suggest(["Comune sede legale", "Comune"], Sheets.CompanyColumns);

        Assert.That(mapping.Of("municipality"), Has.Property("Column").EqualTo(1).And.Property("IsAmbiguous").False);
        Assert.That(mapping.UnmappedColumns.Single().Column, Is.Zero);
    }

    [Test]
    public void TwoHeaders_ThatFitOneFieldAlike_AreAmbiguousAndTheLeftmostIsTaken()
    {
        var mapping = ColumnMapping.Suggest(["Telefono", "Cellulare", "Comune"], Sheets.CompanyColumns);

        Assert.That(mapping.Of("phone"), Has.Property("Column").Zero.And.Property("IsAmbiguous").True);
        Assert.That(mapping.Of("municipality")!.IsAmbiguous, Is.False);
    }

    [Test]
    public void PersonsChoice_OverridesTheSuggestionAndFreesTheRest()
    {
        var suggested = ColumnMapping.Suggest(["Telefono", "Cellulare", "Comune", "Boh"], Sheets.CompanyColumns);

        var chosen = suggested.With(new Dictionary<string, int?> { ["phone"] = 1, ["notes"] = 3, ["municipality"] = null });

        Assert.That(chosen.Of("phone"), Has.Property("Column").EqualTo(1).And.Property("Source").EqualTo(MappingSource.Person));
        Assert.That(chosen.Of("notes")!.Column, Is.EqualTo(3));
        Assert.That(chosen.Of("municipality"), Is.Null);
        Assert.That(chosen.UnmappedColumns.Select(column => column.Column), Is.EqualTo(new[] { 0, 2 }));
    }

    [TestCase("colour", 0)]
    [TestCase("name", 2)]
    [TestCase("name", -1)]
    [TestCase("name", 1)]
    public void PersonsChoice_ThatCannotBe_IsRefused(string field, int column)
    {
        var mapping = ColumnMapping.Suggest(["Telefono", "Comune"], Sheets.CompanyColumns);

        var refusal = Assert.Throws<SpreadsheetException>(() => mapping.With(new Dictionary<string, int?> { [field] = column, ["municipality"] = 1 }));

        Assert.That(refusal!.Code, Is.EqualTo("spreadsheet.mapping-invalid"));
    }

    [Test]
    public void Suggestion_ForAnyHeaders_IsOneToOneAndTheSameEachTime() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), headers =>
        {
            string[] mixed = [.. headers.Select(header => header ?? ""), "Tel.", "Comune", "Tel"];
            var (first, second) = (ColumnMapping.Suggest(mixed, Sheets.CompanyColumns), ColumnMapping.Suggest(mixed, Sheets.CompanyColumns));
            return first.Columns.SequenceEqual(second.Columns)
                && first.Columns.DistinctBy(column => column.Column).Count() == first.Columns.Count
                && first.Columns.Count + first.UnmappedFields.Count == Sheets.CompanyColumns.Length
                && first.Of("phone")!.Confidence == 1;
        }).QuickCheckThrowOnFailure();
}
